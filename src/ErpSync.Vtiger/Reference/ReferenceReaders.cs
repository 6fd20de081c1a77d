using System.Runtime.CompilerServices;

namespace ErpSync.Vtiger;

/// <summary>Reference data: currencies, taxes, statuses and carriers out of the picklists.</summary>
internal sealed class ReferenceReaders(VtigerSession session) : IReader<Currency>, IReader<Tax>, IReader<OrderStatus>, IReader<Carrier>
{
    async IAsyncEnumerable<ReadResult<Currency>> IReader<Currency>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var row in run.Setup.Currencies)
        {
            if (row.Code is { } code)
                yield return ReadResult<Currency>.Of(new Remote<Currency>(new RemoteId(row.Id), new Currency { Code = code, Name = row.Name, Rate = row.Rate, IsBase = row == run.Setup.Base, Active = row.IsActive }) { Label = row.Name });
            else
                yield return ReadResult<Currency>.Bad(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.Unreadable, $"The currency {row.Name} has no ISO 4217 code.") { Connection = session.Client.Connection, EntityKind = EntityKind.Currency, Id = new RemoteId(row.Id) });
        }
    }

    async IAsyncEnumerable<ReadResult<Tax>> IReader<Tax>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var row in run.Setup.Taxes)
            yield return ReadResult<Tax>.Of(new Remote<Tax>(new RemoteId(row.Id), new Tax { Code = row.Field, Name = row.Label, Rates = [new TaxRate(row.Percent, row.IsCompound)], Active = row.IsActive }) { Label = row.Label });
    }

    async IAsyncEnumerable<ReadResult<OrderStatus>> IReader<OrderStatus>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var text in await ValuesAsync(run, Modules.SalesOrder, "sostatus", cancellationToken))
        {
            OrderStage? stage = session.Options.OrderStatuses.TryGetValue(text, out var known) ? known : null;
            yield return Status(text, EntityKind.Order, stage, stage is { } reached ? session.Options.InvoiceOrders.ContainsKey(reached) : null);
        }

        var orders = (await ValuesAsync(run, Modules.SalesOrder, "sostatus", cancellationToken)).ToHashSet(StringComparer.Ordinal);
        foreach (var text in (await ValuesAsync(run, Modules.Invoice, "invoicestatus", cancellationToken)).Where(text => !orders.Contains(text)))
            yield return Status(text, EntityKind.Invoice, null, null);
    }

    async IAsyncEnumerable<ReadResult<Carrier>> IReader<Carrier>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var text in await ValuesAsync(run, Modules.SalesOrder, "carrier", cancellationToken))
            yield return ReadResult<Carrier>.Of(new Remote<Carrier>(new RemoteId(text), new Carrier { Code = text, Name = text, Active = true }) { Label = text });
    }

    private static ReadResult<OrderStatus> Status(string text, EntityKind document, OrderStage? stage, bool? invoices) =>
        ReadResult<OrderStatus>.Of(new Remote<OrderStatus>(new RemoteId(text), new OrderStatus { Code = text, Name = text, Document = document, Stage = stage, AllowsInvoice = invoices, Active = true }) { Label = text });

    private static async Task<IReadOnlyList<string>> ValuesAsync(VtigerRun run, string module, string field, CancellationToken cancellationToken) =>
        (await run.Schema.FindAsync(module, cancellationToken))?[field]?.Picklist.Where(value => value.Length > 0).ToList() ?? [];
}
