namespace ErpSync.Testing;

/// <summary>The records of one kind with their indexes by natural key, token and owner. The caller holds the system's gate.</summary>
internal sealed class InMemoryRecords<T>(Shape<T> shape, GeneratedKind<T>? generated, NaturalKey<T>? key, DateTimeOffset generatedAt)
    where T : class, IEntity
{
    private Dictionary<RemoteId, InMemoryEntry<T>> _entries = [];
    private HashSet<long> _gone = [];
    private Dictionary<string, SortedSet<RemoteId>> _byKey = [];
    private Dictionary<string, SortedSet<RemoteId>> _byToken = [];
    private Dictionary<Ref, SortedSet<RemoteId>> _byOwner = [];
    private long _lastId = generated?.Count ?? 0;
    private long _sequence = generated?.Count ?? 0;

    public DateTimeOffset GeneratedAt => generatedAt;

    public bool HasGenerated => generated is not null;

    public RemoteId NextId() => RemoteId.From(++_lastId);

    public long NextSequence() => ++_sequence;

    public long LastId => _lastId;

    public InMemoryEntry<T>? Find(RemoteId id)
    {
        if (_entries.TryGetValue(id, out var entry))
            return entry;
        return generated?.IndexOf(id) is { } index && index >= 1 && index <= generated.Count && generated.Id(index) == id && !_gone.Contains(index)
            ? Generate(index)
            : null;
    }

    public void Put(InMemoryEntry<T> entry)
    {
        if (_entries.TryGetValue(entry.Id, out var old))
            Unindex(old);
        _entries[entry.Id] = entry;
        Index(entry);
    }

    public bool Remove(RemoteId id)
    {
        if (Find(id) is not { } entry)
            return false;
        if (_entries.Remove(id))
            Unindex(entry);
        if (generated?.IndexOf(id) is { } index && index <= generated.Count)
            _gone.Add(index);
        return true;
    }

    /// <summary>All ids in the order of adding: a copy of the stored ones, the generated ones one by one.</summary>
    public IEnumerable<RemoteId> Ids()
    {
        var stored = _entries.Values.OrderBy(entry => entry.Sequence).Select(entry => entry.Id).ToArray();
        return generated is null ? stored : GeneratedIds().Concat(stored.Where(id => !IsGenerated(id)));
    }

    public IEnumerable<RemoteId> StoredIds() => [.. _entries.Values.OrderBy(entry => entry.Sequence).Select(entry => entry.Id)];

    public IEnumerable<RemoteId> WithToken(string token) => _byToken.GetValueOrDefault(token) ?? [];

    public IEnumerable<RemoteId> OwnedBy(Ref owner) => _byOwner.TryGetValue(owner, out var ids) ? [.. ids] : [];

    /// <summary>The ids of the records with a key, by index; null when a scan is needed.</summary>
    public IReadOnlyList<RemoteId>? WithKey(string text)
    {
        if (generated is { IndexOfKey: null })
            return null;
        var stored = _byKey.TryGetValue(text, out var ids) ? [.. ids] : new List<RemoteId>();
        if (generated?.IndexOfKey?.Invoke(text) is { } index && index >= 1 && index <= generated.Count && !_gone.Contains(index) && !_entries.ContainsKey(generated.Id(index)))
            stored.Add(generated.Id(index));
        return stored;
    }

    public Action Backup()
    {
        var (entries, gone, byKey, byToken, byOwner) = Copy(_entries, _gone, _byKey, _byToken, _byOwner);
        var (lastId, sequence) = (_lastId, _sequence);
        return () =>
        {
            (_entries, _gone, _byKey, _byToken, _byOwner) = Copy(entries, gone, byKey, byToken, byOwner);
            (_lastId, _sequence) = (lastId, sequence);
        };
    }

    private static (Dictionary<RemoteId, InMemoryEntry<T>>, HashSet<long>, Dictionary<string, SortedSet<RemoteId>>, Dictionary<string, SortedSet<RemoteId>>, Dictionary<Ref, SortedSet<RemoteId>>) Copy(
        Dictionary<RemoteId, InMemoryEntry<T>> entries,
        HashSet<long> gone,
        Dictionary<string, SortedSet<RemoteId>> byKey,
        Dictionary<string, SortedSet<RemoteId>> byToken,
        Dictionary<Ref, SortedSet<RemoteId>> byOwner) =>
        (new(entries), [.. gone], Copy(byKey), Copy(byToken), Copy(byOwner));

    private static Dictionary<TKey, SortedSet<RemoteId>> Copy<TKey>(Dictionary<TKey, SortedSet<RemoteId>> index)
        where TKey : notnull => index.ToDictionary(entry => entry.Key, entry => new SortedSet<RemoteId>(entry.Value));

    private bool IsGenerated(RemoteId id) => generated!.IndexOf(id) is { } index && index >= 1 && index <= generated.Count && generated.Id(index) == id;

    private IEnumerable<RemoteId> GeneratedIds()
    {
        for (var index = 1L; index <= generated!.Count; index++)
        {
            if (!_gone.Contains(index))
                yield return generated.Id(index);
        }
    }

    private InMemoryEntry<T> Generate(long index) => new(generated!.Id(index), generated.Make(index), index) { ModifiedAt = generatedAt };

    private void Index(InMemoryEntry<T> entry)
    {
        if (key?.Of(entry.Value) is { Length: > 0 } text)
            Add(_byKey, text, entry.Id);
        if (entry.Token is { } token)
            Add(_byToken, token, entry.Id);
        if (shape.Ownership?.Owner(entry.Value) is { } owner)
            Add(_byOwner, owner, entry.Id);
    }

    private void Unindex(InMemoryEntry<T> entry)
    {
        if (key?.Of(entry.Value) is { Length: > 0 } text)
            _byKey.GetValueOrDefault(text)?.Remove(entry.Id);
        if (entry.Token is { } token)
            _byToken.GetValueOrDefault(token)?.Remove(entry.Id);
        if (shape.Ownership?.Owner(entry.Value) is { } owner)
            _byOwner.GetValueOrDefault(owner)?.Remove(entry.Id);
    }

    private static void Add<TKey>(Dictionary<TKey, SortedSet<RemoteId>> index, TKey at, RemoteId id)
        where TKey : notnull
    {
        if (!index.TryGetValue(at, out var ids))
            index[at] = ids = [];
        ids.Add(id);
    }
}
