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
}
