namespace ErpSync.PrestaShop.Prices;

/// <summary>Specific prices: from rows to records, and what the shop makes of a record.</summary>
internal static class PriceMapping
{
    private const int Decimals = 6;

    /// <summary>The record in a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="own">The price without tax that the row reduces or replaces, in the shop's currency, and the product's taxes; null when the owner is gone.</param>
    /// <param name="names">The groups, customers and countries.</param>
    /// <param name="shop">The shop.</param>
    public static Remote<Price> Read(WireRow row, OwnPrice? own, PriceNames names, ShopData shop)
    {
        var (currency, rate) = Currency(row, shop);
        var (percent, amount, withTax) = Reduction(row);
        var stored = row.Number("price") ?? -1;
        var hasReduction = percent is not null || amount is not null;
        var whole = stored >= 0 ? stored : (own ?? throw Orphan(row)).Net * rate;
        var customer = row.Whole("id_customer") ?? 0;
        var price = new Price
        {
            Owner = PriceRow.Variant(row) is > 0 and var variant ? new Ref(EntityKind.ProductVariant, RemoteId.From(variant)) : new Ref(EntityKind.Product, RemoteId.From(PriceRow.Product(row))),
            Group = Group(row, names),
            FromQuantity = Math.Max(1, row.Number("from_quantity") ?? 1),
            Net = new Money(Reduced(whole, percent, amount, withTax, own?.Taxes ?? []), currency).Round(Decimals),
            From = LocalTime.ToInstant(row.Text("from"), shop.Zone),
            Until = LocalTime.ToInstant(row.Text("to"), shop.Zone)?.AddSeconds(1),
            FixedNet = stored >= 0 && hasReduction ? new Money(stored, currency) : null,
            ReductionPercent = percent,
            ReductionAmount = amount is { } off ? new Money(off, currency) : null,
            ReductionWithTax = amount is null ? null : withTax,
            Customer = customer > 0 ? new Ref(EntityKind.Customer, RemoteId.From(customer)) : null,
            CustomerKey = customer > 0 ? names.Customer(customer) ?? throw Unknown("customer", customer, nameof(Price.Customer)) : null,
            AnyCurrency = (row.Whole("id_currency") ?? 0) == 0,
            Country = row.Whole("id_country") is > 0 and var country ? names.Country(country) ?? throw Unknown("country", country, nameof(Price.Country)) : null,
        };
        return new Remote<Price>(RemoteId.From(row.Id), price)
        {
            Stamp = StampOf(row, own),
            Label = $"{price.Owner.Kind.Name} {price.Owner.Id}{(price.Group is null ? "" : $", {price.Group}")}{(price.CustomerKey is null ? "" : $", {price.CustomerKey}")}",
            Native = row,
        };
    }

    /// <summary>The stamp of a row: a reduced price moves with the price that it reduces.</summary>
    public static string StampOf(WireRow row, OwnPrice? own) =>
        PriceRow.StampOf(row, own is { } one && HasOwnPrice(row) ? $"{one.Net.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)} {TaxRatesField.Instance.Display(one.Taxes)}" : null);

    /// <summary>What the shop would hold: six decimals; a price without reduction is just that price.</summary>
    public static Price Normalise(Price price)
    {
        var hasReduction = HasReduction(price);
        return price with
        {
            Net = (hasReduction ? price.Net : price.FixedNet ?? price.Net).Round(Decimals),
            FixedNet = hasReduction ? price.FixedNet?.Round(Decimals) : null,
            ReductionPercent = price.ReductionPercent is { } percent and not 0 ? Math.Round(percent, 4, MidpointRounding.AwayFromZero) : null,
            ReductionAmount = price.ReductionPercent is null or 0 && price.ReductionAmount is { Amount: not 0 } amount ? amount.Round(Decimals) : null,
            ReductionWithTax = price.ReductionPercent is null or 0 && price.ReductionAmount is { Amount: not 0 } ? price.ReductionWithTax ?? false : null,
        };
    }

    /// <summary>True when the record reduces a price rather than being one.</summary>
    public static bool HasReduction(Price price) => price.ReductionPercent is not null and not 0 || price.ReductionAmount is { Amount: not 0 };

    private static bool HasOwnPrice(WireRow row) => row.Text("price") is not { } text || text.StartsWith('-');

    private static (CurrencyCode Code, decimal Rate) Currency(WireRow row, ShopData shop)
    {
        var id = row.Whole("id_currency") ?? 0;
        if (id == 0)
            return (shop.Currency, 1);
        var currency = shop.CurrencyOf(id) ?? throw Unknown("currency", id, nameof(Price.Net));
        return (currency.Code, currency.Code == shop.Currency ? 1 : currency.Rate);
    }

    private static string? Group(WireRow row, PriceNames names) =>
        row.Whole("id_group") is > 0 and var id ? names.Group(id) ?? throw Unknown("group", id, nameof(Price.Group)) : null;

    private static (decimal? Percent, decimal? Amount, bool WithTax) Reduction(WireRow row)
    {
        var reduction = row.Number("reduction") ?? 0;
        if (reduction == 0)
            return (null, null, false);
        return row.Text("reduction_type") == "percentage" ? (reduction * 100, null, false) : (null, reduction, row.Flag("reduction_tax") ?? false);
    }

    private static decimal Reduced(decimal whole, decimal? percent, decimal? amount, bool withTax, ValueList<TaxRate> taxes) =>
        percent is { } share ? whole * (1 - (share / 100))
        : amount is not { } off ? whole
        : Math.Max(0, whole - (withTax ? off / Factor(taxes) : off));

    private static decimal Factor(ValueList<TaxRate> taxes)
    {
        var factor = 1m;
        foreach (var rate in taxes)
            factor = rate.Compound ? factor * (1 + (rate.Percent / 100)) : factor + (rate.Percent / 100);
        return factor;
    }

    private static ConnectorException Orphan(WireRow row) => new(new SyncProblem(
        ProblemKind.Unreadable, PrestaShopCodes.OwnerMissing, $"The price reduces that of product {PriceRow.Product(row)}{(PriceRow.Variant(row) > 0 ? $", combination {PriceRow.Variant(row)}" : "")}, which is gone."));

    private static ConnectorException Unknown(string what, long id, string field) =>
        new(new SyncProblem(ProblemKind.Unreadable, PrestaShopCodes.ValueUnreadable, $"The price holds for the {what} {id}, which does not exist.") { Field = field });
}

/// <summary>The price that a specific price reduces.</summary>
/// <param name="Net">The price of the product or combination without tax, in the shop's currency.</param>
/// <param name="Taxes">The product's taxes.</param>
internal readonly record struct OwnPrice(decimal Net, ValueList<TaxRate> Taxes);
