using System.Globalization;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>What a new state does to an order. Callers hold the gate.</summary>
internal static class OrderFlow
{
    private static readonly int[] WithoutStock = [6, 8];

    /// <summary>Brings an order into a state.</summary>
    /// <param name="state">The store.</param>
    /// <param name="order">The order.</param>
    /// <param name="stateId">The state.</param>
    /// <param name="history">The history row that the webservice is adding; null adds one.</param>
    public static void Change(PrestaShopState state, PrestaShopRecord order, int stateId, PrestaShopRecord? history)
    {
        var sales = state.Sales;
        var wanted = sales.OrderStates.Find(stateId) ?? throw Refusal.Died();
        Restock(state, order, order.Number("current_state"), stateId);
        order.With(("current_state", stateId), ("date_upd", state.Now), ("valid", wanted["logable"] == "1"));
        if (history is null)
            sales.Histories.Insert(new PrestaShopRecord(OrderPartSchemas.Histories).With(("id_order_state", stateId), ("id_order", order.Id), ("date_add", state.Now)));
        if (wanted["invoice"] == "1" && order.Number("invoice_number") == 0)
            Invoice(state, order);
        if (wanted["paid"] == "1" && order.Amount("total_paid_real") < order.Amount("total_paid"))
            Pay(state, order);
        if ((wanted["delivery"] == "1" || wanted["shipped"] == "1") && order.Number("delivery_number") == 0)
        {
            var number = sales.Orders.Max(other => other.Number("delivery_number")) + 1;
            order.With(("delivery_number", number), ("delivery_date", state.Now));
        }
    }

    /// <summary>Mails the customer what the state says.</summary>
    public static void Mail(PrestaShopState state, int orderId, int stateId)
    {
        if (state.Sales.OrderStates.Find(stateId) is { } wanted && wanted["send_email"] == "1")
            state.Sales.Sent.Add(new PrestaShopMail(orderId, wanted["template"] ?? ""));
    }

    private static void Invoice(PrestaShopState state, PrestaShopRecord order)
    {
        var sales = state.Sales;
        var number = (sales.Invoices.Count == 0 ? 0 : sales.Invoices.Max(invoice => invoice.Number("number"))) + 1;
        var invoice = sales.Invoices.Insert(new PrestaShopRecord(OrderPartSchemas.Invoices).With(
            ("id_order", order.Id), ("number", number), ("total_discount_tax_excl", order.Amount("total_discounts_tax_excl")), ("total_discount_tax_incl", order.Amount("total_discounts_tax_incl")),
            ("shop_address", state.Setting("PS_SHOP_NAME")), ("date_add", state.Now)));
        foreach (var field in new[] { "total_paid_tax_excl", "total_paid_tax_incl", "total_products", "total_products_wt", "total_shipping_tax_excl", "total_shipping_tax_incl", "total_wrapping_tax_excl", "total_wrapping_tax_incl" })
            invoice[field] = order[field];
        order.With(("invoice_number", number), ("invoice_date", state.Now));
        foreach (var row in sales.Details.Where("id_order", order.Id).Concat(sales.OrderCarriers.Where("id_order", order.Id)))
            row["id_order_invoice"] = Stored.Number(invoice.Id);
    }

    /// <summary>A paid state pays the rest of what counts as paid, which payments sent through the webservice do not.</summary>
    private static void Pay(PrestaShopState state, PrestaShopRecord order)
    {
        state.Sales.Payments.Insert(new PrestaShopRecord(OrderPartSchemas.Payments).With(
            ("order_reference", order["reference"]), ("id_currency", order.Number("id_currency")), ("amount", order.Amount("total_paid") - order.Amount("total_paid_real")),
            ("payment_method", order["payment"]), ("conversion_rate", order.Amount("conversion_rate")), ("date_add", state.Now)));
        order["total_paid_real"] = order["total_paid"];
    }

    /// <summary>Cancelling puts the quantities back, leaving it takes them again.</summary>
    private static void Restock(PrestaShopState state, PrestaShopRecord order, int before, int after)
    {
        if (before == 0 || WithoutStock.Contains(before) == WithoutStock.Contains(after))
            return;
        Move(state, order, WithoutStock.Contains(after) ? 1 : -1);
    }

    /// <summary>Moves the stock of all lines; a product that is gone has none.</summary>
    public static void Move(PrestaShopState state, PrestaShopRecord order, int sign)
    {
        foreach (var line in state.Sales.Details.Where("id_order", order.Id))
        {
            var (product, combination) = (line.Number("product_id"), line.Number("product_attribute_id"));
            if (ShopRules.StockRow(state, product, combination, 1) is { } row)
                state.SetStock(product, row.Quantity + (sign * int.Parse(line["product_quantity"]!, CultureInfo.InvariantCulture)), combination);
        }
    }
}
