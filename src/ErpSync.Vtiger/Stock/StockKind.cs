using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>The one stock figure of each product. Invoices and purchase orders move it without touching the time of modification, so every quantity is listed each cycle.</summary>
internal sealed class StockKind(VtigerSession session) : IKind<StockLevel>, IReader<StockLevel>, ILister<StockLevel>, IFinder<StockLevel>, IUpdater<StockLevel>
{
    private static readonly string[] Columns = ["id", "qtyinstock", "modifiedtime"];

    public KindProfile<StockLevel> Profile
    {
        get
        {
            var setup = session.Setup;
            return new KindProfile<StockLevel> { Normalise = value => value with { Warehouse = null, Quantity = Prices.Quantity(value.Quantity, setup) }, WriteTimeout = session.Options.AttemptTimeout };
        }
    }

    public async IAsyncEnumerable<ReadResult<StockLevel>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var schema = await run.Schema.GetAsync(Modules.Products, cancellationToken);
        await foreach (var page in ModulePager.ReadAsync(run, Modules.Products, schema.Known(Columns), null, null, cancellationToken))
        {
            foreach (var row in page)
                yield return Map(row);
        }
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in ReadAsync(cancellationToken))
            yield return result.Record is { } record ? new Listed(record.Id, record.Stamp) : throw new ConnectorException(result.Problem!);
    }

    public async IAsyncEnumerable<ReadResult<StockLevel>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var schema = await run.Schema.GetAsync(Modules.Products, cancellationToken);
        var own = ids.Select(id => RecordNumber.Parse(id.Value)).OfType<RecordNumber>().Where(number => number.Prefix == schema.IdPrefix).Select(number => number.ToString());
        await foreach (var page in ModulePager.FindAsync(run, Modules.Products, schema.Known(Columns), "id", own, isUnique: true, cancellationToken))
        {
            foreach (var row in page)
                yield return Map(row);
        }
    }

    public Task<IReadOnlyList<WriteResult<StockLevel>>> UpdateAsync(IReadOnlyList<Revision<StockLevel>> batch, CancellationToken cancellationToken) =>
        Results.EachAsync<StockLevel, Revision<StockLevel>>(batch, static revision => revision.Current.Id, UpdateOneAsync, session.Client.Connection, cancellationToken);

    public static Remote<StockLevel> Read(RowReader row)
    {
        var quantity = row.Decimal("qtyinstock") ?? 0;
        return new Remote<StockLevel>(row.Id, new StockLevel { Owner = new Ref(EntityKind.Product, row.Id), Quantity = quantity, Physical = quantity })
        {
            ModifiedAt = row.ModifiedAt,
            Stamp = "q1:" + JsonValues.Invariant(quantity),
        };
    }

    private async Task<WriteResult<StockLevel>> UpdateOneAsync(Revision<StockLevel> revision, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        if (!revision.Fields.Contains(nameof(StockLevel.Quantity)))
            return new WriteResult<StockLevel>.Written(revision.Current.Id);
        var id = revision.Current.Id;
        try
        {
            var row = await session.Client.ReviseAsync(new() { ["id"] = id.Value, ["qtyinstock"] = JsonValues.Invariant(Prices.Quantity(revision.Wanted.Quantity, run.Setup)) }, cancellationToken, keepsPrices: true);
            if (ProductDetail.IsTold(row))
                session.Details.Take(row);
            return new WriteResult<StockLevel>.Written(id, Read(new RowReader(row, EntityKind.StockLevel, session.Zone)));
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.NotFound)
        {
            if ((await session.Client.QueryAsync(Vtql.Select(Modules.Products, ["id"], Vtql.Equal("id", id.Value)), cancellationToken)).Count > 0)
                throw;
            throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, VtigerCodes.NotFound, "vtiger has no such product."), fault);
        }
    }

    private ReadResult<StockLevel> Map(JsonElement row)
    {
        try
        {
            return ReadResult<StockLevel>.Of(Read(new RowReader(row, EntityKind.StockLevel, session.Zone)));
        }
        catch (ConnectorException fault)
        {
            return ReadResult<StockLevel>.Bad(fault.Problem with { Connection = session.Client.Connection });
        }
    }
}
