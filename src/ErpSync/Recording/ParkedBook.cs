namespace ErpSync.Recording;

/// <summary>
/// The parked records of a pair's kind during a pass: attempts go up once a pass, waits double, and in the end a record is left alone (dead letter).
/// What is parked becomes part of the book when its transaction is stored, so that a transaction that is tried again counts nothing twice.
/// </summary>
internal sealed class ParkedBook
{
    private readonly string _pair;
    private readonly EntityKind _kind;
    private readonly ParkingOptions _options;
    private readonly Dictionary<(Side Side, RemoteId Id), ParkedRecord> _records = [];
    private readonly HashSet<(Side Side, RemoteId Id)> _tried = [];

    private ParkedBook(string pair, EntityKind kind, ParkingOptions options)
    {
        _pair = pair;
        _kind = kind;
        _options = options;
    }

    public IReadOnlyCollection<ParkedRecord> Records => _records.Values;

    public static async Task<ParkedBook> OpenAsync(ISyncStore store, string pair, EntityKind kind, ParkingOptions options, CancellationToken cancellationToken)
    {
        var book = new ParkedBook(pair, kind, options);
        await foreach (var record in store.ReadParkedAsync(pair, kind, cancellationToken))
            book._records[(record.Side, record.Id)] = record;
        return book;
    }

    public ParkedRecord? Find(Side side, RemoteId? id) => id is { } known ? _records.GetValueOrDefault((side, known)) : null;

    /// <summary>The parked record that must be left alone now; null when it may be tried.</summary>
    public ParkedRecord? Waits(Side side, RemoteId? id, DateTimeOffset now) => Find(side, id) is { } record && MustWait(record, now) ? record : null;

    public static bool MustWait(ParkedRecord record, DateTimeOffset now) => record.State != ParkedState.Waiting || record.RetryAt > now;

    /// <summary>The record as it is to be stored after a failure. Changes nothing by itself; see <see cref="Take"/>.</summary>
    public ParkedRecord Park(Side side, RemoteId id, string? label, SyncProblem problem, DateTimeOffset now, string? fingerprint)
    {
        var earlier = Find(side, id);
        var attempts = earlier is null ? 1 : _tried.Contains((side, id)) ? earlier.Attempts : earlier.Attempts + 1;
        var isDead = attempts >= _options.MaxAttempts;
        return new ParkedRecord(_pair, _kind, side, id, problem)
        {
            Label = label ?? earlier?.Label,
            Attempts = attempts,
            ParkedAt = earlier?.ParkedAt ?? now,
            RetryAt = isDead || earlier?.State == ParkedState.Skipped ? null : now + Wait(id, attempts, problem),
            State = earlier?.State == ParkedState.Skipped ? ParkedState.Skipped : isDead ? ParkedState.Dead : ParkedState.Waiting,
            Fingerprint = fingerprint,
        };
    }

    /// <summary>Takes over what a transaction stored.</summary>
    public void Take(StoreChanges changes)
    {
        foreach (var key in changes.NoLongerParked.Where(key => key.Kind == _kind))
            _records.Remove((key.Side, key.Id));
        foreach (var record in changes.Parked.Where(record => record.Kind == _kind))
        {
            _records[(record.Side, record.Id)] = record;
            _tried.Add((record.Side, record.Id));
        }
    }

    /// <summary>The first wait, doubled from attempt to attempt up to the longest, or what the system asks for; up to a fifth longer, spread by the record.</summary>
    private TimeSpan Wait(RemoteId id, int attempts, SyncProblem problem)
    {
        var first = problem.IsTransient ? _options.FirstWait : _options.FirstWaitAfterRefusal;
        var doubled = Math.Min(_options.LongestWait.Ticks, first.Ticks * Math.Pow(2, Math.Min(attempts - 1, 30)));
        var wait = Math.Max((long)doubled, problem.RetryAfter?.Ticks ?? 0);
        var spread = id.Value.Aggregate((uint)attempts, (hash, character) => (hash * 16777619) ^ character);
        return TimeSpan.FromTicks(wait + (wait / 1000 * (spread % 200)));
    }
}
