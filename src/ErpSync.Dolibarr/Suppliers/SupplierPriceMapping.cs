using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Between rows and records of supplier prices: pure functions.</summary>
internal static class SupplierPriceMapping
{
    public static Remote<SupplierPrice> Read(SupplierPriceRow row, bool isVariant, DolibarrSetup setup) => new(row.RemoteId, new SupplierPrice
    {
        Owner = new Ref(isVariant ? EntityKind.ProductVariant : EntityKind.Product, RemoteId.From(row.Product)),
        Supplier = row.Supplier is { } supplier ? new Ref(EntityKind.Supplier, RemoteId.From(supplier)) : null,
        SupplierName = row.SupplierName,
        Reference = row.Reference,
        FromQuantity = row.Quantity,
        Net = Net(row, setup),
        Taxes = row.VatPercent is { } percent ? TaxMapping.Taxes(percent, null, null) : null,
        LeadTimeDays = row.LeadTimeDays,
    })
    {
        ModifiedAt = row.ModifiedAt,
        Label = $"{row.SupplierName} {row.Reference}".Trim(),
        Native = row,
    };

    public static SupplierPrice Normalise(SupplierPrice value, DolibarrSetup setup) => value with
    {
        Reference = value.Reference is { } reference && TextRules.Plain(reference, setup) is { Length: > 0 } text ? text : null,
        Net = value.Net?.Round(setup.UnitDecimals),
        LeadTimeDays = value.LeadTimeDays is { } days && Math.Truncate(days) is > 0 and var whole ? whole : null,
    };

    /// <summary>
    /// The body that makes or changes a price. Dolibarr is sent the price of the whole quantity. With several currencies on it stores 0 unless the price is said in its currency too, so that is
    /// always said; where the module is off, it is not looked at.
    /// </summary>
    /// <exception cref="ConnectorException">The currency has no rate here.</exception>
    public static JsonObject Body(SupplierPrice value, long supplier, string? reference, decimal? vatPercent, DolibarrSetup setup, IReadOnlyDictionary<string, decimal> rates)
    {
        var net = (value.Net ?? new Money(0, setup.Currency ?? new CurrencyCode("EUR"))).Round(setup.UnitDecimals);
        var isOwn = setup.Currency is null || net.Currency == setup.Currency;
        var rate = isOwn ? 1 : rates.TryGetValue(net.Currency.Value, out var known) && known > 0 ? known : throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DolibarrCodes.Currency, $"Dolibarr has no rate of {net.Currency}, so the supplier's price in it cannot be kept.")
        {
            Field = nameof(SupplierPrice.Net),
            Remedy = "Add the currency with a rate under Multi-currency, or convert the price on the way.",
        });
        var total = net.Amount * value.FromQuantity;
        var body = new JsonObject
        {
            ["qty"] = JsonValues.Invariant(value.FromQuantity),
            ["buyprice"] = JsonValues.Invariant(Math.Round(total / rate, 8)),
            ["price_base_type"] = "HT",
            ["fourn_id"] = supplier,
            ["availability"] = 0,
            ["ref_fourn"] = reference ?? "",
            ["tva_tx"] = JsonValues.Invariant(value.Taxes is { Count: > 0 } taxes ? taxes[0].Percent : value.Taxes is null ? vatPercent ?? 0 : 0),
            ["delivery_time_days"] = value.LeadTimeDays is { } days ? Math.Truncate(days).ToString("0", CultureInfo.InvariantCulture) : "",
        };
        if (setup.HasMultiCurrency != false)
        {
            body["multicurrency_buyprice"] = JsonValues.Invariant(total);
            body["multicurrency_price_base_type"] = "HT";
            body["multicurrency_tx"] = JsonValues.Invariant(rate);
            body["multicurrency_code"] = net.Currency.Value;
        }

        return body;
    }

    private static Money? Net(SupplierPriceRow row, DolibarrSetup setup)
    {
        if (row.Currency is { Length: 3 } code && code.All(char.IsAsciiLetter) && row.CurrencyUnitPrice != 0 && code != setup.Currency?.Value)
            return new Money(row.CurrencyUnitPrice, CurrencyCode.Parse(code));
        return setup.Currency is { } own ? new Money(row.UnitPrice, own) : null;
    }
}
