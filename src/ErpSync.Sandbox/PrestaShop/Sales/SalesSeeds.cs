using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>New records with the values that the shop gives them. Callers hold the gate.</summary>
internal static class SalesSeeds
{
    public static PrestaShopRecord Customer(PrestaShopState state) => new PrestaShopRecord(PartySchemas.Customers).With(
        ("id_default_group", 3), ("id_lang", 1), ("active", true), ("id_shop", 1), ("id_shop_group", 1), ("passwd", Hash("seed")), ("secure_key", Key($"customer {state.Sales.Customers.NextId}")),
        ("last_passwd_gen", state.Now), ("date_add", state.Now), ("date_upd", state.Now));

    public static PrestaShopRecord Address(PrestaShopState state, int customerId) => new PrestaShopRecord(PartySchemas.Addresses).With(
        ("id_customer", customerId), ("id_country", 8), ("alias", "Home"), ("lastname", "Doe"), ("firstname", "John"), ("address1", "12 rue de la Paix"), ("postcode", "75002"), ("city", "Paris"),
        ("phone", "0102030405"), ("date_add", state.Now), ("date_upd", state.Now));

    public static PrestaShopRecord Carrier(PrestaShopState state, string name, decimal price) => new PrestaShopRecord(PartySchemas.Carriers) { ShippingPrice = price }.With(
        ("id_tax_rules_group", 1), ("id_reference", state.Sales.Carriers.NextId), ("name", name), ("active", true), ("is_free", price == 0), ("position", state.Sales.Carriers.Count), ("delay", name));

    public static PrestaShopRecord CartRule(PrestaShopState state) => new PrestaShopRecord(SalesSchemas.CartRules).With(
        ("date_from", "2020-01-01 00:00:00"), ("date_to", "2099-01-01 00:00:00"), ("quantity", 100), ("quantity_per_user", 10), ("priority", 1), ("reduction_currency", 1), ("active", true),
        ("date_add", state.Now), ("date_upd", state.Now));

    public static PrestaShopRecord Message(PrestaShopState state, PrestaShopRecord order, string text, bool isPrivate)
    {
        var sales = state.Sales;
        var thread = sales.CustomerThreads.Where("id_order", order.Id).FirstOrDefault() ?? sales.CustomerThreads.Insert(new PrestaShopRecord(PartySchemas.CustomerThreads).With(
            ("id_lang", order.Number("id_lang")), ("id_shop", 1), ("id_customer", order.Number("id_customer")), ("id_order", order.Id), ("email", sales.Customers.Find(order.Number("id_customer"))?["email"]),
            ("token", Key($"thread {order.Id}")[..12]), ("status", "open"), ("date_add", state.Now), ("date_upd", state.Now)));
        return sales.CustomerMessages.Insert(new PrestaShopRecord(PartySchemas.CustomerMessages).With(
            ("id_customer_thread", thread.Id), ("id_employee", isPrivate ? 1 : 0), ("message", text), ("private", isPrivate ? 1 : 0), ("date_add", state.Now), ("date_upd", state.Now)));
    }

    public static PrestaShopRecord Payment(PrestaShopState state, PrestaShopRecord order, decimal amount) => new PrestaShopRecord(OrderPartSchemas.Payments).With(
        ("order_reference", order["reference"]), ("id_currency", order.Number("id_currency")), ("amount", amount), ("conversion_rate", order.Amount("conversion_rate")), ("date_add", state.Now));

    public static PrestaShopRecord Slip(PrestaShopState state, PrestaShopRecord order, decimal shippingGross, (int DetailId, int Quantity)[] lines)
    {
        var parts = lines.Select(line => (line.DetailId, line.Quantity, Detail: state.Sales.Details[line.DetailId])).Select(line => (
            line.DetailId, line.Quantity, Net: Cents(line.Detail.Amount("unit_price_tax_excl") * line.Quantity), Gross: Cents(line.Detail.Amount("unit_price_tax_incl") * line.Quantity))).ToList();
        var slip = new PrestaShopRecord(SalesSchemas.OrderSlips).With(
            ("id_customer", order.Number("id_customer")), ("id_order", order.Id), ("conversion_rate", order.Amount("conversion_rate")), ("total_products_tax_excl", parts.Sum(part => part.Net)),
            ("total_products_tax_incl", parts.Sum(part => part.Gross)), ("total_shipping_tax_excl", Cents(shippingGross / 1.2m)), ("total_shipping_tax_incl", shippingGross), ("amount", parts.Sum(part => part.Gross)),
            ("shipping_cost", shippingGross > 0), ("shipping_cost_amount", shippingGross), ("partial", 1), ("date_add", state.Now), ("date_upd", state.Now));
        slip.SetList("order_slip_details", [.. parts.Select((part, place) => new[]
        {
            Stored.Number(place + 1), Stored.Number(part.DetailId), Stored.Number(part.Quantity), Stored.Decimal(part.Net, 6), Stored.Decimal(part.Gross, 6),
        })]);
        return slip;
    }

    private static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    public static string Key(string seed) => Convert.ToHexStringLower(MD5Of(seed));

    public static string Hash(string password) => "$2y$10$" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password)))[..53];

    /// <summary>Nine letters, as the shop makes them at random; here from the order's number, so that tests repeat.</summary>
    public static string Reference(int order)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(order.ToString(CultureInfo.InvariantCulture)));
        return string.Create(9, hash, static (letters, bytes) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = (char)('A' + (bytes[i] % 26));
        });
    }

    private static byte[] MD5Of(string seed) => SHA256.HashData(Encoding.UTF8.GetBytes(seed))[..16];
}
