namespace ErpSync.Reading;

/// <summary>What reading one side found.</summary>
internal sealed class SideReading<T>(int cacheCapacity, RecordHasher hasher, Scratch scratch)
    where T : class, IEntity
{
    /// <summary>Links whose record at this side differs from its fingerprint.</summary>
    public LinkBitmap Dirty { get; } = new();

    /// <summary>Links whose record at this side does not exist any more and was not known to be gone.</summary>
    public List<long> Gone { get; } = [];

    /// <summary>Links whose record at this side was not met, while one record could not be read and did not tell its id: it may be any of them.</summary>
    public List<long> Missing { get; } = [];

    /// <summary>True when everything was listed or read, so that what was not seen is gone.</summary>
    public bool IsComplete { get; set; }

    public CandidateTable Candidates { get; } = new(scratch);

    public List<SyncProblem> Unreadable { get; } = [];

    /// <summary>Records that must not be created at the other side, by their ids: their counterpart is perhaps there already. Those that match one by a key are linked.</summary>
    public Dictionary<RemoteId, SyncProblem> Holds { get; } = [];

    public BodyCache<T> Bodies { get; set; } = new(cacheCapacity);

    /// <summary>The cursor to keep once everything is recorded; null when the side has none.</summary>
    public string? Cursor { get; set; }

    /// <summary>True when every record was read, so that keys of linked records are known too.</summary>
    public bool WasFull { get; set; }

    /// <summary>True when nothing at this side was left out: what was not met is not there.</summary>
    public bool SawAll { get; set; }

    /// <summary>Hashes of the first key of every linked record, when all were read.</summary>
    public KeySet LinkedKeys { get; } = new(hasher);

    public long Examined { get; set; }

    /// <summary>What tells a restored backup.</summary>
    public IdWatch Watch { get; } = new();

    public SweepMemory? Sweep { get; set; }
}
