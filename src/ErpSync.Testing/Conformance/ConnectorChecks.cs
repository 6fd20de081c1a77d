namespace ErpSync.Testing;

/// <summary>The contract of connectors as a list of checks, for any test framework. The same list runs against a fake, a stand-in and a live server.</summary>
public static class ConnectorChecks
{
    /// <summary>The checks of a connector. Making the list sends nothing; the list depends on the registered capabilities only.</summary>
    /// <param name="connector">The connector.</param>
    /// <param name="setup">What must be known of the system; the defaults when null.</param>
    /// <returns>The checks.</returns>
    public static IReadOnlyList<ConformanceCheck> For(Connector connector, ConformanceSetup? setup = null)
    {
        ArgumentNullException.ThrowIfNull(connector);
        setup ??= new ConformanceSetup();
        return [.. ConnectionChecks.For(connector), .. setup.Kinds.SelectMany(kind => kind.For(connector, setup))];
    }

    /// <summary>Which capability of which kind is registered, and why others are not: the matrix of a connector's README.</summary>
    /// <param name="connector">The connector.</param>
    /// <param name="setup">The kinds and what is left out on purpose; the defaults when null.</param>
    /// <returns>One line per kind and capability.</returns>
    public static IReadOnlyList<CapabilityLine> Capabilities(Connector connector, ConformanceSetup? setup = null)
    {
        ArgumentNullException.ThrowIfNull(connector);
        setup ??= new ConformanceSetup();
        return [.. setup.Kinds.SelectMany(kind => kind.Capabilities(connector, setup))];
    }
}
