using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>
/// Coupons as discount lines. WooCommerce takes a coupon off each line of goods and tells beside it how much each coupon took, without the taxes it touched. So goods are shown at their full price, and
/// what was taken off them comes back as one line per coupon and set of taxes, named after its code. The sums are those of the goods, to the last cent; a coupon's own sum only shares them out.
/// </summary>
internal static class CouponLines
{
    /// <summary>True when a coupon took something off: the discounts are then lines of their own.</summary>
    public static bool AreUsed(JsonElement order) => order.Get("coupon_lines").Items().Any(line => JsonValues.TryNumber(line.Text("discount") ?? "", out var amount) && amount != 0);

    /// <summary>A line of goods before its discounts.</summary>
    public static DocumentLine AtFullPrice(DocumentLine line, JsonElement item, CurrencyCode currency)
    {
        var amounts = line.Taxes?.Select((_, place) => place).Select(place => Subtotal(item, place)).ToList() ?? [];
        return line with
        {
            Net = OrderLineMapping.Amount(item, "subtotal", currency) ?? line.Net,
            Tax = OrderLineMapping.Amount(item, "subtotal_tax", currency) ?? line.Tax,
            TaxAmounts = amounts.Exists(amount => amount is null) ? [] : amounts.Select(amount => new Money(amount!.Value, currency)).ToValueList(),
            DiscountAmount = null,
        };
    }

    /// <param name="order">The order.</param>
    /// <param name="goods">The lines of goods as they were sold, after their discounts, with the rows they came from.</param>
    /// <param name="currency">The order's currency.</param>
    public static IEnumerable<DocumentLine> Read(JsonElement order, IReadOnlyList<(DocumentLine Sold, DocumentLine Full)> goods, CurrencyCode currency)
    {
        var coupons = order.Get("coupon_lines").Items()
            .Select(line => (Code: Texts.Plain(line.Text("code")), Amount: JsonValues.TryNumber(line.Text("discount") ?? "", out var amount) ? amount : 0)).Where(coupon => coupon.Amount > 0).ToList();
        var groups = goods.Select(line => (line.Full.Taxes, Net: line.Full.Net!.Value.Amount - line.Sold.Net!.Value.Amount, Tax: line.Full.Tax!.Value.Amount - line.Sold.Tax!.Value.Amount))
            .Where(line => line.Net != 0 || line.Tax != 0).GroupBy(line => line.Taxes ?? []).Select(group => (Taxes: group.Key, Net: group.Sum(line => line.Net), Tax: group.Sum(line => line.Tax))).ToList();
        var whole = coupons.Sum(coupon => coupon.Amount);
        foreach (var group in groups)
        {
            var (net, tax) = (group.Net, group.Tax);
            for (var place = 0; place < coupons.Count; place++)
            {
                // The last one takes what rounding left over.
                var isLast = place == coupons.Count - 1;
                var share = isLast ? net : Math.Round(group.Net * coupons[place].Amount / whole, 2, MidpointRounding.AwayFromZero);
                var taxShare = isLast ? tax : Math.Round(group.Tax * coupons[place].Amount / whole, 2, MidpointRounding.AwayFromZero);
                (net, tax) = (net - share, tax - taxShare);
                if (share != 0 || taxShare != 0)
                    yield return Line(coupons[place].Code, share, taxShare, group.Taxes, currency);
            }
        }
    }

    private static DocumentLine Line(string code, decimal net, decimal tax, ValueList<TaxRate> taxes, CurrencyCode currency) => new()
    {
        Kind = LineKind.Discount,
        Reference = code,
        Label = code,
        Quantity = 1,
        UnitNet = new Money(-net, currency),
        Net = new Money(-net, currency),
        Tax = new Money(-tax, currency),
        Taxes = taxes,
        TaxAmounts = taxes.Count == 1 ? [new Money(-tax, currency)] : [],
    };

    private static decimal? Subtotal(JsonElement item, int place) =>
        item.Get("taxes").Items().Where(tax => tax.Text("total") is not null).Skip(place).Select(tax => JsonValues.TryNumber(tax.Text("subtotal") ?? "", out var amount) ? amount : (decimal?)null).FirstOrDefault();
}
