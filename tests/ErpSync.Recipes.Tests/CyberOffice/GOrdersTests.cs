using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>Section G: orders.</summary>
public sealed class GOrdersTests
{
    [Fact]
    public async Task CyberOffice_G1_order_invoice_and_payment_are_made_at_the_first_status_that_invoices_and_an_unpaid_cart_books_nothing()
    {
        await using var shop = await CyberShop.StartAsync();
        var order = shop.Order(state: 10);
        await shop.SettleAsync();
        (shop.Erp.Orders.Count, shop.Erp.Invoices.Count, shop.Erp.Payments.Count).Should().Be((0, 0, 0));

        shop.Sales.ChangeState(order.Id, 2);
        await shop.SettleAsync();

        shop.Erp.Orders.Should().ContainSingle().Which.Should().Match<Sandbox.DolibarrOrder>(x => x.Status == 1 && x.Amounts.Gross == order.Amount("total_paid_tax_incl"));
        shop.Erp.Invoices.Should().ContainSingle().Which.Amounts.Gross.Should().Be(order.Amount("total_paid_tax_incl"));
        shop.Erp.Payments.Should().ContainSingle().Which.AccountId.Should().Be(1);
        shop.Sales.Mails.Should().BeEmpty("a first load mails nobody");
    }

    [Fact]
    public async Task CyberOffice_G1_three_sets_are_separate()
    {
        await using var shop = await CyberShop.StartAsync(o => (o.OrderStatuses, o.InvoiceStatuses, o.PaymentStatuses) = (["10", "2", "3"], ["2", "3"], ["3"]));
        var order = shop.Order(state: 10);
        await shop.SettleAsync();
        (shop.Erp.Orders.Count, shop.Erp.Invoices.Count, shop.Erp.Payments.Count).Should().Be((1, 0, 0));
        shop.Sales.ChangeState(order.Id, 2);
        await shop.SettleAsync();
        (shop.Erp.Orders.Count, shop.Erp.Invoices.Count, shop.Erp.Payments.Count).Should().Be((1, 1, 0));
        shop.Sales.ChangeState(order.Id, 3);
        await shop.SettleAsync();
        (shop.Erp.Orders.Count, shop.Erp.Invoices.Count, shop.Erp.Payments.Count).Should().Be((1, 1, 1));
    }

    [Fact]
    public async Task CyberOffice_G2_status_of_payments_only_is_refused_at_registration()
    {
        var start = () => CyberShop.StartAsync(o => (o.OrderStatuses, o.InvoiceStatuses, o.PaymentStatuses) = (["2"], ["2"], ["2", "5"]));
        (await start.Should().ThrowAsync<ErpSyncConfigurationException>()).WithMessage("*PaymentStatuses has the status '5'*not in OrderStatuses*not in InvoiceStatuses*");
    }

    [Fact]
    public async Task CyberOffice_G2_set_that_does_not_fit_the_default_of_another_is_a_finding()
    {
        await using var shop = await CyberShop.StartAsync(o => o.PaymentStatuses = ["2", "10"]);
        (await shop.CheckAsync()).Should().Contain(finding => finding.Code == "order-to-cash.status-sets" && finding.Message.Contains("10") && finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public async Task CyberOffice_G3_defaults_work_for_everybody_who_does_not_choose()
    {
        await using var shop = await CyberShop.StartAsync();
        foreach (var state in new[] { 2, 3, 4, 5, 11, 1, 10, 6, 8, 13 })
            shop.Order(state);
        await shop.SettleAsync();
        shop.Erp.Orders.Count.Should().Be(5, "payment accepted and the later ones are taken over, waiting and cancelled ones are not");
        shop.Erp.Invoices.Count.Should().Be(5);
        shop.Erp.Payments.Count.Should().Be(5);
    }

    [Fact]
    public async Task CyberOffice_G4_later_status_changes_reach_the_order_cancel_included()
    {
        await using var shop = await CyberShop.StartAsync();
        var (sent, cancelled) = (shop.Order(), shop.Order());
        await shop.SettleAsync();
        shop.Sales.ChangeState(sent.Id, 5);
        shop.Sales.ChangeState(cancelled.Id, 6);
        await shop.SettleAsync();
        shop.Erp.Orders.Select(order => order.Status).Should().Equal(3, -1);
    }

    [Fact]
    public async Task CyberOffice_G5_shipping_discount_and_wrapping_are_lines_with_services_that_are_made_by_themselves()
    {
        await using var shop = await CyberShop.StartAsync();
        var rule = shop.Sales.AddCartRule("FIVE", "Five off");
        var placed = shop.Order(change: draft => draft with { Vouchers = [(rule.Id, 6m, 5m)], WrappingNet = 2m, GiftMessage = "Hello" });
        await shop.SettleAsync();

        var services = shop.Erp.Products.Where(product => product.Ref.StartsWith("Presta", StringComparison.Ordinal)).ToDictionary(product => product.Ref);
        services.Keys.Should().BeEquivalentTo("PrestaShipping", "PrestaDiscount", "PrestaWrapping");
        services.Values.Should().OnlyContain(product => product.Type == 1);
        var order = shop.Erp.Orders.Single();
        order.Lines.Select(line => line.ProductId).Should().Contain([services["PrestaShipping"].Id, services["PrestaDiscount"].Id, services["PrestaWrapping"].Id]);
        order.Lines.Single(line => line.ProductId == services["PrestaWrapping"].Id).Should().Match<Sandbox.DolibarrDocumentLine>(line => line.Amounts.Net == 2m && line.VatRate == 20m);
        order.Amounts.Gross.Should().Be(placed.Amount("total_paid_tax_incl"));
        shop.Shop.Products.Count.Should().Be(2, "services are no articles of the shop");
    }

    [Fact]
    public async Task CyberOffice_G5_renamed_label_is_kept_and_the_service_still_used()
    {
        await using var shop = await CyberShop.StartAsync();
        shop.Order();
        await shop.SettleAsync();
        var service = shop.Erp.Products.Single(product => product.Ref == "PrestaShipping");
        shop.Erp.EditProduct(service.Id, product => product.Label = "Frais de port");
        shop.Order();
        await shop.SettleAsync();
        shop.Erp.Orders.Should().HaveCount(2).And.OnlyContain(order => order.Lines.Any(line => line.ProductId == service.Id));
        shop.Erp.Products.Count(product => product.Ref.StartsWith("PrestaShipping", StringComparison.Ordinal)).Should().Be(1);
        shop.Erp.Products[service.Id].Label.Should().Be("Frais de port");
    }

    [Fact]
    public async Task CyberOffice_G6_name_of_the_carrier_follows_in_the_line_of_order_and_invoice()
    {
        await using var shop = await CyberShop.StartAsync();
        shop.Order();
        await shop.SettleAsync();
        var service = shop.Erp.Products.Single(product => product.Ref == "PrestaShipping").Id;
        shop.Erp.Orders.Single().Lines.Single(line => line.ProductId == service)["desc"].Should().Contain("My carrier");
        shop.Erp.Invoices.Single().Lines.Single(line => line.ProductId == service)["desc"].Should().Contain("My carrier");
    }

    [Theory]
    [InlineData(DiscountLines.PerDiscount, 4)]
    [InlineData(DiscountLines.PerTaxRate, 2)]
    public async Task CyberOffice_G7_two_vouchers_and_two_rates_come_to_the_same_total_in_both_modes(DiscountLines mode, int lines)
    {
        await using var shop = await CyberShop.StartAsync(o => o.DiscountLines = mode);
        var (one, two) = (shop.Sales.AddCartRule("FIVE", "Five off"), shop.Sales.AddCartRule("TWO", "Two off"));
        var placed = shop.Order(change: draft => draft with { Lines = [new(shop.Mug.Id, 2), new(shop.Book.Id)], Vouchers = [(one.Id, 5.64m, 5m), (two.Id, 2.26m, 2m)] });
        await shop.SettleAsync();
        var service = shop.Erp.Products.Single(product => product.Ref == "PrestaDiscount").Id;
        var order = shop.Erp.Orders.Single();
        order.Lines.Count(line => line.ProductId == service).Should().Be(lines);
        order.Amounts.Gross.Should().Be(placed.Amount("total_paid_tax_incl"));
        shop.Erp.Invoices.Single().Amounts.Gross.Should().Be(placed.Amount("total_paid_tax_incl"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task CyberOffice_G8_reference_as_number_and_as_reference_of_the_customer_are_independent(bool number, bool customer)
    {
        await using var shop = await CyberShop.StartAsync(o => (o.ReferenceAsNumber, o.ReferenceAsCustomerReference) = (number, customer));
        var placed = shop.Order();
        await shop.SettleAsync();
        var order = shop.Erp.Orders.Single();
        (order["ref"] == placed["reference"]).Should().Be(number);
        (order["ref_client"] == placed["reference"]).Should().Be(customer);
        (shop.Erp.Invoices.Single()["ref_client"] == placed["reference"]).Should().Be(customer);
    }

    [Fact]
    public async Task CyberOffice_G8_split_cart_becomes_two_orders_without_a_clash()
    {
        await using var shop = await CyberShop.StartAsync(o => o.ReferenceAsNumber = true);
        var (first, second) = (shop.Order(), shop.Order());
        second["reference"] = first["reference"];
        await shop.RunAsync();
        await shop.World.SettleAsync();
        shop.Erp.Orders.Select(order => order["ref_client"]).Should().BeEquivalentTo(first["reference"], first["reference"] + "-2");
        shop.Erp.Orders.Select(order => order["ref"]).Should().BeEquivalentTo(first["reference"], first["reference"] + "-2");
        shop.Erp.Invoices.Select(invoice => invoice["ref_client"]).Should().BeEquivalentTo(first["reference"], first["reference"] + "-2");

        shop.Restart(o => o.ReferenceAsNumber = true);
        shop.Sales.ChangeState(second.Id, 3);
        await shop.World.SettleAsync();
        shop.Erp.Orders.Select(order => order["ref_client"]).Should().BeEquivalentTo([first["reference"], first["reference"] + "-2"], "the suffix does not depend on what was read before");
    }

    [Fact]
    public async Task CyberOffice_G9_order_in_a_foreign_currency_is_booked_in_it_at_its_own_rate()
    {
        PrestaShopCurrency? dollar = null;
        await using var shop = await CyberShop.StartAsync(null, world =>
        {
            dollar = world.Shop.AddCurrency("USD", 1.25m);
            world.Erp.AddCurrency("USD", 1.1m);
        });
        var placed = shop.Order(change: draft => draft with { CurrencyId = dollar!.Id });
        await shop.SettleAsync();
        var order = shop.Erp.Orders.Single();
        order.Currency.Should().Be("USD");
        order.Rate.Should().Be(1.25m, "the order's rate, not the ERP's present one");
        order.ForeignAmounts.Gross.Should().Be(placed.Amount("total_paid_tax_incl"));
        order.Amounts.Gross.Should().BeApproximately(placed.Amount("total_paid_tax_incl") / 1.25m, 0.02m);
        var invoice = shop.Erp.Invoices.Single();
        (invoice.Currency, invoice.Rate, invoice.ForeignAmounts.Gross).Should().Be(("USD", 1.25m, placed.Amount("total_paid_tax_incl")));
    }

    [Fact]
    public async Task CyberOffice_G10_rate_that_the_erp_lacks_is_reported_with_the_line_and_parks_that_order_only()
    {
        await using var shop = await CyberShop.StartAsync(null, world =>
        {
            var group = world.Shop.AddTaxRuleGroup("Odd", 13m);
            world.Shop.AddProduct(product =>
            {
                (product.Reference, product.Price, product.TaxRulesGroupId) = ("ODD", 10m, group.Id);
                product.Name["en"] = "Odd one";
            });
        });
        shop.Order(change: draft => draft with { Lines = [new(3, 1)] });
        shop.Order();
        var report = await shop.RunAsync();
        report.Problems.Should().Contain(problem => problem.Message.Contains("13"));
        (await shop.World.SettleAsync()).Should().NotBeNull();
        shop.Erp.Orders.Should().ContainSingle("the other order is booked");
    }
}
