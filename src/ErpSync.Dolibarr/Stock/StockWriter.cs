using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>
/// Writes stock levels. Dolibarr only takes movements and loses some when several arrive at once, so one at a time: read the level, book the difference as one movement
/// under an operation id, read the level again. A movement whose answer was lost is looked for by that id and never repeated here.
/// </summary>
internal sealed class StockWriter(DolibarrSession session) : IUpdater<StockLevel>
{
    private const string Label = "ErpSync";
    private readonly DolibarrClient _client = session.Client;

    public async Task<IReadOnlyList<WriteResult<StockLevel>>> UpdateAsync(IReadOnlyList<Revision<StockLevel>> batch, CancellationToken cancellationToken)
    {
        await session.OneWriter.WaitAsync(cancellationToken);
        try
        {
            return await Writes.EachAsync<StockLevel, Revision<StockLevel>>(batch, static revision => revision.Current.Id, UpdateAsync, _client.Connection, cancellationToken);
        }
        finally
        {
            session.OneWriter.Release();
        }
    }

    private async Task<WriteResult<StockLevel>> UpdateAsync(Revision<StockLevel> revision, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var product = StockId.ProductOf(revision.Current.Id) ?? throw Problem(ProblemKind.NotFound, DolibarrCodes.NotFound, "There is no such stock level.");
        var target = run.Options.StockPerWarehouse ? Target(run, revision.Current.Id) : StockWarehouses.ToWrite(run.Setup, run.Options);
        var before = await LevelAsync(run, product, target, cancellationToken);
        if (before.Value.Quantity != revision.Current.Value.Quantity)
            throw Moved($"The level is {Text(before)} and no longer {JsonValues.Invariant(revision.Current.Value.Quantity)}; nothing was booked.");
        var difference = revision.Wanted.Quantity - before.Value.Quantity;
        if (difference == 0 || !revision.Fields.Contains(nameof(StockLevel.Quantity), StringComparer.Ordinal))
            return new WriteResult<StockLevel>.Written(revision.Current.Id, before);

        var operation = Operation(run, product, target, before.Value.Quantity, revision.Wanted.Quantity);
        var lot = Lot(run, before);
        await BookAsync(run, product, target, difference, operation, lot, cancellationToken);
        var after = await LevelAsync(run, product, target, cancellationToken);
        return after.Value.Quantity == revision.Wanted.Quantity
            ? new WriteResult<StockLevel>.Written(revision.Current.Id, after)
            : throw Moved($"After a movement of {JsonValues.Invariant(difference)} the level is {Text(after)} instead of {JsonValues.Invariant(revision.Wanted.Quantity)}: something else moved at the same time, or Dolibarr lost an update.");
    }

    private async Task BookAsync(DolibarrRun run, long product, Warehouse warehouse, decimal difference, string operation, string? lot, CancellationToken cancellationToken)
    {
        try
        {
            await _client.PostAsync("stockmovements", Movement(run.Setup, product, warehouse, difference, operation, lot), cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind == ProblemKind.OutcomeUnknown)
        {
            var booked = await _client.ListAsync($"stockmovements?limit=5&{SqlFilter.Query(SqlFilter.MayBe("t.inventorycode", [operation]))}", cancellationToken);
            if (!booked.Any(movement => movement.Text("inventorycode") == operation && movement.Whole("product_id") == product))
                throw;
        }
    }

    // Until 20 the texts were called movementlabel; unknown names are dropped silently, so versions between get both.
    private static JsonObject Movement(DolibarrSetup setup, long product, Warehouse warehouse, decimal difference, string operation, string? lot)
    {
        var body = new JsonObject
        {
            ["product_id"] = product,
            ["warehouse_id"] = warehouse.Id,
            ["qty"] = JsonNode.Parse(JsonValues.Invariant(difference)),
            ["movementcode"] = operation,
        };
        if (setup.Major is 0 or >= 21)
            body["label"] = Label;
        if (setup.Major is > 0 and < 23)
            body["movementlabel"] = Label;
        if (lot is not null && setup.Major is 0 or >= 21)
            body["batch"] = lot;
        if (lot is not null && setup.Major is > 0 and < 23)
            body["lot"] = lot;
        return body;
    }

    private static string? Lot(DolibarrRun run, Remote<StockLevel> level)
    {
        if (!run.Setup.HasLots || level.Native is not ProductRow { HasLots: true })
            return null;
        return run.Options.Lot ?? throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, "dolibarr.lot-missing", "The product is managed in lots, and Dolibarr takes no movement without one; nothing was booked.")
        {
            EntityKind = StockLevel.Kind,
            Field = nameof(StockLevel.Quantity),
            Remedy = "Set the option Lot, or let Dolibarr alone keep the stock of products in lots.",
        });
    }

    private static async Task<Remote<StockLevel>> LevelAsync(DolibarrRun run, long product, Warehouse target, CancellationToken cancellationToken)
    {
        var row = await run.Rows.OneAsync(product, cancellationToken, withStock: true) ?? throw Problem(ProblemKind.NotFound, DolibarrCodes.NotFound, "The product of this stock level does not exist any more.");
        if (row.IsService)
            throw Problem(ProblemKind.Rejected, DolibarrCodes.NoStock, "A service has no stock in Dolibarr.");
        var ids = await run.Ids.PeekAsync(cancellationToken);
        if (ids.Parents.Contains(product))
            throw Problem(ProblemKind.Rejected, DolibarrCodes.NoStock, "The stock of a product with variants belongs to its variants.");
        var isVariant = ids.Children.Contains(product) || row.MarkedParentId is not null;
        return run.Options.StockPerWarehouse
            ? StockMapping.Read(row, isVariant, target)
            : StockMapping.Read(row, isVariant, StockWarehouses.Summed(run.Setup, run.Options), run.StockMeasure);
    }

    private static Warehouse Target(DolibarrRun run, RemoteId id)
    {
        var warehouse = StockWarehouses.Each(run.Setup, run.Options).FirstOrDefault(warehouse => warehouse.Id == StockId.WarehouseOf(id))
            ?? throw Problem(ProblemKind.NotFound, DolibarrCodes.NotFound, "The warehouse of this stock level is not among those that are carried.");
        return warehouse.IsOpen ? warehouse : throw Problem(ProblemKind.Rejected, DolibarrCodes.NoWarehouse, $"The warehouse {warehouse.Reference} is closed: nothing can be booked in it.");
    }

    // The same for the same wish on the same day, so that a retry finds what an earlier attempt booked.
    private string Operation(DolibarrRun run, long product, Warehouse warehouse, decimal before, decimal wanted) =>
        "erpsync-" + Prints.Of(_client.Connection, JsonValues.Invariant(product), JsonValues.Invariant(warehouse.Id), JsonValues.Invariant(before), JsonValues.Invariant(wanted), run.Cursor.Time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    private static string Text(Remote<StockLevel> level) => JsonValues.Invariant(level.Value.Quantity);

    private static ConnectorException Moved(string message) => Problem(ProblemKind.Stale, DolibarrCodes.StockMoved, message);

    private static ConnectorException Problem(ProblemKind kind, string code, string message) => new(new SyncProblem(kind, code, message) { EntityKind = StockLevel.Kind, Field = nameof(StockLevel.Quantity) });
}
