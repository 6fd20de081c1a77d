using ErpSync.Reading;
using ErpSync.Recording;

namespace ErpSync.Passes;

/// <summary>What is done with the kind beside runs: writes are undone, owned records are found.</summary>
internal sealed partial class KindPass<T>
{
    public long EstimateRequests(Side side, long creates, long updates)
    {
        var batch = new SideContext<T>(context, side).Profile.FindBatch;
        var reads = (creates + batch - 1) / batch * 2; // keys before, read-backs after
        return reads + ((updates + batch - 1) / batch * 2) + creates + updates;
    }

    public async Task<IReadOnlyList<UndoEntry>> PlanUndoAsync(IReadOnlyList<UndoEntry> drafts, CancellationToken cancellationToken)
    {
        using var rooms = new KindRooms<T>(context, policy);
        return [.. (await new UndoChecks<T>(context, rooms).CheckAsync(drafts, cancellationToken)).Select(step => step.Entry)];
    }

    public Task<IReadOnlyList<RemoteId>> FindOwnedAsync(Side side, Ref owner, CancellationToken cancellationToken) =>
        OwnedRecords.FindAsync(new SideContext<T>(context, side), policy.Shape.Ownership, owner, cancellationToken);

    public async Task<KindReport> UndoAsync(IReadOnlyList<UndoEntry> entries, UndoLedger ledger, ICollection<SyncProblem> problems, CancellationToken cancellationToken)
    {
        using var rooms = new KindRooms<T>(context, policy);
        var tally = new Tally(problems) { Examined = entries.Count };
        var recorder = rooms.OpenRecorder(await OpenParkedAsync(cancellationToken));
        await new CrashRecovery<T>(context, rooms).RunAsync(cancellationToken);
        await new UndoPass<T>(context, rooms, recorder, tally, ledger).UndoAsync(entries, cancellationToken);
        return tally.ToReport(T.Kind, null);
    }
}
