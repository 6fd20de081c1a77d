namespace ErpSync.Reading;

/// <summary>
/// Keeps the bodies (not the raw answers) of the first records that were read, up to a limit, so that small runs need not read them twice and large ones stay small.
/// Remembers too which records were looked for and are not there.
/// </summary>
internal sealed class BodyCache<T>(int capacity)
    where T : class, IEntity
{
    private readonly Dictionary<RemoteId, Remote<T>?> _bodies = [];

    public void Add(Remote<T> record)
    {
        if (_bodies.Count < capacity)
            _bodies[record.Id] = record with { Native = null };
    }

    /// <summary>Keeps what looking for a record gave: its body, or null when it is not there.</summary>
    public void Add(RemoteId id, Remote<T>? record)
    {
        if (_bodies.Count < capacity)
            _bodies[id] = record is null ? null : record with { Native = null };
    }

    /// <summary>Takes out what is known of a record, so that the place is free.</summary>
    /// <returns>True when it is known; the record is null when it is not there.</returns>
    public bool TryTake(RemoteId id, out Remote<T>? record) => _bodies.Remove(id, out record);
}
