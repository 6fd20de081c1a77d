using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Reads the reference data that pairs map: dictionaries, warehouses, price levels and categories of customers. A dictionary that a version lacks, or whose module is off, is empty.</summary>
internal sealed class ReferenceReaders(DolibarrSession session)
    : IReader<Carrier>, IReader<PaymentMethod>, IReader<Tax>, IReader<Currency>, IReader<Language>, IReader<Country>, IReader<ErpSync.Warehouse>, IReader<CustomerGroup>
{
    async IAsyncEnumerable<ReadResult<Carrier>> IReader<Carrier>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ListAsync("setup/dictionary/shipping_methods?limit=500", cancellationToken))
        {
            if (Id(row) is not { } id)
                continue;
            yield return Of(id, row.Text("label"), new Carrier
            {
                Code = row.Text("code"),
                Name = Name(row),
                TrackingUrl = row.Text("tracking"),
                Active = Active(row),
            });
        }
    }

    async IAsyncEnumerable<ReadResult<PaymentMethod>> IReader<PaymentMethod>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ListAsync("setup/dictionary/payment_types?limit=500", cancellationToken))
        {
            if (Id(row) is { } id)
                yield return Of(id, row.Text("label"), new PaymentMethod { Code = row.Text("code"), Name = Name(row), Active = Active(row) });
        }
    }

    async IAsyncEnumerable<ReadResult<Tax>> IReader<Tax>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var setup = (await session.RunAsync(cancellationToken)).Setup;
        foreach (var rate in setup.Rates ?? [])
        {
            var name = rate.Note ?? TaxRatesField.Instance.Display(rate.Taxes);
            yield return Of(rate.Id is { } id ? JsonValues.Invariant(id) : rate.Key, name, new Tax { Code = rate.Code, Name = name, Rates = rate.Taxes, Country = setup.CountryCode, Active = true });
        }
    }

    async IAsyncEnumerable<ReadResult<Currency>> IReader<Currency>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var own = (await session.RunAsync(cancellationToken)).Setup.Currency;
        var isOwnListed = false;
        foreach (var row in await ListAsync("multicurrencies?limit=500", cancellationToken))
        {
            if (row.Text("code") is not { Length: 3 } text || !text.All(char.IsAsciiLetter))
                continue;
            var code = CurrencyCode.Parse(text.ToUpperInvariant());
            isOwnListed |= code == own;
            yield return Of(code.Value, row.Text("name"), new Currency
            {
                Code = code,
                Name = row.Text("name") ?? code.Value,
                Rate = JsonValues.TryNumber(row.Get("rate").Text("rate") ?? "", out var rate) ? rate : null,
                IsBase = code == own,
                Active = true,
            });
        }

        // Without the module of several currencies there is the company's own.
        if (own is { } currency && !isOwnListed)
            yield return Of(currency.Value, currency.Value, new Currency { Code = currency, Name = currency.Value, Rate = 1, IsBase = true, Active = true });
    }

    async IAsyncEnumerable<ReadResult<Language>> IReader<Language>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var setup = (await session.RunAsync(cancellationToken)).Setup;
        foreach (var locale in new[] { setup.Locale }.Concat(setup.OtherLocales).Distinct(StringComparer.Ordinal))
        {
            var code = DolibarrSetup.LanguageOf(locale);
            yield return Of(code, locale, new Language { Code = code, Name = locale, Locale = locale.Replace('_', '-'), IsMain = locale == setup.Locale, Active = true });
        }
    }

    async IAsyncEnumerable<ReadResult<Country>> IReader<Country>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ListAsync("setup/dictionary/countries?limit=500", cancellationToken))
        {
            // The first row is an empty choice of the screens.
            if (row.Text("code") is { Length: 2 } code)
                yield return Of(code, row.Text("label"), new Country { Code = code.ToUpperInvariant(), Name = Name(row), Active = Active(row) });
        }
    }

    async IAsyncEnumerable<ReadResult<ErpSync.Warehouse>> IReader<ErpSync.Warehouse>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var warehouse in (await session.RunAsync(cancellationToken)).Setup.Warehouses)
            yield return Of(JsonValues.Invariant(warehouse.Id), warehouse.Reference, new ErpSync.Warehouse { Code = warehouse.Reference, Name = warehouse.Reference, Active = warehouse.IsOpen });
    }

    async IAsyncEnumerable<ReadResult<CustomerGroup>> IReader<CustomerGroup>.ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var (level, name) in (await run.Prices.GetAsync(cancellationToken)).Levels)
            yield return Of(CustomerGroupId.OfLevel(level).Value, name, new CustomerGroup { Code = JsonValues.Invariant(level), Name = name, DecidesPrices = true, Active = true });
        if (!run.Setup.HasCategories)
            yield break;
        foreach (var row in await ListAsync("categories?type=customer&limit=0&sortfield=t.rowid&sortorder=ASC", cancellationToken))
        {
            if (row.Whole("id") is { } id)
                yield return Of(CustomerGroupId.OfCategory(id).Value, row.Text("label"), new CustomerGroup { Name = Name(row), DecidesPrices = false, Active = true });
        }
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string path, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        try
        {
            return await session.Client.ListAsync(path, cancellationToken, Http.RequestPurpose.Reference);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Misconfigured or ProblemKind.Unsupported or ProblemKind.Denied)
        {
            return [];
        }
    }

    private static string? Id(JsonElement row) => row.Text("id") ?? row.Text("rowid");

    private static string Name(JsonElement row) => System.Net.WebUtility.HtmlDecode(row.Text("label") ?? row.Text("code") ?? "");

    private static bool Active(JsonElement row) => row.Text("active") is not "0";

    private static ReadResult<T> Of<T>(string id, string? label, T value)
        where T : class, IEntity => ReadResult<T>.Of(new Remote<T>(new RemoteId(id), value) { Label = label });
}
