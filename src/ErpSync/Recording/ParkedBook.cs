namespace ErpSync.Recording;

/// <summary>The parked records of a pair's kind during a pass: attempts go up, waits double; a refusal waits longer than a system that was not there.</summary>
internal sealed class ParkedBook
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstWaitAfterRefusal = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private readonly string _pair;
    private readonly EntityKind _kind;
    private readonly Dictionary<(Side Side, RemoteId Id), ParkedRecord> _records = [];

    private ParkedBook(string pair, EntityKind kind)
    {
        _pair = pair;
        _kind = kind;
    }

    public static async Task<ParkedBook> OpenAsync(ISyncStore store, string pair, EntityKind kind, CancellationToken cancellationToken)
    {
        var book = new ParkedBook(pair, kind);
        await foreach (var record in store.ReadParkedAsync(pair, kind, cancellationToken))
            book._records[(record.Side, record.Id)] = record;
        return book;
    }

    /// <summary>The problem of a record that must wait before it is tried again; null when it may be tried.</summary>
    public SyncProblem? Waits(Side side, RemoteId? id, DateTimeOffset now) =>
        id is { } known && _records.TryGetValue((side, known), out var record) && record.RetryAt > now ? record.Problem : null;

    public bool Remove(Side side, RemoteId id) => _records.Remove((side, id));

    public ParkedRecord Park(Side side, RemoteId id, string label, SyncProblem problem, DateTimeOffset now)
    {
        var attempts = _records.TryGetValue((side, id), out var earlier) ? earlier.Attempts + 1 : 1;
        var wait = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, (problem.IsTransient ? FirstWait : FirstWaitAfterRefusal).Ticks << Math.Min(attempts - 1, 12)));
        var record = new ParkedRecord(_pair, _kind, side, id, problem)
        {
            Label = label,
            Attempts = attempts,
            ParkedAt = earlier?.ParkedAt ?? now,
            RetryAt = now + Jitter(wait, id, attempts),
        };
        _records[(side, id)] = record;
        return record;
    }

    /// <summary>Up to a fifth longer, spread by the record, so that many parked at once are not tried at once.</summary>
    private static TimeSpan Jitter(TimeSpan wait, RemoteId id, int attempts)
    {
        var spread = id.Value.Aggregate((uint)attempts, (hash, character) => (hash * 16777619) ^ character);
        return wait + TimeSpan.FromTicks(wait.Ticks / 1000 * (spread % 200));
    }
}
