using ErpSync.Comparing;
using ErpSync.Deciding;

namespace ErpSync.Passes;

/// <summary>Shows decisions as entries of a plan.</summary>
/// <param name="context">The pass.</param>
/// <param name="comparer">Names the fields.</param>
/// <param name="stamps">Stamps the entries with what they are based on; null for plans that are only looked at.</param>
internal sealed class PlanEntries<T>(PassContext context, RecordComparer<T> comparer, PlanStamps<T>? stamps = null)
    where T : class, IEntity
{
    public IEnumerable<PlanEntry> Of(Decision<T> decision) => stamps is null ? Plain(decision) : Plain(decision).Select(entry => stamps.Stamp(entry, decision));

    private IEnumerable<PlanEntry> Plain(Decision<T> decision)
    {
        if (decision.BothGone || decision.Item.IsSilent)
            yield break;
        if (decision.Held is { } held)
        {
            yield return Entry(decision, PlanAction.Hold) with { Reason = context.Texts.Sentence(held), Why = SyncReason.Of(held.Code) };
            yield break;
        }

        if (decision.DeletedAt is { } gone)
        {
            if (Deletion(decision, gone) is { } deletion)
                yield return deletion;
            yield break;
        }

        if (decision.CreateAt is { } target)
        {
            yield return Create(decision, target);
            yield break;
        }

        if (!decision.Item.IsLinked || decision.Item.RejoinedAt is not null)
            yield return Because(Entry(decision, PlanAction.Link), decision.Item.Reason);
        foreach (var side in new[] { Side.First, Side.Second })
        {
            if (decision.Writes(side).Count > 0)
                yield return Update(decision, side);
        }

        if (decision.Fields.Any(field => field.Verdict == Verdict.Open))
            yield return Ask(decision);
    }

    private PlanEntry? Deletion(Decision<T> decision, Side gone)
    {
        var survivor = gone == Side.First ? Side.Second : Side.First;
        var reason = Reasons.DeletedIn(context.NameOf(gone));
        return decision.Deletion switch
        {
            DeletionVerdict.Keep or DeletionVerdict.Follow => null,
            DeletionVerdict.Unlink => Because(Entry(decision, PlanAction.Unlink), reason),
            DeletionVerdict.Vanished => Because(Entry(decision, PlanAction.Ask), Reasons.Vanished(context.NameOf(gone))),
            DeletionVerdict.Delete => Because(Entry(decision, PlanAction.Delete) with { Target = context.NameOf(survivor) }, reason),
            DeletionVerdict.Deactivate => Because(Update(decision, survivor), reason),
            DeletionVerdict.Conflict => Because(Entry(decision, PlanAction.Ask), Reasons.DeletedButEdited(context.NameOf(gone), context.NameOf(survivor))),
            _ => decision.Notice is { } notice
                ? Entry(decision, PlanAction.Ask) with { Reason = context.Texts.Message(notice), Why = SyncReason.Of(notice.Code) }
                : Because(Entry(decision, PlanAction.Ask), reason),
        };
    }

    private PlanEntry Create(Decision<T> decision, Side target)
    {
        var source = target == Side.First ? decision.Loaded.SecondInFirst! : decision.Loaded.First!.Value;
        return Entry(decision, PlanAction.Create) with
        {
            Target = context.NameOf(target),
            Reason = context.Texts.Reason(decision.Item.Reason),
            Why = SyncReason.Parse(decision.Item.Reason),
            Fields = [.. comparer.Fields.Select(field => field.Name)],
            Changes = [.. comparer.Fields.Select(field => new FieldChange(field.Name, null, field.Display(source))).Where(change => change.To.Length > 0)],
        };
    }

    private PlanEntry Update(Decision<T> decision, Side side)
    {
        var now = side == Side.First ? decision.Loaded.First!.Value : decision.Loaded.SecondInFirst!;
        var wanted = decision.WantedInFirst(side)!;
        var reason = decision.Item.IsLinked ? Reasons.ChangedIn(context.NameOf(side == Side.First ? Side.Second : Side.First)) : Reasons.FirstComparison;
        return Entry(decision, PlanAction.Update) with
        {
            Target = context.NameOf(side),
            Reason = context.Texts.Reason(reason),
            Why = SyncReason.Parse(reason),
            Fields = [.. decision.Writes(side).Select(field => field.Name)],
            Changes = [.. decision.Writes(side).Select(field => new FieldChange(field.Name, field.Display(now), field.Display(wanted)))],
        };
    }

    private PlanEntry Ask(Decision<T> decision)
    {
        var open = comparer.Fields.Where((_, i) => decision.Fields[i].Verdict == Verdict.Open).ToList();
        var reasons = decision.Fields.Where(field => field.Verdict == Verdict.Open).Select(field => field.Reason!.Value).Distinct()
            .Select(reason => OpenReasons.Of(reason, context.First.Name, context.Second.Name)).ToList();
        return Entry(decision, PlanAction.Ask) with
        {
            Reason = string.Join(", ", reasons.Select(reason => context.Texts.Reason(reason))),
            Why = reasons[0],
            Changes = [.. open.Select(field => new FieldChange(field.Name, field.Display(decision.Loaded.First!.Value), field.Display(decision.Loaded.SecondInFirst!)))],
        };
    }

    private PlanEntry Because(PlanEntry entry, string reason) => entry with { Reason = context.Texts.Reason(reason), Why = SyncReason.Parse(reason) };

    private static PlanEntry Entry(Decision<T> decision, PlanAction action) => new(T.Kind, action, decision.Item.First, decision.Item.Second)
    {
        Label = decision.Loaded.First?.Label ?? decision.Loaded.Second?.Label ?? decision.Item.Label,
        Candidates = decision.Item.Candidates,
    };
}
