using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Planted;

/// <summary>All planted faults by name. Each history gets its own, because some remember things.</summary>
internal static class PlantedFaults
{
    public static IReadOnlyDictionary<string, Func<PlantedFault>> All { get; } = new Func<PlantedFault>[]
    {
        () => new SentAsBaseFault("baseline-from-sent"),
        () => new FailedAsDoneFault("failed-write-recorded-as-done"),
        () => new CursorFault("cursor-taken-after-read", isEarly: false),
        () => new CursorFault("cursor-kept-although-failed", isEarly: true),
        () => new CommitFault("echo-not-recognised", static (changes, _) => EachLink(changes, static link => link with { First = link.First with { Fingerprint = default }, Second = link.Second with { Fingerprint = default } })),
        () => new CallFault("intent-not-written", "AddIntentsAsync", static _ => Task.CompletedTask),
        () => new CallFault("intent-lookup-skipped", "ReadIntentsAsync", static _ => Task.FromResult<IReadOnlyList<Intent>>([])),
        () => new SilentTokensFault("token-finder-silent"),
        () => new OldGuardFault("guard-from-earlier-read"),
        () => new BrokenListingFault("incomplete-listing-is-complete"),
        () => new UnreadableAsGoneFault("unreadable-is-deleted"),
        () => new UnreadableAsZeroFault("unreadable-quantity-is-zero"),
        () => new LeaseFault("lease-not-checked", grants: true),
        () => new LeaseFault("fencing-ignored", grants: false),
        () => new TornCommitFault("commit-torn"),
        () => new CommitFault("one-base-for-both", static (changes, _) => EachLink(changes, static link => link with { Second = link.Second with { Base = link.First.Base } })),
        () => new CommitFault("open-conflict-forgotten", static (changes, _) => EachLink(changes, static link => link with { Open = link.Open.Where(open => open.Reason != OpenReason.Conflict).ToValueList() })),
        () => new CommitFault("journal-entry-dropped", static (changes, _) => changes.Journal.Clear()),
        () => new CommitFault("parked-record-dropped", static (changes, _) => changes.Parked.Clear()),
        () => new DroppedTwinsFault("duplicate-rows-dropped"),
        () => new WrongClockFault("newest-by-wrong-clock"),
        () => new CommitFault("sum-over-stale-base", StaleSums),
        () => new RevisionFault("update-sends-all-fields", sendsAll: true),
        () => new RevisionFault("stale-write-forced", sendsAll: false),
        () => new CreateFault("create-repeated-blindly", repeats: true),
        () => new CreateFault("lost-answer-means-not-done", repeats: false),
        () => new BrakeOffFault("brake-off"),
        () => new CommitFault("tombstone-forgotten", static (changes, _) => changes.Tombstones.Clear()),
    }.ToSortedByName();

    private static SortedDictionary<string, Func<PlantedFault>> ToSortedByName(this Func<PlantedFault>[] faults)
    {
        var sorted = new SortedDictionary<string, Func<PlantedFault>>(StringComparer.Ordinal);
        foreach (var fault in faults)
            sorted.Add(fault().Name, fault);
        return sorted;
    }

    private static void EachLink(StoreChanges changes, Func<Link, Link> change)
    {
        for (var i = 0; i < changes.Links.Count; i++)
            changes.Links[i] = change(changes.Links[i]);
    }

    private static void StaleSums(StoreChanges changes, StoreCall call)
    {
        for (var i = 0; i < changes.Links.Count; i++)
        {
            var link = changes.Links[i];
            if (link.Kind == EntityKind.StockLevel && link.Number > 0 && call.Store.GetLinksAsync(link.Pair, [link.Number], CancellationToken.None).Result is [var old] && !old.First.Base.IsEmpty)
                changes.Links[i] = link with { First = link.First with { Base = old.First.Base }, Second = link.Second with { Base = old.Second.Base } };
        }
    }
}

/// <summary>The brake is off where the pair's policies say that it is on.</summary>
internal sealed class BrakeOffFault(string name) : PlantedFault(name)
{
    public override bool TakesBrakeOff => true;
}
