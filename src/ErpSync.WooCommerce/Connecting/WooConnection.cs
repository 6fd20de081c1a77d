namespace ErpSync.WooCommerce;

/// <summary>Begins a run and says what the installation is.</summary>
internal sealed class WooConnection(WooSession session) : IConnection
{
    public async Task<ConnectionFacts> OpenAsync(CancellationToken cancellationToken)
    {
        var run = await session.OpenAsync(cancellationToken);
        var setup = run.Setup;
        if (setup.Version is { Major: < 8 })
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.Unsupported, WooCodes.Version, $"WooCommerce {setup.VersionText} is older than 8, the first version that is supported.")
            {
                Connection = session.Client.Connection,
                Remedy = "Update WooCommerce.",
            });
        }

        var root = WooCommerceAddress.Root(session.Options.BaseAddress!);
        var place = $"{root.Host}:{JsonValues.Invariant(root.Port)}{root.AbsolutePath.TrimEnd('/')}".ToLowerInvariant();
        return new ConnectionFacts(setup.StoreId.Length > 0 ? $"{place}#{setup.StoreId}" : place, setup.VersionText)
        {
            BaseCurrency = setup.Currency,
            Languages = [setup.Language],
            TimeZone = setup.Zone,
            ServerTime = run.ToldTime,
        };
    }
}
