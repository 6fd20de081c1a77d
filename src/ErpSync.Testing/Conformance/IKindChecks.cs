namespace ErpSync.Testing;

/// <summary>The checks of one kind, whatever its type.</summary>
internal interface IKindChecks
{
    EntityKind Kind { get; }

    IEnumerable<ConformanceCheck> For(Connector connector, ConformanceSetup setup);

    IEnumerable<CapabilityLine> Capabilities(Connector connector, ConformanceSetup setup);

    /// <summary>Makes a record to point at; null when the connector cannot create the kind.</summary>
    Task<Ref?> MakeAsync(CheckSession session);
}
