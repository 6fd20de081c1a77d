using ErpSync.Deciding;
using ErpSync.Explaining;
using ErpSync.Matching;

namespace ErpSync.Passes;

/// <summary>Reads one record at both sides and says what a run would decide now, with the rule for each field that is not settled.</summary>
internal sealed class LiveExplaining<T>(PassContext context, KindRooms<T> rooms)
    where T : class, IEntity
{
    public async Task<IReadOnlyList<ExplanationFact>> ExplainAsync(Link? link, Side side, RemoteId id, CancellationToken cancellationToken)
    {
        var facts = new FactWriter(context.Texts);
        var item = link is null
            ? new WorkItem(0, side == Side.First ? id : null, side == Side.Second ? id : null)
            : new WorkItem(link.Number, link.First.Id, link.Second.Id) { Reason = link.Reason };
        var loaded = (await rooms.Loader.LoadAsync([item], null, null, cancellationToken))[0];
        foreach (var (at, wanted) in new[] { (Side.First, item.First), (Side.Second, item.Second) })
        {
            if (wanted is { } missing && loaded.At(at) is null && loaded.Item.Held is null)
                facts.Add(new ExplanationFact("explain.now-missing", "") { At = context.Now, Connection = context.NameOf(at) }, ("connection", context.NameOf(at)), ("id", missing.Value));
        }

        var decision = rooms.Decider.Decide(loaded);
        if (decision.Held is { } held)
            facts.Add(new ExplanationFact("explain.now-held", "") { At = context.Now, Because = held.Code, Problem = held }, ("reason", context.Texts.Sentence(held)));
        else if (decision.CreateAt is { } target)
            facts.Add(new ExplanationFact("explain.now-create", "") { At = context.Now, Connection = context.NameOf(target) }, ("connection", context.NameOf(target)));
        else if (decision.Compared is not null)
            AddFields(facts, decision);
        return facts.Facts;
    }

    private void AddFields(FactWriter facts, Decision<T> decision)
    {
        var settled = 0;
        foreach (var (field, rule, verdict) in rooms.Decider.RulesOf(decision))
        {
            if (verdict.Verdict is Verdict.Agree or Verdict.Unchanged)
            {
                settled++;
                continue;
            }

            var code = verdict.Verdict switch
            {
                Verdict.ToFirst or Verdict.ToSecond => "explain.now-write",
                Verdict.Merge => "explain.now-merge",
                _ => "explain.now-open",
            };
            var target = verdict.Verdict switch
            {
                Verdict.ToFirst => context.First.Name,
                Verdict.ToSecond => context.Second.Name,
                _ => null,
            };
            var why = $"rule.{RuleCode(rule)}";
            facts.Add(
                new ExplanationFact(code, "") { At = context.Now, Field = field.Name, Connection = target, Because = why },
                ("field", field.Name),
                ("connection", target ?? ""),
                ("first", context.First.Name),
                ("firstValue", field.Display(decision.Loaded.First!.Value)),
                ("second", context.Second.Name),
                ("secondValue", field.Display(decision.Loaded.SecondInFirst!)),
                ("rule", context.Texts.Say(why, null)));
        }

        facts.Add(new ExplanationFact("explain.now-settled", "") { At = context.Now }, ("count", FactWriter.Number(settled)));
    }

    private static string RuleCode(FieldRule rule) => rule switch
    {
        FieldRule.Person => "person",
        FieldRule.Undone => "undone",
        FieldRule.Restored => "restored",
        FieldRule.RestoredAsks => "restored-asks",
        FieldRule.Owner => "owner",
        FieldRule.DriftRestored => "drift-restored",
        FieldRule.DriftShown => "drift-shown",
        FieldRule.FirstRun => "first-run",
        FieldRule.FirstRunLeft => "first-run-left",
        FieldRule.FirstRunAsks => "first-run-asks",
        FieldRule.OneSide => "one-side",
        FieldRule.EditShown => "edit-shown",
        FieldRule.Merged => "merged",
        FieldRule.Conflict => "conflict",
        FieldRule.ConflictAsks => "conflict-asks",
        FieldRule.Settled => "settled",
        _ => "equal",
    };
}
