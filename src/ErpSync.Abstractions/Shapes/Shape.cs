namespace ErpSync;

/// <summary>The description of a kind of record, on which comparing, merging, hashing, showing and the field policies run.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public sealed class Shape<T>
    where T : class, IEntity
{
    private readonly Dictionary<string, Field<T>> _byName;

    internal Shape(int version, Func<T> empty, IReadOnlyList<Field<T>> fields, IReadOnlyList<NaturalKey<T>> keys, IReadOnlyList<EntityKind> dependsOn, Ownership<T>? ownership)
    {
        Version = version;
        Empty = empty;
        Fields = fields;
        NaturalKeys = keys;
        DependsOn = dependsOn;
        Ownership = ownership;
        _byName = fields.ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Grows when the meaning of a field's stored hash changes; a link with an older version counts as a first run for its fields.</summary>
    public int Version { get; }

    /// <summary>Makes a record without content.</summary>
    public Func<T> Empty { get; }

    /// <summary>The fields that are compared and synchronised, in the order in which people want to see them.</summary>
    public IReadOnlyList<Field<T>> Fields { get; }

    /// <summary>The keys that records are matched by when the host names none, best first.</summary>
    public IReadOnlyList<NaturalKey<T>> NaturalKeys { get; }

    /// <summary>What records that no key matches may be recognised by, for proposals; empty when nothing is known.</summary>
    public IReadOnlyList<MatchHint<T>> Hints { get; internal init; } = [];

    /// <summary>The kinds that must be linked before this one.</summary>
    public IReadOnlyList<EntityKind> DependsOn { get; }

    /// <summary>How the record is keyed by an owner; null for records that stand by themselves. Owned records without a natural key match by owner and key alone.</summary>
    public Ownership<T>? Ownership { get; }

    /// <summary>Finds a field.</summary>
    /// <param name="name">The field's name; case does not count.</param>
    /// <returns>The field, or null.</returns>
    public Field<T>? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The record with all its pointers translated, its owner's included.</summary>
    /// <param name="record">The record.</param>
    /// <param name="translator">Translates each pointer.</param>
    /// <returns>The record in the other system's ids.</returns>
    public T Translate(T record, IRefTranslator translator)
    {
        ArgumentNullException.ThrowIfNull(translator);
        foreach (var field in Fields)
            record = field.Translate(record, translator);
        if (Ownership?.Owner(record) is { } owner && translator.Translate(owner) is var translated && translated != owner)
            record = Ownership.WithOwner(record, translated);
        return record;
    }

    /// <summary>The record without pointers that have no counterpart.</summary>
    /// <param name="record">The record, translated into the target's ids.</param>
    /// <param name="localised">The changed record.</param>
    /// <param name="missing">The name of the field (or <c>Owner</c>) whose record must be linked first; null when there is none.</param>
    /// <returns>False when a field cannot do without a pointer that has no counterpart.</returns>
    public bool TryLocalise(T record, out T localised, out string? missing)
    {
        missing = null;
        localised = record;
        foreach (var field in Fields)
        {
            if (!field.TryLocalise(localised, out localised))
                missing ??= field.Name;
        }

        if (Ownership?.Owner(localised) is { IsForeign: true })
            missing ??= "Owner";
        return missing is null;
    }

    /// <summary>All pointers of the record, its owner included.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The pointers.</returns>
    public IEnumerable<Ref> Refs(T record)
    {
        var refs = Fields.SelectMany(field => field.Refs(record));
        return Ownership?.Owner(record) is { } owner ? refs.Append(owner) : refs;
    }
}
