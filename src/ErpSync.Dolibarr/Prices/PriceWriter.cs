using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>
/// Writes the prices of levels; a level is one of a fixed set, so that setting it twice is once. Everything that Dolibarr's API cannot write (prices for single customers, by quantity,
/// for a time or a country) is refused by name, one by one, and counted.
/// </summary>
internal sealed class PriceWriter(DolibarrSession session) : ICreator<Price>, IUpdater<Price>
{
    private readonly DolibarrClient _client = session.Client;

    public Task<IReadOnlyList<WriteResult<Price>>> CreateAsync(IReadOnlyList<Creation<Price>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<Price, Creation<Price>>(batch, static _ => null, CreateAsync, _client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Price>>> UpdateAsync(IReadOnlyList<Revision<Price>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<Price, Revision<Price>>(batch, static revision => revision.Current.Id, UpdateAsync, _client.Connection, cancellationToken);

    private async Task<WriteResult<Price>> CreateAsync(Creation<Price> creation, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var modes = await run.Prices.GetAsync(cancellationToken);
        var price = creation.Value;
        if (Reason(price, modes) is { } reason)
            throw Refused(reason, $"A price {reason} cannot be written: Dolibarr's API only reads such prices.", "Make it in Dolibarr's screens, or give customers a price level.");
        if (modes.LevelOf(price.Group) is not { } level)
        {
            throw Refused("for an unknown price level", $"Dolibarr has no price level '{price.Group}' (known: {string.Join(", ", modes.Levels.Values)}).", "Name the level as the group in Dolibarr's setup of products, or set the option PriceLevelNames.");
        }

        if (level == run.Setup.PriceLevel)
            throw Refused("for the product's own level", $"The level '{price.Group}' is the product's own price here.", "Choose another PriceLevel, or leave the group out.");
        var product = Numbers.Of(price.Owner.Id) ?? throw Gone(price.Owner.Id);
        return await WriteAsync(run, modes, product, level, price.Net, cancellationToken);
    }

    private async Task<WriteResult<Price>> UpdateAsync(Revision<Price> revision, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var id = PriceId.Parse(revision.Current.Id) ?? throw Gone(revision.Current.Id);
        if (!revision.Fields.Contains(nameof(Price.Net), StringComparer.Ordinal))
            return new WriteResult<Price>.Written(revision.Current.Id);
        if (id.Sort != PriceId.Level)
            throw Refused(id.Sort == PriceId.Customer ? "for a single customer" : "by quantity", "Dolibarr's API only reads this price.", "Change it in Dolibarr's screens.");
        return await WriteAsync(run, await run.Prices.GetAsync(cancellationToken), id.Product, (int)id.Number, revision.Wanted.Net, cancellationToken);
    }

    private async Task<WriteResult<Price>> WriteAsync(DolibarrRun run, PriceModes modes, long product, int level, Money net, CancellationToken cancellationToken)
    {
        var amount = PriceMapping.Amount(net, run.Setup, nameof(Price.Net));
        var row = await run.Rows.OneAsync(product, cancellationToken) ?? throw Gone(RemoteId.From(product));
        var body = new JsonObject { ["caller"] = "erpsync" };
        PriceMapping.WriteLevel(body, row, level, amount, null, run.Setup);
        await _client.PutAsync($"products/{JsonValues.Invariant(product)}", body, cancellationToken);
        // The answer of an update echoes what it was sent, and a level may have been refused behind a 200: only a new reading tells.
        var stored = await run.Rows.OneAsync(product, cancellationToken) ?? throw Gone(RemoteId.From(product));
        var ids = await run.Ids.PeekAsync(cancellationToken);
        var id = new PriceId(product, PriceId.Level, level).ToRemoteId();
        return new WriteResult<Price>.Written(id, PriceRecords.Levels(stored, ids.IsVariant(product), modes, run.Setup).FirstOrDefault(record => record.Id == id));
    }

    private static string? Reason(Price price, PriceModes modes) => price switch
    {
        { Customer: not null } or { CustomerKey: not null } => "for a single customer",
        { FromQuantity: not 1 } => "by quantity",
        { From: not null } or { Until: not null } => "for a period",
        { Country: not null } => "for a country",
        { Group: null } => "for everybody beside the product's own",
        _ when modes.Levels.Count == 0 => "for a group while price levels are off",
        _ => null,
    };

    private ConnectorException Refused(string reason, string message, string remedy)
    {
        session.NotCarried.AddOrUpdate($"prices {reason}", 1, static (_, count) => count + 1);
        return new ConnectorException(new SyncProblem(ProblemKind.Unsupported, "dolibarr.price-not-writable", message) { EntityKind = Price.Kind, Field = nameof(Price.Net), Remedy = remedy });
    }

    private static ConnectorException Gone(RemoteId id) => new(new SyncProblem(ProblemKind.NotFound, DolibarrCodes.NotFound, $"Dolibarr has no such product any more: {id}.") { EntityKind = Price.Kind });
}
