namespace ErpSync.Testing;

/// <summary>One part of the contract to check at a connector. Checks are independent of each other and may run in any order, one at a time.</summary>
public sealed class ConformanceCheck
{
    private readonly Func<CancellationToken, Task<ConformanceResult>> _run;

    internal ConformanceCheck(string name, EntityKind? kind, Func<CancellationToken, Task<ConformanceResult>> run)
    {
        Name = kind is { } of ? $"{of.Name}: {name}" : $"connection: {name}";
        Kind = kind;
        _run = run;
    }

    /// <summary>What is checked, unique in a list of checks and stable between versions, for example <c>product: reads every record once</c>.</summary>
    public string Name { get; }

    /// <summary>The kind that is checked; null for the connection itself.</summary>
    public EntityKind? Kind { get; }

    /// <summary>Runs the check. It creates the records that it needs and removes them, whatever the outcome.</summary>
    /// <param name="cancellationToken">Cancels the check; what it made may then stay behind under the prefix of <see cref="FieldDomain.Prefix"/>.</param>
    /// <returns>The outcome. Exceptions of the connector are failures, not exceptions.</returns>
    public async Task<ConformanceResult> RunAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _run(cancellationToken);
        }
        catch (CheckOutcomeException outcome)
        {
            return outcome.Result;
        }
        catch (ConnectorException exception)
        {
            return ConformanceResult.Failed(exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return ConformanceResult.Failed($"The connector threw {exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
