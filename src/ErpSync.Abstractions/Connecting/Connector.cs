namespace ErpSync;

/// <summary>One connection: its name, its system and the capabilities it has. A capability that was not added is null, so that nothing needs to throw "not supported".</summary>
/// <param name="name">The connection's name, for example <c>shop</c>.</param>
/// <param name="system">The system's name for people, for example <c>PrestaShop</c>.</param>
public sealed class Connector(string name, string system)
{
    private readonly Dictionary<Type, object> _capabilities = [];

    /// <summary>The connection's name.</summary>
    public string Name { get; } = name;

    /// <summary>The system's name for people.</summary>
    public string System { get; } = system;

    /// <summary>The interfaces of the capabilities that were added.</summary>
    public IReadOnlyCollection<Type> Capabilities => _capabilities.Keys;

    /// <summary>Adds a capability, replacing one of the same interface.</summary>
    /// <typeparam name="TCapability">The capability's interface, for example <c>IReader&lt;Product&gt;</c>.</typeparam>
    /// <param name="capability">What provides it.</param>
    /// <returns>This connector.</returns>
    public Connector With<TCapability>(TCapability capability)
        where TCapability : class
    {
        ArgumentNullException.ThrowIfNull(capability);
        _capabilities[typeof(TCapability)] = capability;
        return this;
    }

    /// <summary>Finds a capability.</summary>
    /// <typeparam name="TCapability">The capability's interface.</typeparam>
    /// <returns>The capability, or null when the connector does not have it.</returns>
    public TCapability? Find<TCapability>()
        where TCapability : class => _capabilities.GetValueOrDefault(typeof(TCapability)) as TCapability;

    /// <summary>Finds a capability that cannot be done without.</summary>
    /// <typeparam name="TCapability">The capability's interface.</typeparam>
    /// <returns>The capability.</returns>
    /// <exception cref="ConnectorException">The connector does not have it (<see cref="ProblemKind.Unsupported"/>).</exception>
    public TCapability Get<TCapability>()
        where TCapability : class =>
        Find<TCapability>() ?? throw new ConnectorException(new SyncProblem(
            ProblemKind.Unsupported,
            "connector.capability-missing",
            $"{System:system} does not offer {typeof(TCapability).Name.Split('`')[0].TrimStart('I'):capability} for {string.Join(", ", typeof(TCapability).GenericTypeArguments.Select(type => type.Name)):kinds}.")
        {
            Connection = Name,
        });

    /// <summary>The connection's name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
