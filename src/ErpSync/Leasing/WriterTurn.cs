namespace ErpSync;

/// <summary>The right to write one kind at one connection, with as many writers as slots were free.</summary>
internal sealed class WriterTurn(HeldLease pair, IReadOnlyList<HeldLease> slots) : IAsyncDisposable
{
    /// <summary>How many writes may be under way at the same time.</summary>
    public int Writers => Math.Max(1, slots.Count);

    /// <summary>What a store must check before it takes something that precedes a write.</summary>
    public IReadOnlyList<Lease> Leases => [pair.Lease, .. slots.Select(slot => slot.Lease)];

    /// <summary>Returns when all leases outlive a request; see <see cref="WriteProof"/>.</summary>
    public async ValueTask ProveAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        await pair.EnsureAsync(timeout, cancellationToken);
        foreach (var slot in slots)
            await slot.EnsureAsync(timeout, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var slot in slots)
        {
            await slot.ReleaseAsync();
            slot.Dispose();
        }
    }
}
