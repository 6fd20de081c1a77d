namespace ErpSync;

/// <summary>Says what is kept in step between the two connections of a pair.</summary>
public sealed class PairBuilder
{
    private readonly List<KindDefinition> _kinds = [];

    internal PairBuilder(string name, string first, string second)
    {
        Name = name;
        First = first;
        Second = second;
    }

    internal string Name { get; }

    internal string First { get; }

    internal string Second { get; }

    internal IReadOnlyList<KindDefinition> Kinds => _kinds;

    /// <summary>The kinds that are kept in step so far, in the order in which they were added.</summary>
    public IEnumerable<EntityKind> SyncedKinds => _kinds.Select(kind => kind.Kind);

    internal Dictionary<EntityKind, ReferenceMapBuilder> Maps { get; } = [];

    /// <summary>Keeps a kind of the catalogue in step.</summary>
    /// <typeparam name="T">One of ErpSync's own records, for example <c>Product</c>.</typeparam>
    /// <param name="configure">Its policies; null for the defaults.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ErpSyncConfigurationException">The type has no shape of its own; use the other overload.</exception>
    public PairBuilder Sync<T>(Action<KindBuilder<T>>? configure = null)
        where T : class, IEntity => Sync(KnownShapes.Of<T>(), configure);

    /// <summary>Keeps a kind in step whose shape the caller gives.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="shape">The record's shape.</param>
    /// <param name="configure">Its policies; null for the defaults.</param>
    /// <returns>This builder.</returns>
    public PairBuilder Sync<T>(Shape<T> shape, Action<KindBuilder<T>>? configure = null)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(shape);
        var builder = new KindBuilder<T>(shape);
        configure?.Invoke(builder);
        _kinds.Add(new KindDefinition<T>(this, builder));
        return this;
    }

    /// <summary>Adds to the policies of a kind that is kept in step already: a recipe's word on what a host syncs by its own policies. Does nothing when the kind is not there.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="configure">Adds policies.</param>
    /// <returns>This builder.</returns>
    public PairBuilder Adjust<T>(Action<KindBuilder<T>> configure)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(configure);
        foreach (var kind in _kinds.OfType<KindDefinition<T>>())
            kind.Adjust(configure);
        return this;
    }

    /// <summary>
    /// Maps a kind of reference data, which is not synced: fields that point to it are then compared and written. Without a map such a field is left out. Called again for the same
    /// kind it adds to it.
    /// </summary>
    /// <param name="kind">The kind pointed to, for example <see cref="EntityKind.PaymentMethod"/>.</param>
    /// <param name="configure">Adds the rows.</param>
    /// <returns>This builder.</returns>
    public PairBuilder Map(EntityKind kind, Action<ReferenceMapBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        if (!Maps.TryGetValue(kind, out var map))
            Maps[kind] = map = new ReferenceMapBuilder();
        configure(map);
        return this;
    }
}
