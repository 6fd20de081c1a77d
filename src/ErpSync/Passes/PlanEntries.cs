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
            yield return Entry(decision, PlanAction.Hold) with { Reason = held.Remedy is null ? held.Message : $"{held.Message} {held.Remedy}" };
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
            yield return Entry(decision, PlanAction.Link) with { Reason = decision.Item.Reason };
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
        var reason = $"deleted in {context.NameOf(gone)}";
        return decision.Deletion switch
        {
            DeletionVerdict.Keep or DeletionVerdict.Follow => null,
            DeletionVerdict.Unlink => Entry(decision, PlanAction.Unlink) with { Reason = reason },
            DeletionVerdict.Vanished => Entry(decision, PlanAction.Ask) with { Reason = $"missing in {context.NameOf(gone)} since a backup was restored there" },
            DeletionVerdict.Delete => Entry(decision, PlanAction.Delete) with { Target = context.NameOf(survivor), Reason = reason },
            DeletionVerdict.Deactivate => Update(decision, survivor) with { Reason = reason },
            DeletionVerdict.Conflict => Entry(decision, PlanAction.Ask) with
            {
                Reason = OpenReasons.InWords(gone == Side.First ? OpenReason.DeletedAtFirstEditedAtSecond : OpenReason.DeletedAtSecondEditedAtFirst, context.First.Name, context.Second.Name),
            },
            _ => Entry(decision, PlanAction.Ask) with { Reason = decision.Notice?.Message ?? reason },
        };
    }

    private PlanEntry Create(Decision<T> decision, Side target)
    {
        var source = target == Side.First ? decision.Loaded.SecondInFirst! : decision.Loaded.First!.Value;
        return Entry(decision, PlanAction.Create) with
        {
            Target = context.NameOf(target),
            Reason = decision.Item.Reason,
            Fields = [.. comparer.Fields.Select(field => field.Name)],
            Changes = [.. comparer.Fields.Select(field => new FieldChange(field.Name, null, field.Display(source))).Where(change => change.To.Length > 0)],
        };
    }

    private PlanEntry Update(Decision<T> decision, Side side)
    {
        var now = side == Side.First ? decision.Loaded.First!.Value : decision.Loaded.SecondInFirst!;
        var wanted = decision.WantedInFirst(side)!;
        return Entry(decision, PlanAction.Update) with
        {
            Target = context.NameOf(side),
            Reason = decision.Item.IsLinked ? $"changed in {context.NameOf(side == Side.First ? Side.Second : Side.First)}" : "first comparison",
            Fields = [.. decision.Writes(side).Select(field => field.Name)],
            Changes = [.. decision.Writes(side).Select(field => new FieldChange(field.Name, field.Display(now), field.Display(wanted)))],
        };
    }

    private PlanEntry Ask(Decision<T> decision)
    {
        var open = comparer.Fields.Where((_, i) => decision.Fields[i].Verdict == Verdict.Open).ToList();
        var reasons = decision.Fields.Where(field => field.Verdict == Verdict.Open).Select(field => field.Reason!.Value).Distinct();
        return Entry(decision, PlanAction.Ask) with
        {
            Reason = string.Join(", ", reasons.Select(reason => OpenReasons.InWords(reason, context.First.Name, context.Second.Name))),
            Changes = [.. open.Select(field => new FieldChange(field.Name, field.Display(decision.Loaded.First!.Value), field.Display(decision.Loaded.SecondInFirst!)))],
        };
    }

    private static PlanEntry Entry(Decision<T> decision, PlanAction action) => new(T.Kind, action, decision.Item.First, decision.Item.Second)
    {
        Label = decision.Loaded.First?.Label ?? decision.Loaded.Second?.Label ?? decision.Item.Label,
        Candidates = decision.Item.Candidates,
    };
}
