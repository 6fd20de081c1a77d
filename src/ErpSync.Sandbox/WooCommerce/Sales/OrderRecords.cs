using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Orders: their life, stock and payment.</summary>
internal static class OrderRecords
{
    public static readonly (string Slug, string Name)[] Statuses =
    [
        ("pending", "Pending payment"), ("processing", "Processing"), ("on-hold", "On hold"), ("completed", "Completed"), ("cancelled", "Cancelled"), ("refunded", "Refunded"), ("failed", "Failed"), ("checkout-draft", "Draft"),
    ];

    private static readonly HashSet<string> Currencies = ["EUR", "CAD", "USD", "GBP", "JPY", "CHF", "KWD", "SEK"];
    private static readonly string[] Texts = ["payment_method", "payment_method_title", "transaction_id", "customer_note"];

    private const string Template =
        """
        {"id":0,"parent_id":0,"status":"pending","currency":"EUR","version":"","prices_include_tax":false,"date_created":null,"date_modified":null,"discount_total":"0.00","discount_tax":"0.00",
        "shipping_total":"0.00","shipping_tax":"0.00","cart_tax":"0.00","total":"0.00","total_tax":"0.00","customer_id":0,"order_key":"","billing":{},"shipping":{},"payment_method":"",
        "payment_method_title":"","transaction_id":"","customer_ip_address":"","customer_user_agent":"","created_via":"rest-api","customer_note":"","date_completed":null,"date_paid":null,
        "cart_hash":"","number":"","meta_data":[],"line_items":[],"tax_lines":[],"shipping_lines":[],"fee_lines":[],"coupon_lines":[],"refunds":[],"payment_url":"","is_editable":true,
        "needs_payment":false,"needs_processing":false,"date_created_gmt":null,"date_modified_gmt":null,"date_completed_gmt":null,"date_paid_gmt":null,"currency_symbol":"€"}
        """;

    public static JsonObject Create(WooCommerceState state, JsonObject body, long id = 0)
    {
        var order = JsonNode.Parse(Template)!.AsObject();
        order["version"] = state.Options.Version;
        order["currency"] = state.Settings["general", "woocommerce_currency"];
        order["prices_include_tax"] = state.Options.PricesIncludeTax;
        order["billing"] = CustomerRecords.EmptyAddress(isBilling: true);
        order["shipping"] = CustomerRecords.EmptyAddress(isBilling: false);
        state.Date(order, "date_created", state.Now);
        Check(state, body);
        order["customer_id"] = body.Whole("customer_id");
        if (body["created_via"] is not null)
            order["created_via"] = body.Text("created_via");
        Apply(state, order, body);
        if (id == 0)
            id = state.NextPost();
        else
            state.Reserve(id + 1);
        order["id"] = id;
        order["number"] = body.Text("number") is { Length: > 0 } number ? number : id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        order["order_key"] = $"wc_order_{id}";
        state.Orders[id] = order;
        Move(state, order, body);
        state.Touch(order);
        state.Queue.Add(state, "order", "created", order);
        state.Queue.Add(state, "order", "updated", order);
        return order;
    }

    public static void Update(WooCommerceState state, JsonObject order, JsonObject body)
    {
        Check(state, body);
        Apply(state, order, body);
        Move(state, order, body);
        state.Touch(order);
        state.Queue.Add(state, "order", "updated", order);
    }

    public static JsonObject Delete(WooCommerceState state, JsonObject order, bool force)
    {
        if (force)
        {
            state.Orders.Remove(order.Whole("id"));
            return order;
        }

        if (order.Text("status") == "trash")
            throw new RestProblem(410, "woocommerce_rest_already_trashed", "The order has already been deleted.");
        order["status"] = "trash";
        state.Touch(order);
        state.Queue.Add(state, "order", "deleted", order);
        return order;
    }

    /// <summary>The order as it is shown: with its refunds and what follows from its state.</summary>
    public static JsonObject Show(WooCommerceState state, JsonObject order)
    {
        var id = order.Whole("id");
        order["refunds"] = state.Refunds.Values.Where(refund => refund.Whole("parent_id") == id).Reverse()
            .Select(refund => new JsonObject { ["id"] = refund.Whole("id"), ["reason"] = refund.Text("reason"), ["total"] = "-" + refund.Text("amount") }).ToArray();
        var status = order.Text("status");
        order["is_editable"] = status is "pending" or "on-hold" or "checkout-draft";
        order["needs_payment"] = status is "pending" or "failed" && order.Number("total") > 0;
        order["needs_processing"] = order.Objects("line_items").Any();
        return order;
    }

    private static void Check(WooCommerceState state, JsonObject body)
    {
        if (body["status"] is not null && !Statuses.Any(status => status.Slug == body.Text("status")))
            throw RestProblem.Invalid("status", "status is not one of auto-draft, pending, processing, on-hold, completed, cancelled, refunded, failed, and checkout-draft.", "rest_not_in_enum");
        if (body["currency"] is not null && !Currencies.Contains(body.Text("currency")))
            throw RestProblem.Invalid("currency", "currency is not one of CAD, CHF, EUR, GBP, JPY, KWD, SEK, and USD.", "rest_not_in_enum");
        if (body.Whole("customer_id") > 0 && !state.Customers.ContainsKey(body.Whole("customer_id")))
            throw new RestProblem(400, "woocommerce_rest_invalid_customer_id", "Customer ID is invalid.");
    }

    private static void Apply(WooCommerceState state, JsonObject order, JsonObject body)
    {
        CustomerRecords.Merge((JsonObject)order["billing"]!, body["billing"]);
        CustomerRecords.Merge((JsonObject)order["shipping"]!, body["shipping"]);
        if (body["currency"] is not null)
            order["currency"] = body.Text("currency");
        foreach (var name in Texts)
        {
            if (body[name] is not null)
                order[name] = body.Text(name);
        }

        state.Meta(order, body["meta_data"]);
        if (OrderLines.Apply(state, order, body) || body["billing"] is not null || body["shipping"] is not null)
            OrderTotals.Compute(state, order);
    }

    private static void Move(WooCommerceState state, JsonObject order, JsonObject body)
    {
        if (body.Flag("set_paid"))
        {
            if (order["date_paid_gmt"] is null)
                state.Date(order, "date_paid", state.Now);
            Turn(state, order, "processing");
        }

        if (body["status"] is not null && !(body.Flag("set_paid") && body.Text("status") == "pending"))
            Turn(state, order, body.Text("status"));
    }

    private static void Turn(WooCommerceState state, JsonObject order, string status)
    {
        order["status"] = status;
        if (status is "completed" && order["date_completed_gmt"] is null)
            state.Date(order, "date_completed", state.Now);
        if (status is "processing" or "completed" && order["date_paid_gmt"] is null)
            state.Date(order, "date_paid", state.Now);
        if (status is "processing" or "completed" or "on-hold")
            OrderLines.MoveStock(state, order, isTaken: true);
        else if (status is "cancelled" or "pending")
            OrderLines.MoveStock(state, order, isTaken: false);
    }
}
