using System.Globalization;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Orders that come through the webservice: placed from a cart, their totals ignored; changed only in what their setters do. Callers hold the gate.</summary>
internal static class OrderInput
{
    private const int PaymentError = 8;
    private const int RemotePayment = 11;

    /// <summary>A cart that is gone, used or priced by rules that are not simulated, and a module that is not installed.</summary>
    public static void Check(Draft draft, PrestaShopState state)
    {
        var cart = state.Sales.Carts.Find(Number(draft.Text("id_cart")));
        if (cart is null || !state.Sales.PaymentModules.Contains(draft.Text("module")) || state.Sales.Orders.Any(order => order.Number("id_cart") == cart.Id))
            throw Refusal.Died();
        if (cart.Entries("cart_rows").Any(row => state.SpecificPrices.Where("id_product", Number(row[0])).Length > 0))
            throw Refusal.Unknown("an order of a product with special prices");
    }

    /// <summary>Turns the row that was stored as sent into the order that the shop makes of the cart.</summary>
    public static void Complete(PrestaShopRecord order, PrestaShopState state)
    {
        var sales = state.Sales;
        var cart = sales.Carts[order.Number("id_cart")];
        var draft = new PrestaShopOrderDraft
        {
            CartId = cart.Id,
            CustomerId = order.Number("id_customer"),
            AddressId = order.Number("id_address_delivery"),
            InvoiceAddressId = order.Number("id_address_invoice"),
            CurrencyId = cart.Number("id_currency"),
            LanguageId = order.Number("id_lang"),
            CarrierId = Carrier(cart, state),
            Module = order["module"]!,
            Payment = order["payment"]!,
            GiftMessage = cart["gift"] == "1" ? cart["gift_message"] : null,
            Lines = [.. cart.Entries("cart_rows").Select(row => new PrestaShopOrderLine(Number(row[0]), Number(row[4]), Number(row[1])))],
        };
        var paid = order.Amount("total_paid");
        var checkout = new Checkout(state);
        var isExact = checkout.Price(draft) == paid;
        var (id, now) = (order.Id, state.Now);
        sales.Orders.Delete(id);
        sales.Orders.NextId = id;
        var placed = checkout.Place(draft with { StateId = isExact ? RemotePayment : PaymentError });
        placed["total_paid_real"] = Stored.Decimal(paid, 6);
        if (!isExact)
            OrderFlow.Mail(state, id, PaymentError);
        placed.With(("date_add", now));
    }

    /// <summary>A state that is sent goes through the history with its mail, whatever the query says; a tracking number goes to the first parcel.</summary>
    public static void Changed(Draft draft, PrestaShopRecord order, PrestaShopState state)
    {
        if (draft.Element.Element("shipping_number") is { } number)
        {
            order["shipping_number"] = number.Value;
            if (state.Sales.OrderCarriers.Where("id_order", order.Id) is [var first, ..])
                first["tracking_number"] = number.Value;
        }

        if (!draft.Has(order.Resource.Field("current_state")))
            return;
        var wanted = Number(draft.Text("current_state"));
        var before = state.Sales.Histories.Where("id_order", order.Id).LastOrDefault()?.Number("id_order_state") ?? 0;
        if (wanted == before)
            return;
        order.With(("current_state", before));
        OrderFlow.Change(state, order, wanted, history: null);
        OrderFlow.Mail(state, order.Id, wanted);
    }

    private static int Carrier(PrestaShopRecord cart, PrestaShopState state)
    {
        var option = cart["delivery_option"] ?? "";
        var digits = option.LastIndexOf('"') is > 0 and var end ? option[..end].Split('"')[^1].TrimEnd(',') : "";
        return Number(digits) is > 0 and var chosen ? chosen
            : state.Sales.Carriers.Where(carrier => carrier["active"] == "1" && carrier["deleted"] == "0").OrderBy(carrier => carrier.ShippingPrice).First().Id;
    }

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
