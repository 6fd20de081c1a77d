using ErpSync.Comparing;
using ErpSync.Reading;

namespace ErpSync.Deciding;

/// <summary>Decides what becomes of a link of which one end or both are gone. Pure.</summary>
internal sealed class DeletionDecider<T>(KindPolicy<T> policy, SideContext<T> first, SideContext<T> second, RecordComparer<T> comparer, KeyMaker<T> keys)
    where T : class, IEntity
{
    public Decision<T> Decide(Decision<T> decision, PersonsWord? word, RestoredMarks restored)
    {
        var loaded = decision.Loaded;
        var item = loaded.Item;
        if (loaded is { First: null, Second: null } && item is { FirstGone: true, SecondGone: true })
            return decision with { BothGone = true };
        var gone = loaded.First is null && (loaded.Second is not null || !item.SecondGone) ? Side.First : Side.Second;
        var survivor = Other(gone);
        decision = decision with { DeletedAt = gone, Deletion = DeletionVerdict.Show };

        // A record that was only not found is not deleted yet: a complete listing or an announcement must say so too.
        if (!(gone == Side.First ? item.FirstGone : item.SecondGone) || loaded.At(survivor) is null)
            return decision;
        decision = decision with { IsSettledDeletion = true, Compared = comparer.CompareAlone(loaded, survivor) };
        if (word is not null && word.Covers("*", loaded.Link))
            return word.Keep == gone ? DeleteOrUnlink(decision, survivor) : CreateOrUnlink(decision, gone, survivor);
        if (loaded.OwnerIsDoomed)
        {
            // It goes with its owner, whatever the policy for its own kind, unless somebody edited it. What cannot be deleted by itself is nothing by itself.
            return this[survivor].Deleter is null ? decision with { Deletion = DeletionVerdict.Follow }
                : IsConflict(decision, survivor) ? decision with { Deletion = DeletionVerdict.Conflict }
                : decision with { Deletion = policy.OnDelete.GetValueOrDefault(gone) == Deletion.Delete ? DeletionVerdict.Delete : DeletionVerdict.Follow };
        }

        if (loaded.LostOwner)
            return decision with { Deletion = DeletionVerdict.Follow };
        if (HasVanished(loaded.Link!, gone, restored) && !(restored.Any && restored.Keep == gone))
            return restored.Any && restored.Keep == survivor ? CreateOrUnlink(decision, gone, survivor) : decision with { Deletion = DeletionVerdict.Vanished };
        return policy.OnDelete.GetValueOrDefault(gone) switch
        {
            Deletion.Ignore => decision with { Deletion = DeletionVerdict.Keep },
            Deletion.Unlink => decision with { Deletion = DeletionVerdict.Unlink },
            Deletion.Deactivate when IsSettled(loaded.Link!, gone) => decision with { Deletion = DeletionVerdict.Keep },
            _ when IsConflict(decision, survivor) => decision with { Deletion = DeletionVerdict.Conflict },
            Deletion.Deactivate => Deactivate(decision, survivor),
            Deletion.Delete => Delete(decision, survivor),
            _ => decision,
        };
    }

    /// <summary>Missing where a backup was restored: nobody deleted it. Stays so until a person decides or the record comes back; what was known to be deleted before stays deleted.</summary>
    private static bool HasVanished(Link link, Side gone, RestoredMarks restored) =>
        (restored.At(gone) && link.GoneAt is null) || link.Open.Any(open => open is { Field: "*", Reason: OpenReason.Restored });

    private static bool IsSettled(Link link, Side gone) => link.GoneAt == gone && !link.Open.Any(open => open.Field == "*");

    /// <summary>Once a conflict, always one, until a person decides or the record comes back.</summary>
    private bool IsConflict(Decision<T> decision, Side survivor) =>
        decision.Loaded.Link!.Open.Any(open => open.Reason is OpenReason.DeletedAtFirstEditedAtSecond or OpenReason.DeletedAtSecondEditedAtFirst)
        || comparer.WasEdited(decision.Compared!, survivor);

    private Decision<T> Deactivate(Decision<T> decision, Side survivor)
    {
        var field = policy.ActiveField!;
        var now = survivor == Side.First ? decision.Loaded.FirstMarked! : decision.Loaded.SecondInFirst!;
        if (field.Get(now) == false)
            return decision with { Deletion = DeletionVerdict.Keep };
        if (!this[survivor].Writes(field.Name))
            return CannotCarryOut(decision, survivor, "delete.cannot-deactivate", "deactivate");
        var wanted = field.With(now, false);
        return survivor == Side.First
            ? decision with { Deletion = DeletionVerdict.Deactivate, WantedFirst = wanted, FirstWrites = [field] }
            : decision with { Deletion = DeletionVerdict.Deactivate, WantedSecondInFirst = wanted, SecondWrites = [field] };
    }

    private Decision<T> Delete(Decision<T> decision, Side survivor) => this[survivor].Deleter is null
        ? CannotCarryOut(decision, survivor, "delete.unsupported", "delete")
        : decision with { Deletion = DeletionVerdict.Delete };

    private Decision<T> DeleteOrUnlink(Decision<T> decision, Side survivor) =>
        decision with { Deletion = this[survivor].Deleter is null ? DeletionVerdict.Unlink : DeletionVerdict.Delete };

    private Decision<T> CreateOrUnlink(Decision<T> decision, Side gone, Side survivor)
    {
        var possible = policy.CreateAt.Contains(gone) && this[gone].Creator is not null
            && (this[gone].Profile.RequiredKey is not { } required || keys.Key(required, decision.Loaded.At(survivor)!.Value) is not null);
        return possible
            ? decision with { DeletedAt = null, Deletion = null, IsSettledDeletion = false, Compared = null, CreateAt = gone }
            : decision with { Deletion = DeletionVerdict.Unlink };
    }

    private Decision<T> CannotCarryOut(Decision<T> decision, Side survivor, string code, string action)
    {
        var here = this[Other(survivor)].Name;
        var there = this[survivor].Name;
        return decision with
        {
            Notice = new SyncProblem(ProblemKind.Unsupported, code, $"It was deleted in {here}, and {there} cannot be told to {action} it.")
            {
                Connection = there,
                EntityKind = T.Kind,
                Id = decision.Loaded.At(survivor)!.Id,
                Remedy = "Choose another deletion policy for this direction, or settle it by hand.",
            },
        };
    }

    private SideContext<T> this[Side side] => side == Side.First ? first : second;

    private static Side Other(Side side) => side == Side.First ? Side.Second : Side.First;
}
