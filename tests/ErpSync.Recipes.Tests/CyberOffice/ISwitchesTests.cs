using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>Section I: that each switch of the dashboard is a typed option that does what it says; the rules behind them are tested in their own sections.</summary>
public sealed class ISwitchesTests
{
    [Fact]
    public void CyberOffice_I1_defaults_are_those_of_the_dashboard_on_first_use()
    {
        var options = new CyberOfficeOptions();
        (options.CustomerLanguage, options.NamesInUpperCase, options.Stock, options.NoDescriptions, options.Variants).Should().Be((true, false, true, false, false));
        (options.DiscountLines, options.ReferenceAsNumber, options.ReferenceAsCustomerReference, options.InvoiceLink, options.Barcodes).Should().Be((DiscountLines.PerDiscount, false, true, true, true));
        (options.OrderStatuses, options.InvoiceStatuses, options.PaymentStatuses).Should().Be((null, null, null));
        (options.Services.Shipping, options.Services.Discount, options.Services.Wrapping).Should().Be(("PrestaShipping", "PrestaDiscount", "PrestaWrapping"));
        (options.DoubleTaxes, options.OrdersFrom, options.CustomersFrom, options.ProductRange).Should().Be((DoubleTaxes.AsTheShop, null, null, null));
        (options.PaymentMethods.Count, options.BankAccounts.Count, options.Warehouses.Count).Should().Be((0, 0, 0));
    }

    [Theory]
    [InlineData("language")]
    [InlineData("upper case")]
    [InlineData("descriptions")]
    [InlineData("barcodes")]
    [InlineData("reference of the customer")]
    [InlineData("discount lines")]
    [InlineData("variants")]
    [InlineData("stock")]
    [InlineData("warehouses")]
    [InlineData("statuses")]
    [InlineData("range")]
    [InlineData("reference as number")]
    public async Task CyberOffice_I1_switching_an_option_later_yields_a_plan_and_never_a_second_record(string option)
    {
        await using var shop = await CyberShop.StartAsync(null, world =>
        {
            world.Mug.Ean13 = "4006381333931";
            world.Customer.With(("id_lang", 2));
            var (_, values) = world.Shop.AddOption("Colour", "Red");
            world.Shop.AddCombination(world.Book.Id, combination => (combination.Reference, combination.OptionValueIds) = ("BOOK-RED", [values[0].Id]));
        });
        shop.Order();
        await shop.World.SettleAsync();
        var before = Counts(shop);
        before.Should().NotContain(0);
        shop.World.ClearLogs();

        shop.Restart(o => Switch(o, option));
        var plan = await shop.World.Engine.MakePlanAsync(new SyncRequest("main"));

        (shop.World.Shop.Requests.Writes, shop.World.Erp.Requests.Writes).Should().Be((0, 0), "a plan writes nothing");
        plan.Entries.Should().NotContain(entry => entry.Action == PlanAction.Create);
        await shop.World.SettleAsync();
        Counts(shop).Should().Equal(before);
    }

    [Fact]
    public async Task CyberOffice_I1_labels_of_services_are_options()
    {
        await using var shop = await CyberShop.StartAsync(o => (o.Services.ShippingLabel, o.Services.DiscountLabel, o.Services.WrappingLabel) = ("Port", "Remise", "Emballage"));
        shop.Order();
        await shop.World.SettleAsync();
        shop.Erp.Products.Where(product => product.Ref.StartsWith("Presta", StringComparison.Ordinal)).Select(product => product.Label).Should().BeEquivalentTo("Port", "Remise", "Emballage");
    }

    [Fact]
    public async Task CyberOffice_I1_contradictions_are_refused_with_all_mistakes_at_once()
    {
        var start = () => CyberShop.StartAsync(o =>
        {
            (o.ProductRange, o.MissingReferencePattern, o.Reverse.Variants) = ((9, 2), "PS", true);
            o.Reverse.ErpOwns.Add("Prise");
        });
        (await start.Should().ThrowAsync<ErpSyncConfigurationException>()).WithMessage("*Reverse.Variants*ProductRange*MissingReferencePattern*Prise*");
    }

    [Fact]
    public void CyberOffice_I1_maps_of_statuses_and_payment_modes_are_proposed_from_what_both_have()
    {
        Remote<OrderStatus> Status(string id, OrderStage stage, bool paid) => new(new RemoteId(id), new OrderStatus { Name = id, Stage = stage, IsPaid = paid, AllowsInvoice = paid });
        var statuses = new[] { Status("10", OrderStage.Pending, false), Status("2", OrderStage.Confirmed, true), Status("6", OrderStage.Cancelled, false), Status("5", OrderStage.Completed, true) };
        StatusProposals.ForShop(statuses).Select(rule => (rule.Status, rule.Action, rule.Retry)).Should().Equal(
            ("2", OrderStatusAction.Import, false), ("5", OrderStatusAction.Import, false), ("6", OrderStatusAction.DoNotImport, false), ("10", OrderStatusAction.DoNotImport, true));
        StatusProposals.ForErp(statuses, []).Should().BeEquivalentTo(new Dictionary<OrderStage, string> { [OrderStage.Confirmed] = "2", [OrderStage.Completed] = "5", [OrderStage.Cancelled] = "6" });
        ReferenceProposals.PaymentMethods(
            [new(new RemoteId("ps_wirepayment"), new PaymentMethod { Code = "ps_wirepayment", Name = "Bank transfer" })],
            [new(new RemoteId("2"), new PaymentMethod { Code = "VIR", Name = "Credit Transfer" })])
            .Should().BeEquivalentTo(new Dictionary<string, string> { ["ps_wirepayment"] = "2" });
    }

    private static void Switch(CyberOfficeOptions o, string option)
    {
        _ = option switch
        {
            "language" => Do(() => o.CustomerLanguage = false),
            "upper case" => Do(() => o.NamesInUpperCase = true),
            "descriptions" => Do(() => o.NoDescriptions = true),
            "barcodes" => Do(() => o.Barcodes = false),
            "reference of the customer" => Do(() => o.ReferenceAsCustomerReference = false),
            "discount lines" => Do(() => o.DiscountLines = DiscountLines.PerTaxRate),
            "variants" => Do(() => o.Variants = true),
            "stock" => Do(() => o.Stock = false),
            "warehouses" => Do(() => o.Warehouses["2"] = "1"),
            "statuses" => Do(() => o.OrderStatuses = ["2", "3"]),
            "range" => Do(() => o.ProductRange = (1, 1)),
            "reference as number" => Do(() => o.ReferenceAsNumber = true),
            _ => throw new ArgumentOutOfRangeException(nameof(option), option, null),
        };

        static bool Do(Action action)
        {
            action();
            return true;
        }
    }

    private static int[] Counts(CyberShop shop) => [shop.Erp.Products.Count, shop.Erp.ThirdParties.Count, shop.Erp.Contacts.Count, shop.Erp.Orders.Count, shop.Erp.Invoices.Count, shop.Erp.Payments.Count, shop.Shop.Products.Count];
}
