namespace ErpSync.Testing;

/// <summary>
/// An honest fake of a remote system: it holds records per kind, changes what it is sent as told, and is reached through <see cref="Connector"/> like any other.
/// The test is its user: <see cref="Add"/>, <see cref="Edit"/>, <see cref="Delete"/> and <see cref="Get"/> pass by log, hooks and faults. Safe for parallel use.
/// </summary>
public sealed class InMemorySystem
{
    internal const string OpenCall = "connection.open";
    private readonly Dictionary<Type, IInMemoryKind> _kinds = [];
    private readonly InMemoryConnection _connection;
    private long _data;
    private long _reference;
    private int _writers;

    /// <summary>A system without kinds.</summary>
    /// <param name="name">The connection's name, for example <c>shop</c>.</param>
    /// <param name="clock">The system's own clock; a new <see cref="ManualTime"/> when null.</param>
    public InMemorySystem(string name, TimeProvider? clock = null)
    {
        Name = name;
        Clock = clock ?? new ManualTime();
        Facts = new ConnectionFacts($"in-memory:{name}", "1.0") { BaseCurrency = new CurrencyCode("EUR"), Languages = ["en"] };
        _connection = new InMemoryConnection(this);
        Connector = new Connector(name, "In-memory system")
            .With<IConnection>(_connection)
            .With<IProbe>(_connection)
            .With<IRequestMeter>(_connection);
    }

    /// <summary>The connection's name.</summary>
    public string Name { get; }

    /// <summary>The system's clock, by which records are dated.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The way in for the engine. A test may replace capabilities with <see cref="Connector.With{TCapability}"/>.</summary>
    public Connector Connector { get; }

    /// <summary>What <see cref="IConnection.OpenAsync"/> tells; EUR, English and the name as instance unless changed.</summary>
    public ConnectionFacts Facts { get; set; }

    /// <summary>The requests received through the connector.</summary>
    public InMemoryCallLog Calls { get; } = new();

    /// <summary>The faults to play.</summary>
    public InMemoryFaults Faults { get; } = new();

    /// <summary>True makes every call through the connector fail with <see cref="ProblemKind.Unavailable"/> before anything is sent.</summary>
    public bool Unreachable { get; set; }

    /// <summary>
    /// Runs before each request with the call's name (<c>product.update</c>): a test may edit records here, wait, or throw
    /// (<see cref="SimulatedCrashException"/>, <see cref="ConnectorException"/>). Null for nothing.
    /// </summary>
    public Func<string, Task>? BeforeCall { get; set; }

    /// <summary>Runs after the system did its work and before the answer arrives, with the call's name. Null for nothing.</summary>
    public Func<string, Task>? AfterCall { get; set; }

    /// <summary>The greatest number of writes of all kinds together that were under way at the same time.</summary>
    public int MostWriters { get; private set; }

    internal Lock Gate { get; } = new();

    internal IEnumerable<IInMemoryKind> Kinds => _kinds.Values;

    internal RequestCounts Requests => new(Interlocked.Read(ref _data), Interlocked.Read(ref _reference), 0);

    /// <summary>Adds a kind and registers its capabilities. Stock levels appear by themselves with products and variants, whichever kind is added first.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="shape">Its shape, for example <see cref="CatalogShapes.Product"/>.</param>
    /// <param name="configure">Sets how the kind behaves; null for the defaults.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="ArgumentException">The kind was added before.</exception>
    public InMemoryKind<T> Kind<T>(Shape<T> shape, Action<InMemoryKindSettings<T>>? configure = null)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(shape);
        var settings = new InMemoryKindSettings<T>();
        InMemoryCatalog.Prepare(this, settings);
        configure?.Invoke(settings);
        var kind = new InMemoryKind<T>(this, shape, settings);
        _kinds.Add(typeof(T), kind);
        InMemoryCatalog.Connect(this, kind);
        InMemoryConnector.Register(Connector, kind);
        return kind;
    }

    /// <summary>A kind that was added.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <returns>The kind.</returns>
    /// <exception cref="InvalidOperationException">The kind was not added.</exception>
    public InMemoryKind<T> Of<T>()
        where T : class, IEntity =>
        Find<T>() ?? throw new InvalidOperationException($"'{Name}' has no kind '{T.Kind.Name}': add it with Kind(shape).");

    /// <summary>A user adds a record.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="value">The record.</param>
    /// <returns>Its id.</returns>
    public RemoteId Add<T>(T value)
        where T : class, IEntity => Of<T>().Add(value);

    /// <summary>A user edits a record.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="id">Its id.</param>
    /// <param name="change">From the old content to the new one.</param>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public void Edit<T>(RemoteId id, Func<T, T> change)
        where T : class, IEntity => Of<T>().Edit(id, change);

    /// <summary>A user deletes a record and what it owns.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="id">Its id.</param>
    /// <returns>False when there is no such record.</returns>
    public bool Delete<T>(RemoteId id)
        where T : class, IEntity => Of<T>().Delete(id);

    /// <summary>What the system holds under an id, all fields.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="id">The id.</param>
    /// <returns>The content, or null when there is no such record.</returns>
    public T? Get<T>(RemoteId id)
        where T : class, IEntity => Of<T>().Get(id);

    /// <summary>Everything that the system holds of a kind, generated records included.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <returns>The records in the order in which they were added.</returns>
    public IReadOnlyList<Remote<T>> All<T>()
        where T : class, IEntity => Of<T>().All();

    /// <summary>Notes the whole content, as a backup would.</summary>
    /// <returns>Puts the content back, ids and dates included, each time it is called.</returns>
    public Action TakeBackup()
    {
        lock (Gate)
        {
            var restores = _kinds.Values.Select(kind => kind.Backup()).ToArray();
            return () =>
            {
                lock (Gate)
                {
                    foreach (var restore in restores)
                        restore();
                }
            };
        }
    }

    internal InMemoryKind<T>? Find<T>()
        where T : class, IEntity => _kinds.GetValueOrDefault(typeof(T)) as InMemoryKind<T>;

    internal bool Lacks(Ref pointer) => _kinds.Values.FirstOrDefault(kind => kind.Name == pointer.Kind) is { } kind && !kind.Holds(pointer.Id);

    internal async Task BeginAsync(InMemoryCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Unreachable)
            throw new ConnectorException(Problem(ProblemKind.Unavailable, "in-memory.unreachable", $"'{Name}' cannot be reached.", call));
        if (BeforeCall is { } before)
            await before(call.Name);
        Interlocked.Increment(ref call.Name == OpenCall ? ref _reference : ref _data);
        Calls.Add(call);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Counts a write that begins; under the <see cref="Gate"/>.</summary>
    internal void EnterWriter() => MostWriters = Math.Max(MostWriters, ++_writers);

    /// <summary>Counts a write that ends; under the <see cref="Gate"/>.</summary>
    internal void LeaveWriter() => _writers--;

    internal Task EndAsync(InMemoryCall call) => AfterCall?.Invoke(call.Name) ?? Task.CompletedTask;

    internal SyncProblem Problem(ProblemKind kind, string code, string message, InMemoryCall call) => new(kind, code, message)
    {
        Connection = Name,
        EntityKind = call.Name == OpenCall ? null : new EntityKind(call.Name.Split('.')[0]),
        Id = call.Id,
    };
}
