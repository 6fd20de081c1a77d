using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>
/// Section I: each switch of the dashboard is a typed option. What it does is tested in the section of its rule; here: its default, and that switching it later yields a plan and never a second record.
/// </summary>
public sealed class ISwitchesTests
{
    private static readonly CyberOfficeOptions Defaults = new();

    [Fact]
    public async Task CyberOffice_I1_language_of_the_customer()
    {
        Defaults.CustomerLanguage.Should().BeTrue();
        await LaterAsync(o => o.CustomerLanguage = false);
    }

    [Fact]
    public async Task CyberOffice_I2_names_in_upper_case()
    {
        Defaults.NamesInUpperCase.Should().BeFalse();
        await LaterAsync(o => o.NamesInUpperCase = true, async shop =>
            (await shop.World.InspectAsync(EntityKind.Customer)).Should().OnlyContain(view => view.Colour == LinkColour.Green, "what is there differs in case only"));
    }

    [Fact]
    public async Task CyberOffice_I3_stock()
    {
        Defaults.Stock.Should().BeTrue();
        await LaterAsync(o => o.Stock = false, async shop =>
        {
            shop.Shop.SetStock(shop.Mug.Id, 3);
            await shop.World.SettleAsync();
            shop.Erp.Products.Single(product => product.Ref == "MUG").Stock.Should().Be(8);
        });
    }

    [Fact]
    public async Task CyberOffice_I4_no_descriptions()
    {
        Defaults.NoDescriptions.Should().BeFalse();
        await LaterAsync(o => o.NoDescriptions = true, shop =>
        {
            shop.Erp.Products.Single(product => product.Ref == "MUG").Description.Should().Contain("A mug", "what is there is not touched");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task CyberOffice_I5_variants()
    {
        Defaults.Variants.Should().BeFalse();
        await LaterAsync(o => o.Variants = true, shop =>
        {
            shop.Erp.Products.Count(product => product.Ref.StartsWith("BOOK-RED", StringComparison.Ordinal)).Should().Be(1, "the product of its own stays linked");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task CyberOffice_I6_one_line_for_each_discount()
    {
        Defaults.DiscountLines.Should().Be(DiscountLines.PerDiscount);
        await LaterAsync(o => o.DiscountLines = DiscountLines.PerTaxRate);
    }

    [Fact]
    public async Task CyberOffice_I7_reference_of_the_shop_as_number_of_the_order()
    {
        Defaults.ReferenceAsNumber.Should().BeFalse();
        await LaterAsync(o => o.ReferenceAsNumber = true, async shop =>
        {
            var placed = shop.Order();
            await shop.World.SettleAsync();
            shop.Erp.Orders.Last()["ref"].Should().Be(placed["reference"], "new orders get it");
            shop.Erp.Orders.First()["ref"].Should().NotBe(shop.Sales.Orders.First()["reference"], "old ones keep their number");
        });
    }

    [Fact]
    public async Task CyberOffice_I8_reference_of_the_shop_as_reference_of_the_customer()
    {
        Defaults.ReferenceAsCustomerReference.Should().BeTrue();
        await LaterAsync(o => o.ReferenceAsCustomerReference = false);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CyberOffice_I9_link_to_the_invoice(bool on)
    {
        Defaults.InvoiceLink.Should().BeTrue();
        await using var shop = await CyberShop.StartAsync(o => o.InvoiceLink = on);
        var placed = shop.Order();
        await shop.SettleAsync();
        await using var pdf = await shop.World.Services.GetRequiredService<ISyncDocuments>().OpenInvoicePdfAsync("main", RemoteId.From(placed.Id), RemoteId.From(shop.Customer.Id));
        (pdf is not null).Should().Be(on);
    }

    [Fact]
    public async Task CyberOffice_I10_statuses_of_orders_invoices_and_payments()
    {
        (Defaults.OrderStatuses, Defaults.InvoiceStatuses, Defaults.PaymentStatuses).Should().Be((null, null, null));
        await LaterAsync(o => (o.OrderStatuses, o.InvoiceStatuses, o.PaymentStatuses) = (["3"], ["3"], ["3"]));
    }

    [Fact]
    public async Task CyberOffice_I10_rule_of_one_status_says_what_is_done_and_what_the_erp_gets()
    {
        await using var shop = await CyberShop.StartAsync(o =>
        {
            o.StatusRules.Add(new OrderStatusRule("13", OrderStatusAction.Import) { Stage = OrderStage.Confirmed });
            o.StatusRules.Add(new OrderStatusRule("2", OrderStatusAction.DoNotImport) { Retry = true });
        });
        var (cash, paid) = (shop.Order(state: 13), shop.Order());
        await shop.World.SettleAsync();
        shop.Erp.Orders.Should().ContainSingle().Which.Should().Match<Sandbox.DolibarrOrder>(order => order.Status == 1);
        shop.Erp.Orders.Single()["ref_client"].Should().Be(cash["reference"]);
        paid.Should().NotBeNull();
    }

    [Fact]
    public async Task CyberOffice_I11_payment_mode_to_bank_account()
    {
        Defaults.BankAccounts.Should().BeEmpty();
        await LaterAsync(o => o.BankAccounts["ps_checkpayment"] = "1");
    }

    [Fact]
    public async Task CyberOffice_I12_carrier_to_warehouse()
    {
        Defaults.Warehouses.Should().BeEmpty();
        await LaterAsync(o => o.Warehouses["2"] = "1");
    }

    [Fact]
    public async Task CyberOffice_I13_barcodes()
    {
        Defaults.Barcodes.Should().BeTrue();
        await LaterAsync(o => o.Barcodes = false);
    }

    [Fact]
    public async Task CyberOffice_I14_labels_of_the_services()
    {
        (Defaults.Services.Shipping, Defaults.Services.Discount, Defaults.Services.Wrapping).Should().Be(("PrestaShipping", "PrestaDiscount", "PrestaWrapping"));
        await using var shop = await CyberShop.StartAsync(o => (o.Services.ShippingLabel, o.Services.DiscountLabel, o.Services.WrappingLabel) = ("Port", "Remise", "Emballage"));
        shop.Order();
        await shop.World.SettleAsync();
        shop.Erp.Products.Where(product => product.Ref.StartsWith("Presta", StringComparison.Ordinal)).Select(product => product.Label).Should().BeEquivalentTo("Port", "Remise", "Emballage");
    }

    [Fact]
    public async Task CyberOffice_I15_mode_of_two_taxes()
    {
        Defaults.DoubleTaxes.Should().Be(DoubleTaxes.AsTheShop);
        await LaterAsync(o => o.DoubleTaxes = DoubleTaxes.OnTaxed);
    }

    [Fact]
    public async Task CyberOffice_I16_days_from_which_history_is_loaded()
    {
        (Defaults.OrdersFrom, Defaults.CustomersFrom, Defaults.CustomersTo).Should().Be((null, null, null));
        await LaterAsync(o => (o.WholeHistory, o.OrdersFrom, o.CustomersFrom) = (false, new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public async Task CyberOffice_I17_ranges_of_batches()
    {
        (Defaults.ProductRange, Defaults.OrdersUntil).Should().Be((null, null));
        await LaterAsync(o => (o.ProductRange, o.OrdersUntil) = ((1, 1), "1"));
    }

    [Fact]
    public async Task CyberOffice_I17_contradictions_are_refused_with_all_mistakes_at_once()
    {
        var start = () => CyberShop.StartAsync(o =>
        {
            (o.ProductRange, o.MissingReferencePattern, o.Reverse.Variants) = ((9, 2), "PS", true);
            o.Reverse.ErpOwns.Add("Prise");
        });
        (await start.Should().ThrowAsync<ErpSyncConfigurationException>()).WithMessage("*Reverse.Variants*ProductRange*MissingReferencePattern*Prise*");
    }

    /// <summary>A filled pair, then another option: the plan shows what it does, writes nothing and creates nothing; after the run there are as many records as before.</summary>
    private static async Task LaterAsync(Action<CyberOfficeOptions> option, Func<CyberShop, Task>? then = null)
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

        shop.Restart(option);
        var plan = await shop.World.Engine.MakePlanAsync(new SyncRequest("main"));

        (shop.World.Shop.Requests.Writes, shop.World.Erp.Requests.Writes).Should().Be((0, 0), "a plan writes nothing");
        plan.Entries.Where(entry => entry.Action == PlanAction.Create).Select(entry => entry.ToString()).Should().BeEmpty();
        await shop.World.SettleAsync();
        Counts(shop).Should().Equal(before);
        if (then is not null)
            await then(shop);
    }

    private static int[] Counts(CyberShop shop) => [shop.Erp.Products.Count, shop.Erp.ThirdParties.Count, shop.Erp.Contacts.Count, shop.Erp.Orders.Count, shop.Erp.Invoices.Count, shop.Erp.Payments.Count, shop.Shop.Products.Count];
}
