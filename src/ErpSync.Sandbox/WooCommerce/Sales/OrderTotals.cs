using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Taxes and totals of orders, from the shop's own rates for the address of delivery.</summary>
internal static class OrderTotals
{
    public static void Compute(WooCommerceState state, JsonObject order)
    {
        var perRate = new SortedDictionary<long, (decimal Goods, decimal Shipping)>();
        decimal goodsTax = 0, shippingTax = 0, feeTax = 0;
        foreach (var line in order.Objects("line_items"))
        {
            var rates = Rates(state, order, line.Text("tax_class"));
            var full = Amounts(state, rates, line.Number("subtotal"));
            var amounts = Amounts(state, rates, line.Number("total"));
            line["taxes"] = rates.Select((rate, place) => new JsonObject { ["id"] = rate.Whole("id"), ["total"] = Shown(state, amounts[place]), ["subtotal"] = Shown(state, full[place]) }).ToArray();
            line["subtotal_tax"] = full.Sum().Fixed();
            line["total_tax"] = amounts.Sum().Fixed();
            goodsTax += amounts.Sum();
            Note(rates, amounts, isShipping: false);
        }

        foreach (var (list, isShipping) in new[] { ("fee_lines", false), ("shipping_lines", true) })
        {
            foreach (var line in order.Objects(list))
            {
                var rates = line.Text("tax_status") == "none" ? [] : Rates(state, order, isShipping ? "" : line.Text("tax_class"));
                var amounts = Amounts(state, rates, line.Number("total"));
                line["taxes"] = rates.Select((rate, place) => new JsonObject { ["id"] = rate.Whole("id"), ["total"] = Shown(state, amounts[place]), ["subtotal"] = "" }).ToArray();
                line["total_tax"] = amounts.Sum().Fixed();
                if (isShipping)
                    shippingTax += amounts.Sum();
                else
                    feeTax += amounts.Sum();
                Note(rates, amounts, isShipping);
            }
        }

        TaxLines(state, order, perRate);
        Sum(order, goodsTax + feeTax, shippingTax);

        void Note(IReadOnlyList<JsonObject> rates, IReadOnlyList<decimal> amounts, bool isShipping)
        {
            for (var place = 0; place < rates.Count; place++)
            {
                var (goods, shipping) = perRate.GetValueOrDefault(rates[place].Whole("id"));
                perRate[rates[place].Whole("id")] = isShipping ? (goods, shipping + amounts[place]) : (goods + amounts[place], shipping);
            }
        }
    }

    /// <summary>The price of one piece without tax, at the rates of the shop's own country.</summary>
    public static decimal Net(WooCommerceState state, JsonObject product, JsonObject? parent)
    {
        var price = product.Number("price");
        if (!state.Options.PricesIncludeTax)
            return price;
        var taxClass = parent is not null && product.Text("tax_class") == "parent" ? parent.Text("tax_class") : product.Text("tax_class");
        return price / Rates(state, "FR", "", taxClass).Aggregate(1m, (factor, rate) => factor * (1 + (rate.Number("rate") / 100)));
    }

    private static void Sum(JsonObject order, decimal cartTax, decimal shippingTax)
    {
        var goods = order.Objects("line_items").ToList();
        var shipping = order.Objects("shipping_lines").Sum(line => line.Number("total"));
        var fees = order.Objects("fee_lines").Sum(line => line.Number("total"));
        cartTax = Math.Round(cartTax, 2, MidpointRounding.AwayFromZero);
        shippingTax = Math.Round(shippingTax, 2, MidpointRounding.AwayFromZero);
        order["discount_total"] = goods.Sum(line => line.Number("subtotal") - line.Number("total")).Fixed();
        order["discount_tax"] = goods.Sum(line => line.Number("subtotal_tax") - line.Number("total_tax")).Fixed();
        order["shipping_total"] = shipping.Fixed();
        order["shipping_tax"] = shippingTax.Fixed();
        order["cart_tax"] = cartTax.Fixed();
        order["total_tax"] = (cartTax + shippingTax).Fixed();
        order["total"] = (goods.Sum(line => line.Number("total")) + shipping + fees + cartTax + shippingTax).Fixed();
    }

    private static void TaxLines(WooCommerceState state, JsonObject order, SortedDictionary<long, (decimal Goods, decimal Shipping)> perRate)
    {
        order["tax_lines"] = perRate.Select(entry =>
        {
            var rate = state.Taxes[entry.Key];
            var place = string.Join('-', new[] { rate.Text("country"), rate.Text("state"), rate.Text("name"), rate.Text("priority") }.Where(part => part.Length > 0));
            return new JsonObject
            {
                ["id"] = state.NextLine(),
                ["rate_code"] = place,
                ["rate_id"] = entry.Key,
                ["label"] = rate.Text("name"),
                ["compound"] = rate.Flag("compound"),
                ["tax_total"] = entry.Value.Goods.Fixed(),
                ["shipping_tax_total"] = entry.Value.Shipping.Fixed(),
                ["rate_percent"] = JsonValue.Create(decimal.Parse(rate.Number("rate").ToString("0.####", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
                ["meta_data"] = new JsonArray(),
            };
        }).ToArray();
    }

    private static IReadOnlyList<JsonObject> Rates(WooCommerceState state, JsonObject order, string taxClass)
    {
        var address = (JsonObject)(order["shipping"]!["country"]?.ToString() is { Length: > 0 } ? order["shipping"]! : order["billing"]!);
        var country = address.Text("country") is { Length: > 0 } given ? given : state.Settings["general", "woocommerce_default_country"].Split(':')[0];
        return Rates(state, country, address.Text("state"), taxClass);
    }

    private static IReadOnlyList<JsonObject> Rates(WooCommerceState state, string country, string place, string taxClass) =>
        state.Settings["general", "woocommerce_calc_taxes"] != "yes" ? [] : [.. state.Taxes.Values
            .Where(rate => rate.Text("class") == (taxClass.Length == 0 ? "standard" : taxClass) && (rate.Text("country").Length == 0 || rate.Text("country") == country) && (rate.Text("state").Length == 0 || rate.Text("state") == place))
            .OrderBy(rate => rate.Whole("priority")).GroupBy(rate => rate.Whole("priority")).Select(group => group.First())];

    private static decimal[] Amounts(WooCommerceState state, IReadOnlyList<JsonObject> rates, decimal net)
    {
        var amounts = new decimal[rates.Count];
        for (var place = 0; place < amounts.Length; place++)
        {
            var amount = (rates[place].Flag("compound") ? net + amounts[..place].Sum() : net) * rates[place].Number("rate") / 100;
            amounts[place] = state.Options.RoundsAtSubtotal ? amount : Math.Round(amount, 2, MidpointRounding.AwayFromZero);
        }

        return amounts;
    }

    private static string Shown(WooCommerceState state, decimal amount) => state.Options.RoundsAtSubtotal ? amount.ToString("0.00####", CultureInfo.InvariantCulture) : amount.Fixed();
}
