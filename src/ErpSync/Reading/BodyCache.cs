namespace ErpSync.Reading;

/// <summary>Keeps the bodies (not the raw answers) of the first records that were read, up to a limit, so that small runs need not read them twice and large ones stay small.</summary>
internal sealed class BodyCache<T>(int capacity)
    where T : class, IEntity
{
    private readonly Dictionary<RemoteId, Remote<T>> _bodies = [];

    public void Add(Remote<T> record)
    {
        if (_bodies.Count < capacity)
            _bodies[record.Id] = record with { Native = null };
    }

    /// <summary>Takes a body out, so that the place is free.</summary>
    public Remote<T>? Take(RemoteId id) => _bodies.Remove(id, out var record) ? record : null;
}
