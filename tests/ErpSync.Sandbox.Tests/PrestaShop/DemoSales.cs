using ErpSync.Sandbox.PrestaShop;
using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>Seeds customers, carts and orders so that they mirror the recorded store at the time of a recording.</summary>
internal static class DemoSales
{
    private static readonly string[] Parts = ["customer", "address", "cart", "order", "invoice", "guest", "group", "carrier", "message", "state", "zone"];

    private static readonly string[] NotPaid =
    [
        "orders-big-full-json", "orders-big-json", "orders-big-xml", "order-invoices-before", "orders-after-payment", "order-payments-create-partial", "order-payments-create-bad",
        "orders-list", "orders-filter-state", "orders-list-since", "orders-filter-id-greater", "orders-filter-reference", "order-cart-rules-big", "order-details-big", "order-details-get",
    ];

    public static void Seed(PrestaShopSandbox shop, Recording taken)
    {
        var (state, name) = (shop.State, taken.Name);
        if (!Parts.Any(part => name.Contains(part, StringComparison.Ordinal)))
            return;
        Parties(state, name);
        if (name.StartsWith("customers", StringComparison.Ordinal) || name.StartsWith("addresses-create", StringComparison.Ordinal))
            return;
        state.Configure("PS_ROUND_TYPE", "2");
        if (!name.StartsWith("cart-rules-create", StringComparison.Ordinal))
        {
            state.Sales.AddCartRule("ERP10", "10 % off").With(("reduction_percent", 10));
            state.Sales.AddCartRule("ERP5EUR", "5 EUR off").With(("reduction_amount", 5), ("reduction_tax", true));
        }

        Orders(state, name);
        if (name.StartsWith("carts-create", StringComparison.Ordinal) || name.StartsWith("cart-rules-create", StringComparison.Ordinal) || name.StartsWith("orders-create", StringComparison.Ordinal) && name != "orders-created-by-ws")
            return;
        Big(shop, taken);
    }

    private static void Parties(PrestaShopState state, string name)
    {
        var sales = state.Sales;
        sales.AddCustomer("anonymous@psgdpr.com", "Anonymous", "Anonymous");
        sales.AddCustomer("pub@prestashop.com", "John", "DOE");
        if (name == "customers-create")
            return;
        sales.AddCustomer("juergen.mueller@example.com", "Jürgen", "Müller").With(
            ("company", "Müller & Söhne GmbH"), ("siret", "73282932000074"), ("ape", "6201Z"), ("website", "https://mueller.example"), ("note", "VIP"), ("id_lang", 2), ("id_gender", 1),
            ("birthday", "1980-02-29"), ("newsletter", true), ("newsletter_date_add", state.Now));
        if (name != "customers-create-guest")
            sales.AddCustomer("guest@example.com", "Jane").With(("is_guest", true), ("id_default_group", 2));
        sales.Addresses.NextId = 7;
        if (name == "addresses-create")
            return;
        sales.AddAddress(3).With(("company", "Müller & Söhne"), ("vat_number", "FR40303265045"), ("other", "Digicode 1234"), ("lastname", "Müller"), ("firstname", "Jürgen"), ("address1", "12 rue de l'Église"), ("phone_mobile", "0612345678"));
        sales.AddAddress(3, "Miami").With(("id_country", 21), ("id_state", 1), ("alias", "US"));
    }

    private static void Orders(PrestaShopState state, string name)
    {
        var sales = state.Sales;
        sales.Orders.NextId = sales.Carts.NextId = 2;
        foreach (var id in new[] { 2, 3, 4, 5 })
            sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = 2, AddressId = 7, Lines = [new(6)], StateId = id % 2 == 0 ? 1 : 10 });
        if (name == "carts-create")
            return;
        PrestaShopOrderLine[] first = [new(1, 2, 1), new(20, 1, 41)];
        if (name is "carts-create-delivery-option" or "orders-create" or "orders-create-unknown-module" or "orders-create-missing-cart" or "orders-create-exact")
        {
            sales.AddCart(3, 7, first);
            foreach (var price in state.SpecificPrices)
                price.ProductId = 99;
            if (name != "orders-create-exact")
                return;
            sales.AddCart(3, 7, new PrestaShopOrderLine(6, 2)).With(("delivery_option", """{"7":"2,"}"""));
            sales.Orders.NextId = 7;
            return;
        }

        sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = 3, AddressId = 7, CarrierId = 1, StateId = 8, Lines = first }).With(("total_paid_real", 10));
        sales.Carts[6]["delivery_option"] = "";
        sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = 3, AddressId = 7, StateId = 11, Lines = [new(6, 2)] });
    }

    private static void Big(PrestaShopSandbox shop, Recording taken)
    {
        var (name, state, sales) = (taken.Name, shop.State, shop.State.Sales);
        sales.Details.NextId = 11;
        sales.OrderCarriers.NextId = 8;
        state.Products[20].TaxRulesGroupId = 6;
        state.TaxRules.First(rule => rule["id_tax_rules_group"] == "6")["behavior"] = "1";
        var order = sales.PlaceOrder(new PrestaShopOrderDraft
        {
            CustomerId = 3,
            AddressId = 7,
            CurrencyId = 2,
            StateId = 1,
            Module = "ps_checkpayment",
            Payment = "Payments by check",
            GiftMessage = "Happy birthday! 🎂 & more",
            WrappingNet = 3m,
            Vouchers = [(1, 25.951m, 22.841m), (2, 6m, 5.280953m)],
            Lines = [new(1, 2, 1) { ReductionPercent = 20 }, new(6, 4), new(20, 3, 41) { ReductionAmount = 2 }],
        });
        order.With(("reference", shop.Version.StartsWith('8') ? "MVEUHVISE" : "LGHNKPYAX"), ("note", "Please ring twice"));
        if (taken.Request.Query.Contains("secure_key=", StringComparison.Ordinal) && name is "invoice-pdf-secure-key" or "invoice-pdf-not-invoiced")
            sales.Orders[6]["secure_key"] = order["secure_key"] = taken.Request.Query.Split("secure_key=")[1][..32];
        if (NotPaid.Contains(name))
            return;
        sales.AddPayment(8, 20m, transactionId: "TX-1");
        sales.ChangeState(8, 2);
        sales.AddSlip(8, 0m);
        sales.AddSlip(8, 0m, (11, 1));
        sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = 3, AddressId = 7, Lines = [new(6)] });
        if (name is not ("orders-patch-current-state" or "orders-patch-lines" or "orders-put-roundtrip" or "order-carriers-after"))
            return;
        sales.ChangeState(8, 4);
        sales.OrderCarriers[8]["tracking_number"] = order["shipping_number"] = "1Z999AA10123456785";
    }
}
