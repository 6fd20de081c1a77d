namespace ErpSync.Testing;

/// <summary>One kind of records in an <see cref="InMemorySystem"/>, as its users see it.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public sealed class InMemoryKind<T> : IInMemoryKind
    where T : class, IEntity
{
    private readonly InMemoryRecords<T> _records;
    private readonly NaturalKey<T>? _indexed;

    internal InMemoryKind(InMemorySystem system, Shape<T> shape, InMemoryKindSettings<T> settings)
    {
        System = system;
        Shape = shape;
        Settings = settings;
        _indexed = InMemoryCatalog.KeyIsComputed<T>() ? null : shape.NaturalKeys.Count > 0 ? shape.NaturalKeys[0] : null;
        _records = new InMemoryRecords<T>(shape, settings.Generated, _indexed, Cut(system.Clock.GetUtcNow()));
    }

    /// <summary>How the kind behaves; may be changed between calls.</summary>
    public InMemoryKindSettings<T> Settings { get; }

    /// <summary>The kind's shape.</summary>
    public Shape<T> Shape { get; }

    /// <summary>The greatest number of writes of this kind that were under way at the same time.</summary>
    public int MostWriters { get; internal set; }

    EntityKind IInMemoryKind.Name => T.Kind;

    InMemoryCapabilities IInMemoryKind.Capabilities => Settings.Capabilities;

    internal InMemorySystem System { get; }

    internal InMemoryRecords<T> Records => _records;

    /// <summary>Runs under the gate after a record was added.</summary>
    internal Action<RemoteId, T>? Added { get; set; }

    /// <summary>A user adds a record, normalised as everything is.</summary>
    /// <param name="value">The record.</param>
    /// <returns>Its id, the next number.</returns>
    public RemoteId Add(T value) => Add(value, id: null);

    /// <summary>A user adds a record under an id of the test's choice, for example <c>product:12</c>. A record under that id is replaced.</summary>
    /// <param name="value">The record.</param>
    /// <param name="id">The id; null for the next number.</param>
    /// <returns>The id.</returns>
    public RemoteId Add(T value, RemoteId? id)
    {
        lock (System.Gate)
            return Insert(value, id, token: null).Id;
    }

    /// <summary>A user edits a record. The date is bumped unless only <see cref="InMemoryKindSettings{T}.SilentFields"/> change.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="change">From the old content to the new one.</param>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public void Edit(RemoteId id, Func<T, T> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (System.Gate)
        {
            var entry = _records.Find(id) ?? throw new KeyNotFoundException($"'{System.Name}' has no {T.Kind.Name} '{id}'.");
            Replace(entry, change(entry.Value));
        }
    }

    /// <summary>A user deletes a record and what it owns.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>False when there is no such record.</returns>
    public bool Delete(RemoteId id)
    {
        lock (System.Gate)
        {
            if (!_records.Remove(id))
                return false;
            foreach (var kind in System.Kinds)
                kind.DeleteOwnedBy(new Ref(T.Kind, id));
            return true;
        }
    }

    /// <summary>What the system holds under an id, all fields.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The content, or null when there is no such record.</returns>
    public T? Get(RemoteId id)
    {
        lock (System.Gate)
            return _records.Find(id)?.Value;
    }

    /// <summary>Everything that the system holds of the kind, all fields, in the order of adding.</summary>
    /// <returns>A copy.</returns>
    public IReadOnlyList<Remote<T>> All()
    {
        lock (System.Gate)
            return [.. _records.Ids().Select(_records.Find).OfType<InMemoryEntry<T>>().Select(entry => new Remote<T>(entry.Id, entry.Value) { ModifiedAt = entry.ModifiedAt })];
    }

    bool IInMemoryKind.Holds(RemoteId id) => _records.Find(id) is not null;

    bool IInMemoryKind.HasOwnedBy(Ref owner) => _records.OwnedBy(owner).Any();

    void IInMemoryKind.DeleteOwnedBy(Ref owner)
    {
        foreach (var id in _records.OwnedBy(owner))
            Delete(id);
    }

    Action IInMemoryKind.Backup() => _records.Backup();

    internal DateTimeOffset Cut(DateTimeOffset instant) =>
        Settings.DatePrecision <= TimeSpan.Zero ? instant : new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % Settings.DatePrecision.Ticks), TimeSpan.Zero);

    /// <summary>Under the gate: stores a new record.</summary>
    internal InMemoryEntry<T> Insert(T value, RemoteId? id, string? token)
    {
        var entry = new InMemoryEntry<T>(id ?? _records.NextId(), Settings.Normalise(value), _records.NextSequence())
        {
            ModifiedAt = Cut(System.Clock.GetUtcNow()),
            Token = token,
        };
        _records.Put(entry);
        Added?.Invoke(entry.Id, entry.Value);
        return entry;
    }

    /// <summary>Under the gate: stores a changed record; an unchanged one keeps date, version and stamp.</summary>
    internal InMemoryEntry<T> Replace(InMemoryEntry<T> entry, T value)
    {
        value = Settings.Normalise(value);
        if (value.Equals(entry.Value))
            return entry;
        var changed = Shape.Fields.Where(field => !FieldContent.AreSame(field, entry.Value, value)).Select(field => field.Name).ToArray();
        var silent = changed.Length > 0 && changed.All(Settings.SilentFields.Contains);
        var stamped = Settings.StampedFields is not { } fields || changed.Any(fields.Contains);
        var next = entry with
        {
            Value = value,
            Version = entry.Version + 1,
            Stamp = stamped ? entry.Stamp + 1 : entry.Stamp,
            ModifiedAt = silent ? entry.ModifiedAt : Cut(System.Clock.GetUtcNow()),
        };
        _records.Put(next);
        return next;
    }

    /// <summary>Under the gate: the record as the connector delivers it.</summary>
    internal Remote<T> Remote(InMemoryEntry<T> entry)
    {
        var value = Settings.Computed is { } computed ? computed(entry.Id, entry.Value) : entry.Value;
        if (Settings.ReadFields is { } read)
        {
            var empty = Shape.Empty();
            value = Shape.Fields.Where(field => !read.Contains(field.Name)).Aggregate(value, (record, field) => FieldContent.Set(field, record, empty));
        }

        return new Remote<T>(entry.Id, value)
        {
            ModifiedAt = Settings.HasDates ? entry.ModifiedAt : null,
            Label = Shape.NaturalKeys.Select(key => key.Of(value)).FirstOrDefault(text => !string.IsNullOrEmpty(text)),
            Stamp = Settings.CarriesStamps ? Stamp(entry) : null,
            Native = entry.Version,
        };
    }

    /// <summary>The stamp of a record in listings; null when listings tell ids only.</summary>
    internal string? Stamp(InMemoryEntry<T> entry) => Settings.StampedFields is { Count: 0 } ? null : $"v{entry.Stamp}";

    /// <summary>Under the gate: the ids of the records that have a natural key.</summary>
    internal IReadOnlyList<RemoteId> WithKey(string keyName, string text)
    {
        var key = Shape.NaturalKeys.Single(candidate => candidate.Name == keyName);
        if (key == _indexed && _records.WithKey(text) is { } found)
            return found;
        return [.. _records.Ids().Select(_records.Find).OfType<InMemoryEntry<T>>()
            .Where(entry => string.Equals(key.Of(Settings.Computed?.Invoke(entry.Id, entry.Value) ?? entry.Value), text, StringComparison.Ordinal))
            .Select(entry => entry.Id)];
    }
}
