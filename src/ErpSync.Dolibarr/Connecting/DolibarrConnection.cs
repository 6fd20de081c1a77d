namespace ErpSync.Dolibarr;

/// <summary>Begins a run and says what the installation is.</summary>
internal sealed class DolibarrConnection(DolibarrSession session) : IConnection
{
    public async Task<ConnectionFacts> OpenAsync(CancellationToken cancellationToken)
    {
        var run = await session.OpenAsync(cancellationToken);
        var setup = run.Setup;
        return new ConnectionFacts(InstanceId(session.Options), setup.Version)
        {
            BaseCurrency = setup.Currency,
            Languages = setup.Languages,
            TimeZone = setup.Zone,
            ServerTime = run.ToldTime,
        };
    }

    // Dolibarr tells no installation id; the address and the company in it are what a clone or a changed address differs by.
    private static string InstanceId(DolibarrOptions options)
    {
        var root = DolibarrAddress.Root(options.BaseAddress!);
        return $"{root.Host}:{JsonValues.Invariant(root.Port)}{root.AbsolutePath.TrimEnd('/')}{(options.Entity is { } entity ? $"#{JsonValues.Invariant(entity)}" : "")}".ToLowerInvariant();
    }
}
