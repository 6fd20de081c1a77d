using System.Globalization;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>What the classes about parties and sales do on saving beyond their fields. Callers hold the gate.</summary>
internal static class SalesRules
{
    /// <summary>Writes that the class refuses before it saves.</summary>
    public static void Check(Draft draft, PrestaShopState state)
    {
        switch (draft.Resource.Name)
        {
            case "customers" when draft.Text("is_guest") != "1" && draft.Text("email") is { Length: > 0 } email
                && state.Sales.Customers.Where("email", email).Any(other => other.Id != draft.Row.Id && other["is_guest"] != "1" && other["deleted"] != "1"):
                throw new Refusal(500, new ApiError(140, "The email is already used, please choose another one"), new ApiError(46, "Unable to save resource"));
            case "order_histories" when state.Sales.OrderStates.Find(Number(draft, "id_order_state")) is null || state.Sales.Orders.Find(Number(draft, "id_order")) is null:
                throw Refusal.Died();
            case "orders" when draft.IsNew:
                OrderInput.Check(draft, state);
                break;
            case "orders" when draft.Has(draft.Resource.Field("current_state")) && state.Sales.OrderStates.Find(Number(draft, "current_state")) is null:
                throw Refusal.Died();
        }
    }

    /// <summary>Values that the class fills in by itself.</summary>
    public static void Fill(Draft draft, PrestaShopState state)
    {
        if (draft.Row is not PrestaShopRecord record)
            return;
        if (record.Resource.Find("date_add") is not null && !record.Resource.HasDates && (draft.IsNew || !draft.IsPatch) && draft.Text("date_add").Length == 0)
            record["date_add"] = state.Now;
        switch (record.Resource.Name)
        {
            case "customers":
                FillCustomer(draft, record, state);
                break;
            case "carts" when draft.IsNew && state.Sales.Customers.Find(record.Number("id_customer")) is { } customer:
                record["secure_key"] = customer["secure_key"];
                break;
            case "carriers" when draft.IsNew:
                record.With(("position", state.Sales.Carriers.Count));
                break;
            case "cart_rules" when draft.Text("reduction_currency").Length == 0:
                record["reduction_currency"] = "1";
                break;
        }
    }

    public static void Added(PrestaShopRecord record, PrestaShopState state)
    {
        switch (record.Resource.Name)
        {
            case "carriers" when record.Number("id_reference") == 0:
                record.With(("id_reference", record.Id));
                break;
            case "orders":
                OrderInput.Complete(record, state);
                break;
            case "order_carriers":
                ShowTracking(record, state);
                break;
        }
    }

    public static void Changed(Draft draft, PrestaShopState state)
    {
        if (draft.Row is not PrestaShopRecord record)
            return;
        if (record.Resource.Name == "order_carriers")
        {
            ShowTracking(record, state);
            if (draft.SendsMail)
                state.Sales.Sent.Add(new PrestaShopMail(record.Number("id_order"), "in_transit"));
        }

        if (record.Resource.Name == "orders")
            OrderInput.Changed(draft, record, state);
    }

    /// <summary>After a new record stands in its table: what the query asked for besides.</summary>
    public static void Saved(Draft draft, PrestaShopState state)
    {
        if (draft is not { IsNew: true, Row: PrestaShopRecord { Resource.Name: "order_histories" } history })
            return;
        OrderFlow.Change(state, state.Sales.Orders[history.Number("id_order")], history.Number("id_order_state"), history);
        if (draft.SendsMail)
            OrderFlow.Mail(state, history.Number("id_order"), history.Number("id_order_state"));
    }

    /// <summary>Deletes a record: an address that an order uses only gets its mark, a customer takes addresses and carts along, an order leaves its lines and history behind.</summary>
    public static bool Delete(PrestaShopState state, PrestaShopRecord record)
    {
        var sales = state.Sales;
        switch (record.Resource.Name)
        {
            case "addresses" when sales.Orders.Any(order => order.Number("id_address_delivery") == record.Id || order.Number("id_address_invoice") == record.Id):
                record.With(("deleted", true), ("date_upd", state.Now));
                return true;
            case "customers":
                foreach (var address in sales.Addresses.Where("id_customer", record.Id))
                    Delete(state, address);
                foreach (var cart in sales.Carts.Where(cart => cart.Number("id_customer") == record.Id).ToList())
                    sales.Carts.Delete(cart.Id);
                return sales.Customers.Delete(record.Id);
            default:
                return state.Table(record.Resource).Delete(record.Id);
        }
    }

    private static void FillCustomer(Draft draft, PrestaShopRecord customer, PrestaShopState state)
    {
        if (draft.Has(customer.Resource.Field("passwd")) && !draft.Text("passwd").StartsWith("$2y$10$", StringComparison.Ordinal))
            customer["passwd"] = SalesSeeds.Hash(draft.Text("passwd"));
        if (customer["newsletter"] == "1" && customer["newsletter_date_add"] == "0000-00-00 00:00:00")
            customer["newsletter_date_add"] = state.Now;
        if (!draft.IsNew)
            return;
        customer.With(("secure_key", SalesSeeds.Key($"customer {state.Sales.Customers.NextId}")), ("last_passwd_gen", Earlier(state.Now)));
        foreach (var (field, value) in (ReadOnlySpan<(string, string)>)[("id_default_group", "3"), ("id_lang", "1"), ("id_shop", "1"), ("id_shop_group", "1")])
        {
            if (draft.Text(field).Length == 0)
                customer[field] = value;
        }

        customer.SetList("groups", [customer["id_default_group"]!]);
    }

    // The order shows the number of its first parcel.
    private static void ShowTracking(PrestaShopRecord parcel, PrestaShopState state)
    {
        if (state.Sales.Orders.Find(parcel.Number("id_order")) is { } order && state.Sales.OrderCarriers.Where("id_order", order.Id) is [var first, ..])
            order["shipping_number"] = first["tracking_number"];
    }

    // Six hours before, so that a new password may be changed at once.
    private static string Earlier(string now) =>
        DateTime.ParseExact(now, Stored.TimeFormat, CultureInfo.InvariantCulture).AddHours(-6).ToString(Stored.TimeFormat, CultureInfo.InvariantCulture);

    private static int Number(Draft draft, string field) => int.TryParse(draft.Text(field), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
