namespace ErpSync.Sandbox.PrestaShop;

/// <summary>What a new installation holds of groups, carriers and states.</summary>
internal static class SalesPresets
{
    // Id, name, template, colour, and the flags: m mail, i invoice, l logable, s shipped, p paid, d delivery.
    private static readonly (int Id, string Name, string Template, string Color, string Flags, string Module)[] OrderStates =
    [
        (1, "Awaiting check payment", "cheque", "#34209E", "m", "ps_checkpayment"), (2, "Payment accepted", "payment", "#3498D8", "milp", ""),
        (3, "Processing in progress", "preparation", "#3498D8", "milpd", ""), (4, "Shipped", "shipped", "#01B887", "milspd", ""), (5, "Delivered", "", "#01B887", "ilspd", ""),
        (6, "Canceled", "order_canceled", "#2C3E50", "m", ""), (7, "Refunded", "refund", "#01B887", "mi", ""), (8, "Payment error", "payment_error", "#E74C3C", "m", ""),
        (9, "On backorder (paid)", "outofstock", "#3498D8", "mip", ""), (10, "Awaiting bank wire payment", "bankwire", "#34209E", "m", "ps_wirepayment"),
        (11, "Remote payment accepted", "payment", "#3498D8", "milp", ""), (12, "On backorder (not paid)", "outofstock", "#34209E", "m", ""),
        (13, "Awaiting Cash On Delivery validation", "cashondelivery", "#34209E", "", "ps_cashondelivery"),
    ];

    private static readonly (int Id, string Name, decimal Price, bool Active, string Delay)[] Carriers =
    [
        (1, "Click and collect", 0m, true, "Pick up in-store"), (2, "My carrier", 7m, true, "Delivery next day!"), (3, "My cheap carrier", 5m, false, "Buy more to pay less!"),
        (4, "My light carrier", 6m, false, "The lighter the cheaper!"),
    ];

    private static readonly (int Id, int Country, string Iso, string Name)[] States =
        [(1, 21, "AA", "AA"), (13, 21, "FL", "Florida"), (89, 4, "ON", "Ontario"), (90, 4, "QC", "Quebec"), (123, 10, "AG", "Agrigento")];

    public static void Fill(PrestaShopState state)
    {
        var sales = state.Sales;
        foreach (var name in new[] { "Visitor", "Guest", "Customer" })
            sales.Groups.Insert(new PrestaShopRecord(PartySchemas.Groups).With(("show_prices", true), ("date_add", state.Now), ("date_upd", state.Now), ("name", name)));
        foreach (var name in new[] { "Europe", "North America" })
            sales.Zones.Insert(new PrestaShopRecord(PartySchemas.Zones).With(("name", name), ("active", true)));
        foreach (var (id, country, iso, name) in States)
            Insert(sales.States, id, new PrestaShopRecord(PartySchemas.States).With(("id_zone", 2), ("id_country", country), ("iso_code", iso), ("name", name), ("active", true)));
        foreach (var (id, name, price, active, delay) in Carriers)
        {
            Insert(sales.Carriers, id, new PrestaShopRecord(PartySchemas.Carriers) { ShippingPrice = price }.With(
                ("id_tax_rules_group", 1), ("id_reference", id), ("name", name), ("active", active), ("is_free", price == 0), ("shipping_handling", price > 0),
                ("shipping_method", id < 3 ? 0 : 5 - id), ("position", id - 1), ("delay", delay)));
        }

        foreach (var (id, name, template, color, flags, module) in OrderStates)
        {
            Insert(sales.OrderStates, id, new PrestaShopRecord(SalesSchemas.OrderStates).With(
                ("unremovable", true), ("delivery", flags.Contains('d')), ("send_email", flags.Contains('m')), ("module_name", module), ("invoice", flags.Contains('i')), ("color", color),
                ("logable", flags.Contains('l')), ("shipped", flags.Contains('s')), ("paid", flags.Contains('p')), ("pdf_invoice", id == 2), ("name", name), ("template", template)));
        }

        Insert(sales.Guests, 2, new PrestaShopRecord(PartySchemas.Guests));
    }

    private static void Insert(PrestaShopTable<PrestaShopRecord> table, int id, PrestaShopRecord record)
    {
        record.Id = id;
        table.Insert(record);
    }
}
