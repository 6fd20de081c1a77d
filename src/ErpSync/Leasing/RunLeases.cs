using System.Globalization;

namespace ErpSync;

/// <summary>The leases of one run: the pair's, held all the time, and those of writers, taken before each batch of writes and shared with all pairs and processes on the store.</summary>
internal sealed class RunLeases(ISyncStore store, TimeProvider clock, Lease lease, long takenAt, CancellationToken stopping) : IDisposable
{
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(5);

    /// <summary>How long writers are waited for: longer than a dead holder's lease lasts.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly HeldLease _pair = new(store, clock, lease, takenAt);

    /// <summary>The name of a writer's lease.</summary>
    public static string NameOf(string connection, EntityKind kind, int slot) => $"writer/{connection}/{kind.Name}/{slot.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The name of the lease of the one writer that the kinds of a connection share.</summary>
    public static string NameOfShared(string connection) => $"writer/{connection}";

    /// <summary>Keeps the pair's lease.</summary>
    /// <exception cref="StoreException">It has passed to another holder.</exception>
    public async Task HeartbeatAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _pair.EnsureAsync(Duration / 2, cancellationToken);
        }
        catch (LeaseLostException)
        {
            throw new StoreException(StoreProblems.LeaseLost(_pair.Lease));
        }
    }

    /// <summary>Takes one to <paramref name="wanted"/> of the slots in which a kind may be written at a connection, waiting while all are taken.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="kind">The kind that is written.</param>
    /// <param name="writers">How many slots there are; see <see cref="KindProfile{T}.Writers"/>.</param>
    /// <param name="shared">Whether the only slot is the connection's; see <see cref="KindProfile{T}.SharesWriter"/>.</param>
    /// <param name="wanted">How many slots are of use.</param>
    /// <exception cref="LeaseLostException">None became free in time, the run was cancelled meanwhile, or the pair's lease was lost.</exception>
    public async Task<WriterTurn> TakeWritersAsync(string connection, EntityKind kind, int writers, bool shared, int wanted)
    {
        var names = shared ? [NameOfShared(connection)] : Enumerable.Range(0, Math.Max(1, writers)).Select(slot => NameOf(connection, kind, slot)).ToArray();
        var until = clock.GetUtcNow() + Patience;
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var slots = await TryTakeAsync(names, Math.Max(1, wanted));
            if (slots.Count > 0)
                return new WriterTurn(_pair, slots);
            if (clock.GetUtcNow() >= until || stopping.IsCancellationRequested)
                throw new LeaseLostException(LeaseProblems.Busy(connection, kind, names.Length, Patience));
            await _pair.EnsureAsync(Duration / 2, CancellationToken.None);
            await Task.Delay(wait, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _pair.Dispose();

    private async Task<List<HeldLease>> TryTakeAsync(string[] names, int wanted)
    {
        var slots = new List<HeldLease>();
        for (var slot = 0; slot < names.Length && slots.Count < wanted; slot++)
        {
            var (now, timestamp) = (clock.GetUtcNow(), clock.GetTimestamp());
            if (await store.TryTakeLeaseAsync(names[slot], lease.Holder, now, Duration, CancellationToken.None) is { } taken)
                slots.Add(new HeldLease(store, clock, taken, timestamp));
        }

        return slots;
    }
}
