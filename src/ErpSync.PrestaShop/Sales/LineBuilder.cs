namespace ErpSync.PrestaShop.Sales;

/// <summary>Makes the lines of a document: goods as they were sold, then shipping, wrapping and vouchers, and what the shop's own rounding of the totals leaves over.</summary>
internal sealed class LineBuilder(SalesReference reference, ShopData shop, CurrencyCode currency)
{
    private const decimal Near = 0.011m;

    /// <summary>All lines of a document.</summary>
    public ValueList<DocumentLine> Build(IReadOnlyList<WireRow> details, OrderParts parts, long order, DocumentMoney money, decimal? carrierRate, RoundingRule rounding)
    {
        var goods = details.OrderBy(row => row.Id).Select(row => Goods(row, parts)).ToList();
        var shipping = Charge(LineKind.Shipping, money.ShippingNet, money.ShippingGross, carrierRate);
        var wrapping = Charge(LineKind.Wrapping, money.WrappingNet, money.WrappingGross, null);
        var lines = goods.Concat(shipping).Concat(wrapping).ToList();
        lines.AddRange(Discounts(parts.CartRules[order].ToList(), parts, money, goods, shipping));
        lines.AddRange(Leftover(lines, money, rounding));
        return lines.ToValueList();
    }

    /// <summary>One line of goods.</summary>
    public DocumentLine Goods(WireRow row, OrderParts parts)
    {
        var quantity = row.Number("product_quantity") ?? 0;
        var unit = row.Number("unit_price_tax_excl") ?? row.Number("product_price") ?? 0;
        var net = row.Number("total_price_tax_excl") ?? unit * quantity;
        var gross = row.Number("total_price_tax_incl") ?? (row.Number("unit_price_tax_incl") ?? unit) * quantity;
        var (original, percent, off) = Reduction(row, unit);
        return new DocumentLine
        {
            Id = row.Text("id"),
            Kind = LineKind.Product,
            Product = parts.Exists(row) ? ProductOf(row) : null,
            Reference = row.Filled("product_reference"),
            Label = row.Filled("product_name"),
            Quantity = quantity,
            UnitNet = new Money(original, currency),
            UnitGross = percent is null && off is null && row.Number("unit_price_tax_incl") is { } whole ? new Money(whole, currency) : null,
            DiscountPercent = percent,
            DiscountAmount = off is { } amount ? new Money(amount * quantity, currency) : null,
            Taxes = Taxes(row, net, gross - net),
            Net = new Money(net, currency),
            Tax = new Money(gross - net, currency),
            CostNet = currency == shop.Currency && row.Number("purchase_supplier_price") is > 0 and var cost ? new Money(cost, currency) : null,
        };
    }

    /// <summary>One line of shipping or wrapping; none when it costs nothing.</summary>
    public IReadOnlyList<DocumentLine> Charge(LineKind kind, decimal net, decimal gross, decimal? rate)
    {
        if (net == 0 && gross == 0)
            return [];
        return [new DocumentLine { Kind = kind, UnitNet = new Money(net, currency), Net = new Money(net, currency), Tax = new Money(gross - net, currency), Taxes = Rates(net, gross - net, rate) }];
    }

    /// <summary>The product or combination of a line; null for none.</summary>
    public static Ref? ProductOf(WireRow row) => row.Whole("product_attribute_id") is > 0 and var combination
        ? new Ref(EntityKind.ProductVariant, RemoteId.From(combination))
        : row.Whole("product_id") is > 0 and var product ? new Ref(EntityKind.Product, RemoteId.From(product)) : null;

    /// <summary>Amounts that are no part of the lines, as one line each: vouchers spread over the taxes of what they were taken from.</summary>
    private IEnumerable<DocumentLine> Discounts(List<WireRow> rules, OrderParts parts, DocumentMoney money, List<DocumentLine> goods, IReadOnlyList<DocumentLine> shipping)
    {
        if (money.DiscountGross == 0 && money.DiscountNet == 0)
            return [];
        var vouchers = rules.OrderBy(row => row.Id).Select(row => Voucher(row, parts)).ToList();
        if (vouchers.Count == 0)
            vouchers.Add((new DocumentLine { Kind = LineKind.Discount }, 0, 0, false));
        var (restNet, restGross) = (money.DiscountNet, money.DiscountGross);
        var lines = new List<DocumentLine>();
        for (var place = 0; place < vouchers.Count; place++)
        {
            // The rows are not rounded and the total is: the last voucher takes what is over.
            var isLast = place == vouchers.Count - 1;
            var (line, net, gross, isShipping) = vouchers[place];
            (net, gross) = isLast ? (restNet, restGross) : (Cents(net), Cents(gross));
            (restNet, restGross) = (restNet - net, restGross - gross);
            var whole = line with { UnitNet = new Money(-net, currency), Net = new Money(-net, currency), Tax = new Money(net - gross, currency) };
            lines.AddRange(DiscountSplit.PerTaxes(whole, isShipping && shipping.Count > 0 ? shipping : goods));
        }

        return lines;
    }

    private static (DocumentLine Line, decimal Net, decimal Gross, bool IsShipping) Voucher(WireRow row, OrderParts parts) => (
        new DocumentLine { Id = row.Text("id"), Kind = LineKind.Discount, Label = row.Filled("name"), Reference = parts.Codes[row.Whole("id_cart_rule") ?? 0].FirstOrDefault()?.Filled("code") },
        row.Number("value_tax_excl") ?? row.Number("value") ?? 0,
        row.Number("value") ?? 0,
        row.Flag("free_shipping") == true);

    /// <summary>The shop rounds totals by itself; a cent per line at most is shown as what it is. More stays a difference that parks the document.</summary>
    private IEnumerable<DocumentLine> Leftover(List<DocumentLine> lines, DocumentMoney money, RoundingRule rounding)
    {
        if (lines.Count == 0)
            yield break;
        var sum = DocumentTotals.Sum(lines, rounding);
        var (net, gross) = (money.Net - (sum.Net?.Amount ?? money.Net), money.Gross - (sum.Gross?.Amount ?? money.Gross));
        var most = currency.MinorUnit * lines.Count;
        if ((net == 0 && gross == 0) || Math.Abs(net) > most || Math.Abs(gross) > most || Math.Abs(gross - net) > most)
            yield break;
        yield return new DocumentLine { Kind = LineKind.Rounding, UnitNet = new Money(net, currency), Net = new Money(net, currency), Tax = new Money(gross - net, currency), Taxes = [] };
    }

    // The reduction is told only where it leads from the original price to the one that was paid.
    private static (decimal Original, decimal? Percent, decimal? Off) Reduction(WireRow row, decimal unit)
    {
        var original = row.Number("original_product_price") ?? 0;
        var percent = row.Number("reduction_percent") ?? 0;
        var off = row.Number("reduction_amount_tax_excl") ?? 0;
        if (percent > 0 && Math.Abs((original * (1 - (percent / 100))) - unit) < 0.000002m)
            return (original, percent, null);
        return off > 0 && Math.Abs(original - off - unit) < 0.000002m ? (original, null, off) : (unit, null, null);
    }

    private ValueList<TaxRate>? Taxes(WireRow row, decimal net, decimal tax)
    {
        var ids = row.Association("taxes").Select(one => one.Id).Where(id => id > 0).Order().ToList();
        if (ids.Count == 0)
            return tax == 0 ? [] : Rates(net, tax, null);
        var rates = ids.ConvertAll(reference.Rate);
        if (rates.Contains(null))
            return null;
        var compound = row.Whole("tax_computation_method") == 2;
        return rates.Select((rate, place) => new TaxRate(rate!.Value, compound && place > 0)).Where(rate => rate.Percent != 0).ToValueList();
    }

    // A charge tells amounts only: the rate that it was given, else the one of the shop's rates that leads from one to the other.
    private ValueList<TaxRate>? Rates(decimal net, decimal tax, decimal? rate)
    {
        if (tax == 0)
            return [];
        if (rate is > 0 and var told && Math.Abs((net * told / 100) - tax) <= Near)
            return [new TaxRate(told)];
        var fitting = reference.Rates.Where(percent => percent > 0 && Math.Abs((net * percent / 100) - tax) <= Near).Distinct().ToList();
        return fitting.Count == 0 ? null : [new TaxRate(fitting.MinBy(percent => Math.Abs((net * percent / 100) - tax)))];
    }

    private decimal Cents(decimal amount) => Math.Round(amount, currency.Decimals, MidpointRounding.AwayFromZero);
}
