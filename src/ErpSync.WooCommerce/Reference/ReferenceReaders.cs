using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Reads the reference data that pairs map: statuses, ways of shipping and paying, taxes, the currency, the language, countries.</summary>
internal sealed class ReferenceReaders(WooSession session)
    : IReader<OrderStatus>, IReader<Carrier>, IReader<PaymentMethod>, IReader<Tax>, IReader<Currency>, IReader<Language>, IReader<Country>
{
    async IAsyncEnumerable<ReadResult<OrderStatus>> IReader<OrderStatus>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ListAsync("orders/statuses", cancellationToken))
        {
            if (row.Text("slug") is not { } slug || slug == OrderStatuses.Draft)
                continue;
            var stage = OrderStatuses.StageOf(slug, session.Options);
            yield return Of(slug, new OrderStatus
            {
                Code = slug,
                Name = Texts.Plain(row.Text("name")),
                Document = EntityKind.Order,
                Stage = stage,
                IsPaid = stage is OrderStage.Processing or OrderStage.Completed,
                IsShipped = stage == OrderStage.Completed,
                MailsCustomer = session.Options.MailingStatuses.Contains(slug, StringComparer.Ordinal),
                Active = true,
            });
        }
    }

    async IAsyncEnumerable<ReadResult<Carrier>> IReader<Carrier>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Orders name the kind of method; the methods of the zones tell how they are called and whether they are on.
        var names = new Dictionary<string, (string Name, bool IsOn)>(StringComparer.Ordinal);
        foreach (var row in await ListAsync("shipping_methods", cancellationToken))
            names[row.Text("id") ?? ""] = (Texts.Plain(row.Text("title")), false);
        foreach (var zone in await ListAsync("shipping/zones", cancellationToken))
        {
            foreach (var method in await ListAsync($"shipping/zones/{zone.Text("id") ?? "0"}/methods", cancellationToken))
            {
                var id = method.Text("method_id") ?? "";
                names[id] = (names.TryGetValue(id, out var known) && known.IsOn ? known.Name : Texts.Plain(method.Text("title")), method.Flag("enabled") || (names.TryGetValue(id, out known) && known.IsOn));
            }
        }

        foreach (var (id, (name, isOn)) in names)
            yield return Of(id, new Carrier { Code = id, Name = name, Active = isOn });
    }

    async IAsyncEnumerable<ReadResult<PaymentMethod>> IReader<PaymentMethod>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ListAsync("payment_gateways?_fields=id,title,method_title,enabled", cancellationToken))
        {
            if (row.Text("id") is { } id)
                yield return Of(id, new PaymentMethod { Code = id, Name = Texts.Plain(row.Text("title") ?? row.Text("method_title") ?? id), Active = row.Flag("enabled") });
        }
    }

    async IAsyncEnumerable<ReadResult<Tax>> IReader<Tax>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await session.Client.ListAsync("taxes?orderby=id&order=asc", cancellationToken, RequestPurpose.Reference))
        {
            if (row.Text("id") is not { } id || !JsonValues.TryNumber(row.Text("rate") ?? "", out var percent))
                continue;
            yield return Of(id, new Tax
            {
                Code = id,
                Name = Texts.Plain(row.Text("name")),
                Rates = [new TaxRate(percent, row.Flag("compound"))],
                Country = row.Text("country"),
                State = row.Text("state"),
                TaxClass = row.Text("class") is null or "standard" ? "" : row.Text("class"),
                Active = true,
            });
        }
    }

    async IAsyncEnumerable<ReadResult<Currency>> IReader<Currency>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var row = await session.Client.GetAsync("data/currencies/current", cancellationToken, RequestPurpose.Reference);
        var code = CurrencyCode.Parse(row.Text("code"));
        yield return Of(code.Value, new Currency { Code = code, Name = Texts.Plain(row.Text("name")), Rate = 1, IsBase = true, Active = true });
    }

    async IAsyncEnumerable<ReadResult<Language>> IReader<Language>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        yield return Of(run.Setup.Language, new Language { Code = run.Setup.Language, Name = run.Setup.Language, IsMain = true, Active = true });
    }

    async IAsyncEnumerable<ReadResult<Country>> IReader<Country>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ListAsync("data/countries?_fields=code,name", cancellationToken))
        {
            if (row.Text("code") is { } code)
                yield return Of(code, new Country { Code = code, Name = Texts.Plain(row.Text("name")), Active = true });
        }
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string path, CancellationToken cancellationToken) => [.. (await session.Client.GetAsync(path, cancellationToken, RequestPurpose.Reference)).Items()];

    private static ReadResult<T> Of<T>(string id, T value)
        where T : class, IEntity => ReadResult<T>.Of(new Remote<T>(new RemoteId(id), value) { Label = id });
}
