namespace ErpSync.Testing;

/// <summary>What the conformance checks must know of the system under test.</summary>
public sealed class ConformanceSetup
{
    private readonly List<IKindChecks> _kinds = [];
    private readonly Dictionary<Type, string> _leftOut = [];
    private readonly Dictionary<EntityKind, string> _kindsLeftOut = [];
    private readonly Dictionary<Type, Delegate> _prepare = [];
    private readonly HashSet<(Type Type, string Field, string Other)> _follows = [];

    /// <summary>A setup for the kinds of the catalogue.</summary>
    public ConformanceSetup()
    {
        Kind(CatalogShapes.Category);
        Kind(CatalogShapes.Product);
        Kind(CatalogShapes.ProductVariant);
        Kind(CatalogShapes.StockLevel);
        Kind(CatalogShapes.ProductImage);
        Kind(CatalogShapes.Price);
    }

    /// <summary>Which values are valid in the system.</summary>
    public FieldDomain Domain { get; init; } = new();

    /// <summary>The seed of the random values; the same seed tries the same values.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many values are written to each field; 3 unless told. Fewer spare a live server.</summary>
    public int ValuesPerField { get; init; } = 3;

    /// <summary>How coarse the system's modification dates are; one second unless told. Checks of stamps let this much time pass before they edit.</summary>
    public TimeSpan DatePrecision { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Lets time pass at the system; waits by the machine's clock unless told. With a <see cref="ManualTime"/> behind the system: advance it.</summary>
    public Func<TimeSpan, CancellationToken, Task> PassTime { get; init; } = static (span, cancellationToken) => Task.Delay(span, TimeProvider.System, cancellationToken);

    /// <summary>
    /// Whether the records that test records point at (products, customers; not documents and owners) are made once a check and shared by all of its records; false (default) makes new ones
    /// each time, which takes many more requests where kinds depend on each other in long chains.
    /// </summary>
    public bool SharesTargets { get; init; }

    /// <summary>Removes a record that a check made and that the connector cannot delete itself; null leaves such records behind.</summary>
    public Func<Ref, CancellationToken, Task>? Remove { get; init; }

    internal IReadOnlyList<IKindChecks> Kinds => _kinds;

    /// <summary>Adds a kind beside those of the catalogue.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="shape">Its shape.</param>
    /// <returns>This setup.</returns>
    public ConformanceSetup Kind<T>(Shape<T> shape)
        where T : class, IEntity
    {
        _kinds.Add(new KindChecks<T>(shape));
        return this;
    }

    /// <summary>Has the last word on a test record before it is created, for what the system demands beyond the domain.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="prepare">From the record of the checks to the one that is created.</param>
    /// <returns>This setup.</returns>
    public ConformanceSetup Prepare<T>(Func<T, T> prepare)
        where T : class, IEntity
    {
        _prepare[typeof(T)] = prepare;
        return this;
    }

    /// <summary>Says that fields follow from another one, such as the totals of a document from its lines: they may change when it is written.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="field">The field that is written.</param>
    /// <param name="others">The fields that follow from it.</param>
    /// <returns>This setup.</returns>
    public ConformanceSetup ChangesWith<T>(string field, params string[] others)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(others);
        foreach (var other in others)
            _follows.Add((typeof(T), field, other));
        return this;
    }

    /// <summary>Says that the connector does not have a capability on purpose. A capability that is neither registered nor named here fails a check.</summary>
    /// <typeparam name="TCapability">The capability, for example <c>IDeleter&lt;Product&gt;</c>.</typeparam>
    /// <param name="reason">Why, for people.</param>
    /// <returns>This setup.</returns>
    public ConformanceSetup LeavesOut<TCapability>(string reason)
        where TCapability : class
    {
        _leftOut[typeof(TCapability)] = reason;
        return this;
    }

    /// <summary>Says that the connector does not serve a kind at all on purpose.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="reason">Why, for people.</param>
    /// <returns>This setup.</returns>
    public ConformanceSetup LeavesOut(EntityKind kind, string reason)
    {
        _kindsLeftOut[kind] = reason;
        return this;
    }

    internal bool Follows<T>(string field, string other) => _follows.Contains((typeof(T), field, other));

    internal string? WhyLeftOut(EntityKind kind) => _kindsLeftOut.GetValueOrDefault(kind);

    internal string? WhyLeftOut(Type capability) => _leftOut.GetValueOrDefault(capability);

    internal T Prepared<T>(T value)
        where T : class, IEntity => _prepare.TryGetValue(typeof(T), out var prepare) ? ((Func<T, T>)prepare)(value) : value;
}
