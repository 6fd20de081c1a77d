using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Recording;

namespace ErpSync.Passes;

/// <summary>Shows decisions as colours.</summary>
internal sealed class Views<T>(PassContext context, RecordComparer<T> comparer)
    where T : class, IEntity
{
    public RecordView Unreadable(Side side, SyncProblem problem) =>
        new(T.Kind, LinkColour.Red, side == Side.First ? problem.Id : null, side == Side.Second ? problem.Id : null)
        {
            Label = problem.Id?.Value ?? "",
            Reason = context.Texts.Sentence(problem),
            ReasonCode = problem.Code,
        };

    /// <summary>The line that comes first where the brake holds the kind.</summary>
    public static RecordView Held(BrakeHold hold) => new(T.Kind, LinkColour.Orange, null, null)
    {
        Label = T.Kind.Name,
        Reason = hold.Problem(T.Kind).Message,
        MassChanges = hold.Counts,
        Since = hold.Since,
    };

    public RecordView? View(Decision<T> decision)
    {
        var loaded = decision.Loaded;
        if (decision.BothGone || decision.Item.IsSilent)
            return null;
        if (loaded is { First: not null, Second: not null } && decision.Compared is not null)
            return Linked(decision);
        if (decision.DeletedAt is { } side)
        {
            return New(decision, decision.Deletion == DeletionVerdict.Keep ? LinkColour.Green : LinkColour.Orange) with
            {
                Reason = decision.Notice is { } notice && decision.Deletion is null or DeletionVerdict.Show ? context.Texts.Message(notice) : context.Texts.Reason(Deleted(decision, side)),
                ReasonCode = decision.Notice is { } asked && decision.Deletion is null or DeletionVerdict.Show ? asked.Code : Reasons.CodeOf(Deleted(decision, side)),
                Since = loaded.Link?.Open.FirstOrDefault()?.Since,
            };
        }

        var reason = decision.Held is { } held ? context.Texts.Message(held) : context.Texts.Say("reason.to-be-created", null, ("reason", context.Texts.Reason(decision.Item.Reason)), ("connection", context.NameOf(decision.CreateAt ?? Side.Second)));
        return New(decision, loaded.Link is null ? LinkColour.Red : LinkColour.Orange) with { Reason = reason, ReasonCode = decision.Held?.Code ?? "reason.to-be-created", Candidates = decision.Item.Candidates };
    }

    public RecordView Unchanged(Link link) => new(T.Kind, link.Open.Count == 0 ? LinkColour.Green : LinkColour.Orange, link.First.Id, link.Second.Id)
    {
        Label = link.Label ?? link.First.Id.Value,
        Reason = context.Texts.Reason(ReasonOf(link)),
        ReasonCode = Reasons.CodeOf(ReasonOf(link)),
        Since = link.Open.Count == 0 ? null : link.Open.Min(open => open.Since),
    };

    private RecordView Linked(Decision<T> decision)
    {
        var loaded = decision.Loaded;
        var differences = new List<FieldDifference>();
        for (var i = 0; i < comparer.Fields.Count; i++)
        {
            var state = decision.Compared!.States[i];
            if (state.IsSettled && decision.Fields[i].Verdict != Verdict.Open)
                continue;
            var field = comparer.Fields[i];
            ValueList<string> changed = state.HasBase
                ? new[] { (state.ChangedFirst, Side.First), (state.ChangedSecond, Side.Second) }.Where(x => x.Item1).Select(x => context.NameOf(x.Item2)).ToValueList()
                : [];
            differences.Add(new FieldDifference(field.Name, field.Display(loaded.First!.Value), field.Display(loaded.SecondInFirst!), changed, decision.Fields[i].Reason));
        }

        if (loaded.Link is null)
        {
            return New(decision, LinkColour.Red) with
            {
                Differences = differences,
                Reason = context.Texts.Say(
                    differences.Count == 0 ? "reason.not-linked-equal" : "reason.not-linked-differs",
                    null,
                    ("reason", context.Texts.Reason(decision.Item.Reason)),
                    ("fields", string.Join(", ", differences.Select(x => x.Field)))),
                ReasonCode = differences.Count == 0 ? "reason.not-linked-equal" : "reason.not-linked-differs",
            };
        }

        return New(decision, differences.Count == 0 ? LinkColour.Green : LinkColour.Orange) with
        {
            Differences = differences,
            Reason = decision.Held is { } held ? context.Texts.Message(held) : context.Texts.Reason(loaded.Link.Reason),
            ReasonCode = decision.Held?.Code ?? Reasons.CodeOf(loaded.Link.Reason),
            Since = loaded.Link.Open.Count == 0 ? null : loaded.Link.Open.Min(open => open.Since),
        };
    }

    private string Deleted(Decision<T> decision, Side gone)
    {
        var here = context.NameOf(gone);
        var there = context.NameOf(gone == Side.First ? Side.Second : Side.First);
        return decision.Deletion switch
        {
            DeletionVerdict.Conflict => Reasons.DeletedButEdited(here, there),
            DeletionVerdict.Vanished => Reasons.Vanished(here),
            DeletionVerdict.Keep => Reasons.DeletedKept(here, there),
            DeletionVerdict.Unlink or DeletionVerdict.Follow => Reasons.DeletedToUnlink(here),
            DeletionVerdict.Deactivate => Reasons.DeletedToDeactivate(here, there),
            DeletionVerdict.Delete => Reasons.DeletedToDelete(here, there),
            _ => Reasons.DeletedIn(here),
        };
    }

    private string ReasonOf(Link link) => link.GoneAt is not { } gone ? link.Reason
        : link.Open.Count > 0 ? OpenReasons.Of(link.Open[0].Reason, context.First.Name, context.Second.Name).ToString()
        : Reasons.DeletedKept(context.NameOf(gone), context.NameOf(gone == Side.First ? Side.Second : Side.First));

    private static RecordView New(Decision<T> decision, LinkColour colour) => new(T.Kind, colour, decision.Item.First, decision.Item.Second)
    {
        Label = decision.Loaded.First?.Label ?? decision.Loaded.Second?.Label ?? decision.Item.Label,
    };
}
