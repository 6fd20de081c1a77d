using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>Reads the lines of orders and refunds: goods, shipping, fees and the discounts of coupons. Without a coupon a discount is inside its line, as the difference between subtotal and total.</summary>
internal static class OrderLineMapping
{
    /// <param name="order">The order or refund.</param>
    /// <param name="currency">The currency of its amounts.</param>
    /// <param name="rates">The rates by number, from the document's own tax lines and the shop's.</param>
    /// <param name="options">Names of wrapping.</param>
    /// <param name="isRefund">Turns the signs, which refunds have negative.</param>
    public static ValueList<DocumentLine> Read(JsonElement order, CurrencyCode currency, IReadOnlyDictionary<long, TaxRate> rates, WooCommerceOptions options, bool isRefund)
    {
        var lines = new List<DocumentLine>();
        var isCouponUsed = !isRefund && CouponLines.AreUsed(order);
        var sold = new List<(DocumentLine Sold, DocumentLine Full)>();
        foreach (var item in order.Get("line_items").Items())
        {
            var line = Goods(item, currency, rates, isRefund);
            if (isCouponUsed)
                sold.Add((line, CouponLines.AtFullPrice(line, item, currency)));
            lines.Add(isCouponUsed ? sold[^1].Full : line);
        }

        foreach (var item in order.Get("shipping_lines").Items())
            lines.Add(Charge(item, LineKind.Shipping, item.Text("method_title"), currency, rates, isRefund) with { Reference = item.Text("method_id") });
        foreach (var item in order.Get("fee_lines").Items())
        {
            var name = Texts.Plain(item.Text("name"));
            var line = Charge(item, LineKind.Fee, name, currency, rates, isRefund);
            var kind = options.WrappingFees.Contains(name, StringComparer.OrdinalIgnoreCase) ? LineKind.Wrapping : line.Net?.Amount < 0 ? LineKind.Discount : LineKind.Fee;
            lines.Add(line with { Kind = Kept(item) ?? kind });
        }

        lines.AddRange(CouponLines.Read(order, sold, currency));
        return lines.ToValueList();
    }

    /// <summary>The rates that a document names, laid over the shop's.</summary>
    public static Dictionary<long, TaxRate> Rates(JsonElement order, ShopSetup setup)
    {
        var rates = setup.Rates.ToDictionary(pair => pair.Key, pair => pair.Value.Rate);
        foreach (var line in order.Get("tax_lines").Items())
        {
            if (line.Whole("rate_id") is { } id && line.Text("rate_percent") is { } text && JsonValues.TryNumber(text, out var percent))
                rates[id] = new TaxRate(percent, line.Flag("compound"));
        }

        return rates;
    }

    /// <exception cref="ConnectorException">The order tells none.</exception>
    public static CurrencyCode Currency(RowReader row) => row.Text("currency") is { Length: 3 } code && code.All(char.IsAsciiLetter) ? CurrencyCode.Parse(code) : throw row.Unreadable("currency", "The order has no currency.");

    public static Money? Amount(JsonElement json, string name, CurrencyCode currency) =>
        json.Text(name) is { } text ? JsonValues.TryNumber(text, out var number) ? new Money(number, currency) : throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, WooCodes.Unreadable, $"The field {name} is not a number.") { Field = name }) : null;

    private static DocumentLine Goods(JsonElement item, CurrencyCode currency, IReadOnlyDictionary<long, TaxRate> rates, bool isRefund)
    {
        var sign = isRefund ? -1 : 1;
        var quantity = Quantity(item) * sign;
        var subtotal = (Amount(item, "subtotal", currency)?.Amount ?? 0) * sign;
        var total = (Amount(item, "total", currency)?.Amount ?? 0) * sign;
        var line = Taxed(item, currency, rates, sign) with
        {
            Kind = LineKind.Product,
            Product = VariantId.Line(item.Whole("product_id") ?? 0, item.Whole("variation_id") ?? 0),
            Reference = item.Text("sku"),
            Label = Texts.Plain(item.Text("name")),
            Description = Description(item),
            Quantity = quantity,
            UnitNet = quantity == 0 ? null : new Money(Math.Round(subtotal / quantity, 8, MidpointRounding.AwayFromZero), currency),
            DiscountAmount = subtotal == total ? null : new Money(subtotal - total, currency),
            Net = new Money(total, currency),
        };
        return line;
    }

    // Plugins sell fractions, which WooCommerce itself does not.
    private static decimal Quantity(JsonElement item) => item.Text("quantity") is not { } text ? 0 : JsonValues.TryNumber(text, out var number) ? number
        : throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, WooCodes.Unreadable, "The field quantity is not a number.") { Field = "quantity" });

    private static DocumentLine Charge(JsonElement item, LineKind kind, string? label, CurrencyCode currency, IReadOnlyDictionary<long, TaxRate> rates, bool isRefund)
    {
        var net = new Money((Amount(item, "total", currency)?.Amount ?? 0) * (isRefund ? -1 : 1), currency);
        return Taxed(item, currency, rates, isRefund ? -1 : 1) with { Kind = kind, Label = label is null ? null : Texts.Plain(label), Quantity = 1, UnitNet = net, Net = net };
    }

    private static DocumentLine Taxed(JsonElement item, CurrencyCode currency, IReadOnlyDictionary<long, TaxRate> rates, int sign)
    {
        var taxes = item.Get("taxes").Items()
            .Select(tax => (Id: tax.Whole("id") ?? 0, Amount: tax.Text("total") is { } text && JsonValues.TryNumber(text, out var number) ? number : (decimal?)null))
            .Where(tax => tax.Amount is not null && rates.ContainsKey(tax.Id)).ToList();
        return new DocumentLine
        {
            Id = item.Text("id"),
            Taxes = taxes.Select(tax => rates[tax.Id]).ToValueList(),
            TaxAmounts = taxes.Select(tax => new Money(tax.Amount!.Value * sign, currency)).ToValueList(),
            TaxCode = item.Text("tax_class"),
            Tax = new Money((Amount(item, "total_tax", currency)?.Amount ?? 0) * sign, currency),
        };
    }

    // What was chosen: options of the variation and fields of the product; hidden keys are the shop's own.
    private static string? Description(JsonElement item)
    {
        var words = item.Get("meta_data").Items().Where(meta => meta.Text("key")?.StartsWith('_') == false).Select(meta => $"{Texts.Plain(meta.Text("display_key") ?? meta.Text("key"))}: {Texts.Plain(meta.Text("display_value") ?? meta.Text("value"))}").ToList();
        return words.Count == 0 ? null : string.Join(", ", words);
    }

    /// <summary>What a fee line was before it was written here.</summary>
    private static LineKind? Kept(JsonElement item)
    {
        foreach (var meta in item.Get("meta_data").Items())
        {
            if (meta.Text("key") == OrderBodies.KindKey && Enum.TryParse<LineKind>(meta.Text("value"), out var kind))
                return kind;
        }

        return null;
    }
}
