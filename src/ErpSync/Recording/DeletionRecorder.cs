using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Reading;
using ErpSync.Writing;

namespace ErpSync.Recording;

/// <summary>Records what followed from a deletion: links that go or stay with one end, tombstones, the journal.</summary>
internal sealed class DeletionRecorder<T>(PassContext context, KindPolicy<T> policy, RecordComparer<T> comparer, KeyMaker<T> keys, RecordHasher hasher, DeletionNotes<T> notes, JournalWriter<T> journal)
    where T : class, IEntity
{
    public void Add(StoreChanges changes, Outcome<T> outcome, Loaded<T> now, Link link, Tally tally)
    {
        var decision = outcome.Decision;
        if (decision.Notice is { } notice)
            tally.Mention(notice);
        if (decision.BothGone)
            AddBothGone(changes, decision, link, tally);
        else if (outcome.Problem is not null || !decision.IsSettledDeletion)
            Show(changes, decision, link, tally);
        else
            AddSettled(changes, outcome, now, link, decision.DeletedAt!.Value, tally);
    }

    private void AddSettled(StoreChanges changes, Outcome<T> outcome, Loaded<T> now, Link link, Side gone, Tally tally)
    {
        var decision = outcome.Decision;
        var survivor = gone == Side.First ? Side.Second : Side.First;
        var reason = Reasons.DeletedIn(context.NameOf(gone));
        switch (decision.Deletion)
        {
            case DeletionVerdict.Delete when outcome.WasDeleted:
                changes.RemovedLinks.Add(link.Number);
                changes.Tombstones.Add(Stone(now, link, null, Reasons.DeletedThenIn(context.NameOf(gone), context.NameOf(survivor))));
                changes.Journal.Add(Entry(survivor, link.End(survivor).Id, JournalAction.Deleted, reason) with { OldValue = notes.Whole(survivor, decision.Loaded.At(survivor)!.Value) });
                notes.Forget(changes, survivor, link.End(survivor).Id);
                tally.Deleted++;
                break;
            case DeletionVerdict.Unlink or DeletionVerdict.Follow:
                changes.RemovedLinks.Add(link.Number);
                if (decision.Deletion == DeletionVerdict.Unlink)
                    changes.Tombstones.Add(Stone(now, link, gone, Reasons.DeletedUnlinked(context.NameOf(gone))));
                changes.Journal.Add(Entry(survivor, link.End(survivor).Id, JournalAction.Unlinked, decision.Deletion == DeletionVerdict.Unlink ? reason : Reasons.DeletedWithOwner(context.NameOf(gone))));
                break;
            case DeletionVerdict.Keep or DeletionVerdict.Deactivate:
                if (decision.Deletion == DeletionVerdict.Deactivate)
                    AgreeInactive(decision, survivor, outcome);
                Keep(changes, decision, now, link, [], tally);
                journal.Add(changes, outcome, now);
                tally.Add(outcome, isNew: false, isOpen: false);
                break;
            default:
                Show(changes, decision, link, tally, now);
                break;
        }
    }

    /// <summary>The link stays and is orange. It is looked at again in every run unless the deletion is certain and nothing was to be written.</summary>
    private void Show(StoreChanges changes, Decision<T> decision, Link link, Tally tally, Loaded<T>? now = null)
    {
        var gone = decision.DeletedAt!.Value;
        var reason = (gone, decision.Deletion) switch
        {
            (_, DeletionVerdict.Vanished) => OpenReason.Restored,
            (Side.First, DeletionVerdict.Conflict) => OpenReason.DeletedAtFirstEditedAtSecond,
            (Side.Second, DeletionVerdict.Conflict) => OpenReason.DeletedAtSecondEditedAtFirst,
            (Side.First, _) => OpenReason.DeletedAtFirst,
            _ => OpenReason.DeletedAtSecond,
        };
        var open = link.Open.FirstOrDefault(known => known.Field == "*" && known.Reason == reason) ?? new OpenField("*", reason, context.Now);
        tally.Open++;
        if (now is null)
            changes.Links.Add(link with { Open = [open] });
        else
            Keep(changes, decision, now, link, [open], tally);
    }

    /// <summary>The link stays with one end, and the survivor counts as seen.</summary>
    private void Keep(StoreChanges changes, Decision<T> decision, Loaded<T> now, Link link, ValueList<OpenField> open, Tally tally)
    {
        var gone = decision.DeletedAt!.Value;
        var survivor = gone == Side.First ? Side.Second : Side.First;
        var record = now.At(survivor)!;
        var kept = link with { GoneAt = gone, Open = open, Label = record.Label ?? link.Label };
        kept = kept.With(survivor, new LinkEnd(record.Id)
        {
            Fingerprint = comparer.Fingerprint(survivor, record.Value),
            Base = decision.Compared!.Bases(survivor).Write(policy.Shape.Version, DateMemory.Normalise(context, survivor, record.ModifiedAt), context.Now),
            Stamp = record.Stamp,
        });
        changes.Links.Add(kept.With(gone, link.End(gone) with { Base = decision.Compared.Bases(gone).Write(policy.Shape.Version, decision.Compared.Bases(gone).ModifiedAt, context.Now) }));
        if (link.GoneAt != gone)
            changes.Tombstones.Add(Stone(now, link, gone, Reasons.DeletedIn(context.NameOf(gone))));
    }

    private void AddBothGone(StoreChanges changes, Decision<T> decision, Link link, Tally tally)
    {
        changes.RemovedLinks.Add(link.Number);
        changes.Tombstones.Add(Stone(decision.Loaded, link, null, Reasons.GoneFromBoth));
        var ours = false;
        foreach (var (side, text) in decision.Item.DeletionNotes)
        {
            // An earlier run deleted it and could not say so any more.
            changes.Journal.Add(Entry(side, link.End(side).Id, JournalAction.Deleted, Reasons.DeletedIn(context.NameOf(side == Side.First ? Side.Second : Side.First))) with { OldValue = text });
            notes.Forget(changes, side, link.End(side).Id, always: true);
            tally.Deleted++;
            ours = true;
        }

        if (!ours)
            changes.Journal.Add(Entry(Side.First, link.First.Id, JournalAction.Unlinked, Reasons.GoneFromBoth));
    }

    /// <summary>Both sides count as agreed on "inactive", so that a record that comes back active is an edit and makes the survivor active again.</summary>
    private void AgreeInactive(Decision<T> decision, Side survivor, Outcome<T> outcome)
    {
        var field = policy.ActiveField!;
        var hash = hasher.Hash(field, outcome.Stored(survivor)?.Value ?? decision.Loaded.At(survivor)!.Value);
        decision.Compared!.FirstBases.Set(field.Name, hash, null);
        decision.Compared.SecondBases.Set(field.Name, hash, null);
    }

    private Tombstone Stone(Loaded<T> now, Link link, Side? deletedAt, string reason)
    {
        var survivor = now.First?.Value ?? now.SecondInFirst;
        var key = survivor is null ? null : keys.FirstKey(survivor, policy.Shape.Ownership?.Owner(survivor));
        return new Tombstone(context.Pair, T.Kind, link.First.Id, link.Second.Id, reason)
        {
            DeletedAt = deletedAt,
            KeyHash = key is null ? null : hasher.Hash(key),
            Label = link.Label,
            FirstBase = link.First.Base,
            SecondBase = link.Second.Base,
            At = context.Now,
            UsedAt = context.Now,
        };
    }

    private JournalEntry Entry(Side side, RemoteId id, JournalAction action, string reason) => new(context.Pair, context.Run, T.Kind, side, id, action, context.Now, reason);
}
