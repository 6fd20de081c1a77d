using System.Globalization;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Places orders: reckons and rounds amounts by the shop's settings, writes the lines and takes the stock. Callers hold the gate.</summary>
internal sealed class Checkout(PrestaShopState state)
{
    private readonly int _roundType = int.Parse(state.Setting("PS_ROUND_TYPE"), CultureInfo.InvariantCulture);
    private readonly string _mode = state.Setting("PS_PRICE_ROUND_MODE");

    public PrestaShopRecord Place(PrestaShopOrderDraft draft)
    {
        var sales = state.Sales;
        var customer = sales.Customers[draft.CustomerId];
        var country = sales.Addresses[draft.AddressId].Number("id_country");
        var rate = state.Currencies[draft.CurrencyId].ConversionRate;
        var order = new PrestaShopRecord(SalesSchemas.Orders).With(
            ("id_address_delivery", draft.AddressId), ("id_address_invoice", draft.InvoiceAddressId ?? draft.AddressId), ("id_cart", draft.CartId ?? Cart(draft)), ("id_currency", draft.CurrencyId),
            ("id_lang", draft.LanguageId), ("id_customer", draft.CustomerId), ("id_carrier", draft.CarrierId), ("module", draft.Module), ("payment", draft.Payment), ("date_add", state.Now),
            ("date_upd", state.Now), ("id_shop_group", 1), ("id_shop", 1), ("secure_key", customer["secure_key"]), ("gift", draft.GiftMessage is not null), ("gift_message", draft.GiftMessage ?? ""),
            ("round_mode", int.Parse(_mode, CultureInfo.InvariantCulture)), ("round_type", _roundType), ("conversion_rate", rate));
        sales.Orders.Insert(order);
        order["reference"] = SalesSeeds.Reference(order.Id);
        var (net, gross, weight) = (0m, 0m, 0m);
        foreach (var line in draft.Lines)
        {
            var detail = Line(order, line, country, rate);
            net += detail.Amount("total_price_tax_excl");
            gross += detail.Amount("total_price_tax_incl");
            weight += detail.Amount("product_weight") * line.Quantity;
        }

        Totals(order, draft, Round(net), Round(gross), country, rate, weight);
        foreach (var (rule, incl, excl) in draft.Vouchers)
        {
            sales.OrderCartRules.Insert(new PrestaShopRecord(OrderPartSchemas.CartRules).With(
                ("id_order", order.Id), ("id_cart_rule", rule), ("name", sales.CartRules[rule]["name"]), ("value", incl), ("value_tax_excl", excl)));
        }

        OrderFlow.Change(state, order, draft.StateId, history: null);
        if (draft.StateId is not (6 or 8))
            OrderFlow.Move(state, order, -1);
        return order;
    }

    /// <summary>What a cart comes to with tax.</summary>
    public decimal Price(PrestaShopOrderDraft draft)
    {
        var country = state.Sales.Addresses[draft.AddressId].Number("id_country");
        var rate = state.Currencies[draft.CurrencyId].ConversionRate;
        var goods = Round(draft.Lines.Sum(line => Amounts(line, Taxes(line, country), rate).Gross));
        return goods + Shipping(draft.CarrierId, country, rate).Gross;
    }

    private void Totals(PrestaShopRecord order, PrestaShopOrderDraft draft, decimal net, decimal gross, int country, decimal rate, decimal weight)
    {
        var (shippingNet, shippingGross, factor) = Shipping(draft.CarrierId, country, rate);
        var (wrappingNet, wrappingGross) = (draft.WrappingNet, Round(draft.WrappingNet * 1.2m));
        var (discountNet, discountGross) = (Round(draft.Vouchers.Sum(voucher => voucher.Net)), Round(draft.Vouchers.Sum(voucher => voucher.Gross)));
        var (paidNet, paidGross) = (net + shippingNet + wrappingNet - discountNet, gross + shippingGross + wrappingGross - discountGross);
        order.With(
            ("total_discounts", discountGross), ("total_discounts_tax_incl", discountGross), ("total_discounts_tax_excl", discountNet), ("total_paid", paidGross), ("total_paid_tax_incl", paidGross),
            ("total_paid_tax_excl", paidNet), ("total_products", net), ("total_products_wt", gross), ("total_shipping", shippingGross), ("total_shipping_tax_incl", shippingGross),
            ("total_shipping_tax_excl", shippingNet), ("carrier_tax_rate", (factor - 1) * 100), ("total_wrapping", wrappingGross), ("total_wrapping_tax_incl", wrappingGross), ("total_wrapping_tax_excl", wrappingNet));
        state.Sales.OrderCarriers.Insert(new PrestaShopRecord(OrderPartSchemas.Carriers).With(
            ("id_order", order.Id), ("id_carrier", draft.CarrierId), ("weight", weight), ("shipping_cost_tax_excl", shippingNet), ("shipping_cost_tax_incl", shippingGross), ("date_add", state.Now)));
    }

    private PrestaShopRecord Line(PrestaShopRecord order, PrestaShopOrderLine line, int country, decimal rate)
    {
        var product = state.Products[line.ProductId];
        var combination = line.CombinationId == 0 ? null : state.Combinations[line.CombinationId];
        var taxes = Taxes(line, country);
        var (original, unit, net, gross) = Amounts(line, taxes, rate);
        var detail = new PrestaShopRecord(OrderPartSchemas.Details).With(
            ("id_order", order.Id), ("product_id", line.ProductId), ("product_attribute_id", line.CombinationId), ("id_shop", 1), ("product_name", Name(product, combination)), ("product_quantity", line.Quantity),
            ("product_quantity_in_stock", line.Quantity), ("product_price", unit), ("reduction_percent", line.ReductionPercent), ("reduction_amount", line.ReductionAmount),
            ("reduction_amount_tax_excl", line.ReductionAmount), ("reduction_amount_tax_incl", line.ReductionAmount * taxes.Factor), ("product_ean13", combination?["ean13"] is { Length: > 0 } own ? own : product["ean13"]),
            ("product_reference", combination?["reference"] is { Length: > 0 } code ? code : product["reference"]), ("product_weight", product.Weight), ("tax_computation_method", taxes.Method),
            ("id_tax_rules_group", product.TaxRulesGroupId), ("unit_price_tax_excl", unit), ("unit_price_tax_incl", unit * taxes.Factor), ("total_price_tax_excl", net), ("total_price_tax_incl", gross),
            ("original_product_price", original), ("purchase_supplier_price", product.WholesalePrice), ("original_wholesale_price", product.WholesalePrice));
        detail.SetList("taxes", [.. taxes.TaxIds.Select(id => new[] { Stored.Number(id) })]);
        return state.Sales.Details.Insert(detail);
    }

    private (decimal Original, decimal Unit, decimal Net, decimal Gross) Amounts(PrestaShopOrderLine line, TaxReckoning taxes, decimal rate)
    {
        var impact = line.CombinationId == 0 ? 0m : state.Combinations[line.CombinationId].PriceImpact;
        var original = line.UnitPrice ?? decimal.Round((state.Products[line.ProductId].Price + impact) * rate, 6, MidpointRounding.AwayFromZero);
        var unit = decimal.Round((original * (1 - (line.ReductionPercent / 100m))) - line.ReductionAmount, 6, MidpointRounding.AwayFromZero);
        var whole = decimal.Round(unit * taxes.Factor, 6, MidpointRounding.AwayFromZero);
        return _roundType switch
        {
            1 => (original, unit, Round(unit) * line.Quantity, Round(whole) * line.Quantity),
            2 => (original, unit, Round(unit * line.Quantity), Round(whole * line.Quantity)),
            _ => (original, unit, unit * line.Quantity, whole * line.Quantity),
        };
    }

    private TaxReckoning Taxes(PrestaShopOrderLine line, int country) => TaxReckoning.Of(state, state.Products[line.ProductId].TaxRulesGroupId, country);

    private (decimal Net, decimal Gross, decimal Factor) Shipping(int carrierId, int country, decimal rate)
    {
        if (state.Sales.Carriers.Find(carrierId) is not { } carrier)
            return (0m, 0m, 1m);
        var factor = TaxReckoning.Of(state, carrier.Number("id_tax_rules_group"), country).Factor;
        var net = Round(carrier.ShippingPrice * rate);
        return (net, Round(net * factor), factor);
    }

    private string Name(PrestaShopProduct product, PrestaShopCombination? combination) => combination is null || combination.OptionValueIds.Count == 0
        ? product.Name[1]
        : $"{product.Name[1]} ({string.Join(" - ", combination.OptionValueIds.Select(state.ProductOptionValues.Find).OfType<PrestaShopProductOptionValue>().Select(value => $"{state.ProductOptions.Find(value.OptionId)?.Name[1]}: {value.Name[1]}"))})";

    /// <summary>Stores a cart with what the order is to hold.</summary>
    public int Cart(PrestaShopOrderDraft draft)
    {
        var cart = new PrestaShopRecord(SalesSchemas.Carts).With(
            ("id_address_delivery", draft.AddressId), ("id_address_invoice", draft.AddressId), ("id_currency", draft.CurrencyId), ("id_customer", draft.CustomerId), ("id_lang", draft.LanguageId), ("id_shop_group", 1),
            ("id_shop", 1), ("id_carrier", draft.CarrierId), ("gift", draft.GiftMessage is not null), ("gift_message", draft.GiftMessage ?? ""),
            ("delivery_option", $"{{\"{draft.AddressId}\":\"{draft.CarrierId},\"}}"), ("secure_key", state.Sales.Customers[draft.CustomerId]["secure_key"]), ("date_add", state.Now), ("date_upd", state.Now));
        cart.SetList("cart_rows", [.. draft.Lines.Select(line => new[] { Stored.Number(line.ProductId), Stored.Number(line.CombinationId), "0", "0", Stored.Number(line.Quantity) })]);
        return state.Sales.Carts.Insert(cart).Id;
    }

    private decimal Round(decimal amount) => _mode switch
    {
        "0" => Math.Round(amount, 2, MidpointRounding.ToPositiveInfinity),
        "1" => Math.Round(amount, 2, MidpointRounding.ToNegativeInfinity),
        "2" => Math.Round(amount, 2, MidpointRounding.AwayFromZero),
        "4" => Math.Round(amount, 2, MidpointRounding.ToEven),
        _ => throw Refusal.Unknown($"the rounding mode {_mode}"),
    };
}
