using System.Runtime.CompilerServices;
using ErpSync.Http;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Reference;

/// <summary>Reference data, read to be mapped.</summary>
internal sealed class ReferenceReaders(PrestaShopClient client, ShopSession session)
    : IReader<OrderStatus>, IReader<ErpSync.Carrier>, IReader<ErpSync.PaymentMethod>, IReader<ErpSync.Tax>, IReader<ErpSync.Currency>, IReader<ErpSync.Language>, IReader<ErpSync.Country>, IReader<CountryState>, IReader<Storefront>, IReader<CustomerGroup>
{
    private const int RecentOrders = 500;

    async IAsyncEnumerable<ReadResult<OrderStatus>> IReader<OrderStatus>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var table = (await SalesReference.OfAsync(client, session, cancellationToken)).OrderStates;
        foreach (var row in table.All)
            yield return Result(row.Id, ReferenceMapping.Status(row, table, shop), row);
    }

    async IAsyncEnumerable<ReadResult<ErpSync.Carrier>> IReader<ErpSync.Carrier>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in (await SalesReference.OfAsync(client, session, cancellationToken)).Carriers.Current)
            yield return Result(CarrierTable.Reference(row), ReferenceMapping.Carrier(row), row);
    }

    async IAsyncEnumerable<ReadResult<ErpSync.PaymentMethod>> IReader<ErpSync.PaymentMethod>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The webservice lists no modules: those that recent orders were paid with and those that own a state of orders are known.
        var table = (await SalesReference.OfAsync(client, session, cancellationToken)).OrderStates;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in await client.ListAsync(new Query(OrderMapping.Resource).Show("[module,payment]").Sorted("[id_DESC]").Limit(RecentOrders), RequestPurpose.Reference, cancellationToken))
        {
            if (row.Filled("module") is { } module)
                names.TryAdd(module, row.Filled("payment") ?? module);
        }

        foreach (var module in table.All.Select(row => row.Filled("module_name")).OfType<string>())
            names.TryAdd(module, module);
        foreach (var (module, name) in names.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            yield return ReadResult<ErpSync.PaymentMethod>.Of(new Remote<ErpSync.PaymentMethod>(new RemoteId(module), new ErpSync.PaymentMethod { Code = module, Name = name }) { Label = name });
    }

    async IAsyncEnumerable<ReadResult<ErpSync.Tax>> IReader<ErpSync.Tax>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        foreach (var row in await FullAsync("tax_rule_groups", cancellationToken))
        {
            if (row.Flag("deleted") != true)
                yield return Result(row.Id, ReferenceMapping.Tax(row, shop), row);
        }
    }

    async IAsyncEnumerable<ReadResult<ErpSync.Currency>> IReader<ErpSync.Currency>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        foreach (var row in await FullAsync("currencies", cancellationToken))
        {
            if (row.Flag("deleted") != true && row.Filled("iso_code") is { Length: 3 })
                yield return Result(row.Id, ReferenceMapping.Currency(row, shop), row);
        }
    }

    async IAsyncEnumerable<ReadResult<ErpSync.Language>> IReader<ErpSync.Language>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        foreach (var row in await FullAsync("languages", cancellationToken))
            yield return Result(row.Id, ReferenceMapping.Language(row, shop), row);
    }

    async IAsyncEnumerable<ReadResult<ErpSync.Country>> IReader<ErpSync.Country>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        foreach (var row in await FullAsync("countries", cancellationToken))
            yield return Result(row.Id, ReferenceMapping.Country(row, shop), row);
    }

    async IAsyncEnumerable<ReadResult<CountryState>> IReader<CountryState>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reference = await SalesReference.OfAsync(client, session, cancellationToken);
        foreach (var row in await FullAsync("states", cancellationToken))
            yield return Result(row.Id, ReferenceMapping.State(row, reference), row);
    }

    async IAsyncEnumerable<ReadResult<Storefront>> IReader<Storefront>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await FullAsync("shops", cancellationToken))
        {
            if (row.Flag("deleted") != true)
                yield return Result(row.Id, ReferenceMapping.Storefront(row), row);
        }
    }

    async IAsyncEnumerable<ReadResult<CustomerGroup>> IReader<CustomerGroup>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        foreach (var row in await FullAsync("groups", cancellationToken))
            yield return Result(row.Id, ReferenceMapping.Group(row, shop), row);
    }

    private Task<IReadOnlyList<WireRow>> FullAsync(string resource, CancellationToken cancellationToken) => client.ListAsync(new Query(resource).Show("full"), RequestPurpose.Reference, cancellationToken);

    private static ReadResult<T> Result<T>(long id, T value, WireRow row)
        where T : class, IEntity => ReadResult<T>.Of(new Remote<T>(RemoteId.From(id), value) { Native = row });
}
