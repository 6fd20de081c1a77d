namespace ErpSync.Testing;

/// <summary>Checks of the connection itself.</summary>
internal static class ConnectionChecks
{
    public static IEnumerable<ConformanceCheck> For(Connector connector)
    {
        yield return new ConformanceCheck("opens and names its installation", null, token => OpensAsync(connector, token));
        yield return new ConformanceCheck("finds no error when probed", null, token => ProbesAsync(connector, token));
        yield return new ConformanceCheck("counts its requests", null, token => CountsAsync(connector, token));
    }

    private static async Task<ConformanceResult> OpensAsync(Connector connector, CancellationToken cancellationToken)
    {
        if (connector.Find<IConnection>() is not { } connection)
            return ConformanceResult.NotSupported("IConnection is not registered.");
        var first = await connection.OpenAsync(cancellationToken);
        var second = await connection.OpenAsync(cancellationToken);
        return first.InstanceId.Length == 0 ? ConformanceResult.Failed("The instance id is empty.")
            : first.InstanceId != second.InstanceId ? ConformanceResult.Failed($"The instance id was '{first.InstanceId}' and then '{second.InstanceId}'.")
            : ConformanceResult.Passed;
    }

    private static async Task<ConformanceResult> ProbesAsync(Connector connector, CancellationToken cancellationToken)
    {
        if (connector.Find<IProbe>() is not { } probe)
            return ConformanceResult.NotSupported("IProbe is not registered.");
        var errors = (await probe.ProbeAsync([], cancellationToken)).Where(finding => finding.Severity == FindingSeverity.Error).ToArray();
        return errors.Length == 0 ? ConformanceResult.Passed : ConformanceResult.Failed(string.Join(" ", errors.Select(error => error.ToString())));
    }

    private static async Task<ConformanceResult> CountsAsync(Connector connector, CancellationToken cancellationToken)
    {
        if (connector.Find<IRequestMeter>() is not { } meter)
            return ConformanceResult.NotSupported("IRequestMeter is not registered.");
        if (connector.Find<IConnection>() is not { } connection)
            return ConformanceResult.NotSupported("IConnection is not registered.");
        var before = meter.Requests;
        await connection.OpenAsync(cancellationToken);
        var opened = meter.Requests - before;
        return opened.Reference < 1 ? ConformanceResult.Failed("Opening the connection counted no reference request.")
            : opened.Data != 0 ? ConformanceResult.Failed($"Opening the connection counted {opened.Data} data requests.")
            : ConformanceResult.Passed;
    }
}
