using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.PrestaShop.Tests.Traps;

/// <summary>What a connector can fall into when it reads orders.</summary>
public sealed class OrderTraps
{
    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task Amounts_are_in_the_currency_of_the_order_and_the_rate_travels(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var dollar = shop.Server.State.AddCurrency("USD", 1.2m);
        SalesSeed.Order(shop.Server.State, draft => draft with { CurrencyId = dollar.Id });

        var order = (await shop.ReadAsync<Order>()).Single().Value;

        order.Currency.Should().Be(new CurrencyCode("USD"));
        order.ConversionRate.Should().Be(1.2m);
        order.Lines[0].UnitNet.Should().Be(new Money(12.6m, new CurrencyCode("USD")));
        order.Check().Verdict.Should().Be(TotalsVerdict.Equal);
    }

    [Fact]
    public async Task The_rate_of_the_base_currency_is_none()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);

        (await shop.ReadAsync<Order>()).Single().Value.ConversionRate.Should().BeNull();
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task Vouchers_wrapping_shipping_and_two_rates_add_up(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var state = shop.Server.State;
        var (customer, address, mug, shirt) = SalesSeed.Basics(state);
        var voucher = state.Sales.AddCartRule("ERP10", "10 % off");
        state.Configure("PS_ROUND_TYPE", "2");
        state.Sales.PlaceOrder(new PrestaShopOrderDraft
        {
            CustomerId = customer.Id,
            AddressId = address.Id,
            GiftMessage = "Happy birthday",
            WrappingNet = 3m,
            Vouchers = [(voucher.Id, 4.7331m, 4.1221m)],
            Lines = [new(mug.Id, 2) { ReductionPercent = 20 }, new(shirt.ProductId, 1, shirt.Id)],
        });

        var order = (await shop.ReadAsync<Order>()).Single().Value;

        order.Check().Verdict.Should().Be(TotalsVerdict.Equal);
        order.IsGift.Should().BeTrue();
        order.GiftMessage.Should().Be("Happy birthday");
        var discounts = order.Lines.Where(line => line.Kind == LineKind.Discount).ToList();
        discounts.Should().HaveCount(2, "a voucher is spread over the rates of the goods").And.OnlyContain(line => line.Reference == "ERP10" && line.Label == "10 % off" && line.Net!.Value.Amount < 0);
        discounts.Sum(line => line.Net!.Value.Amount).Should().Be(-4.12m);
        order.Lines.Single(line => line.Kind == LineKind.Shipping).Taxes.Should().Equal(new TaxRate(20));
        order.Lines.Single(line => line.Kind == LineKind.Wrapping).Taxes.Should().Equal(new TaxRate(20));
        order.Lines[0].DiscountPercent.Should().Be(20);
        order.Lines[0].UnitNet!.Value.Amount.Should().Be(10.5m);
        order.Lines[1].Product.Should().Be(new Ref(EntityKind.ProductVariant, RemoteId.From(shirt.Id)));
        order.Lines[1].Taxes.Should().Equal(new TaxRate(5.5m));
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("2", true)]
    public async Task Two_taxes_on_one_line_add_up_or_compound_as_the_shop_reckons(string behavior, bool compounds)
    {
        await using var shop = await Shop.StartAsync();
        var state = shop.Server.State;
        var (customer, address, mug, _) = SalesSeed.Basics(state);
        var group = state.AddTaxRuleGroup("Double", 5m);
        var second = state.AddTaxRuleGroup("QST", 9.975m);
        state.TaxRules.First(rule => rule["id_tax_rules_group"] == $"{second.Id}")["id_tax_rules_group"] = $"{group.Id}";
        foreach (var rule in state.TaxRules.Where(rule => rule["id_tax_rules_group"] == $"{group.Id}"))
            rule["behavior"] = behavior;
        mug.TaxRulesGroupId = group.Id;
        state.Sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = customer.Id, AddressId = address.Id, Lines = [new(mug.Id, 3)] });

        var order = (await shop.ReadAsync<Order>()).Single().Value;

        order.Lines[0].Taxes.Should().Equal(new TaxRate(5m), new TaxRate(9.975m, compounds));
        order.Lines[0].Tax!.Value.Amount.Should().Be(compounds ? 4.86m : 4.71m);
        order.Check().Verdict.Should().Be(TotalsVerdict.Equal);
    }

    [Theory]
    [InlineData("1", RoundingBasis.Item)]
    [InlineData("2", RoundingBasis.Line)]
    [InlineData("3", RoundingBasis.Total)]
    public async Task Totals_are_rounded_the_shops_way(string type, RoundingBasis basis)
    {
        await using var shop = await Shop.StartAsync();
        var state = shop.Server.State;
        state.Configure("PS_ROUND_TYPE", type);
        SalesSeed.Order(state, draft => draft with { Lines = [.. draft.Lines.Select(line => line with { Quantity = 7, UnitPrice = 3.3333m }), .. draft.Lines.Select(line => line with { Quantity = 3, UnitPrice = 1.115m })] });

        var order = (await shop.ReadAsync<Order>()).Single().Value;

        order.Rounding.Should().Be(new RoundingRule(basis));
        order.Check().Verdict.Should().Be(TotalsVerdict.Equal);
        order.Lines.Should().NotContain(line => line.Kind == LineKind.Rounding);
    }

    [Fact]
    public async Task A_cent_that_the_shop_rounds_away_is_a_line_of_its_own()
    {
        await using var shop = await Shop.StartAsync();
        var placed = SalesSeed.Order(shop.Server.State);
        placed.With(("total_paid_tax_incl", placed.Amount("total_paid_tax_incl") + 0.01m), ("total_paid", placed.Amount("total_paid") + 0.01m));

        var order = (await shop.ReadAsync<Order>()).Single().Value;

        var rounding = order.Lines.Single(line => line.Kind == LineKind.Rounding);
        (rounding.Net!.Value.Amount, rounding.Tax!.Value.Amount).Should().Be((0m, 0.01m));
        order.Check().Verdict.Should().Be(TotalsVerdict.Equal);
        order.TotalGross!.Value.Amount.Should().Be(placed.Amount("total_paid_tax_incl"));
    }

    [Fact]
    public async Task A_difference_of_more_than_a_cent_a_line_stays_visible()
    {
        await using var shop = await Shop.StartAsync();
        var placed = SalesSeed.Order(shop.Server.State);
        placed.With(("total_paid_tax_incl", placed.Amount("total_paid_tax_incl") + 1m));

        var order = (await shop.ReadAsync<Order>()).Single().Value;

        order.Lines.Should().NotContain(line => line.Kind == LineKind.Rounding);
        order.Check().Verdict.Should().Be(TotalsVerdict.Different);
    }

    [Fact]
    public async Task An_order_whose_customer_is_gone_keeps_its_addresses_and_points_at_nobody()
    {
        await using var shop = await Shop.StartAsync();
        SalesSeed.Order(shop.Server.State);
        shop.Server.State.Sales.RemoveCustomer(1);

        var order = (await shop.ReadAsync<Order>()).Single().Value;

        order.Customer.Should().BeNull();
        order.Email.Should().BeNull();
        order.BillTo!.City.Should().Be("Lyon", "an address that an order uses stays, only marked");
        order.BillingAddress.Should().BeNull("a deleted address is no record");
    }

    [Fact]
    public async Task An_order_whose_product_is_gone_keeps_the_line_and_points_at_nothing()
    {
        await using var shop = await Shop.StartAsync();
        var state = shop.Server.State;
        SalesSeed.Order(state);
        state.RemoveProduct(state.Products.First(product => product.Reference == "MUG").Id);

        var order = (await shop.ReadAsync<Order>()).Single().Value;

        order.Lines[0].Product.Should().BeNull();
        (order.Lines[0].Reference, order.Lines[0].Label).Should().Be(("MUG", "Mug"));
        order.Check().Verdict.Should().Be(TotalsVerdict.Equal);
    }

    [Fact]
    public async Task The_id_of_a_carrier_changes_with_every_edit_and_its_reference_stays()
    {
        await using var shop = await Shop.StartAsync();
        var state = shop.Server.State;
        SalesSeed.Order(state);
        state.Sales.Carriers[2].With(("deleted", true));
        state.Sales.AddCarrier("My new carrier", 8m).With(("id_reference", 2), ("url", "https://track.example/@"));

        var order = (await shop.ReadAsync<Order>()).Single().Value;
        var carriers = await shop.Connector.Get<IReader<Carrier>>().ReadAsync(CancellationToken.None).ToListAsync();

        order.Carrier.Should().Be(new Ref(EntityKind.Carrier, new RemoteId("2")));
        carriers.Select(result => (result.Record!.Id.Value, result.Record.Value.Name)).Should().Contain(("2", "My new carrier")).And.NotContain(("2", "My carrier"));
    }

    [Fact]
    public async Task Messages_come_with_the_order_and_private_ones_are_marked()
    {
        await using var shop = await Shop.StartAsync();
        var placed = SalesSeed.Order(shop.Server.State);
        shop.Server.State.Sales.AddMessage(placed.Id, "Please ring twice &amp; wait");
        shop.Server.State.Sales.AddMessage(placed.Id, "Bad payer", isPrivate: true);

        var order = (await shop.ReadAsync<Order>()).Single().Value;

        order.CustomerNote.Should().Be("Please ring twice & wait");
        order.Messages.Select(message => (message.Text, message.IsPrivate)).Should().Equal(("Please ring twice & wait", false), ("Bad payer", true));
    }

    [Fact]
    public async Task Messages_of_old_shops_stand_at_the_order_and_one_that_is_kept_twice_is_told_once()
    {
        await using var shop = await Shop.StartAsync();
        var placed = SalesSeed.Order(shop.Server.State);
        shop.Server.State.Sales.AddMessage(placed.Id, "Please ring twice");
        shop.Server.State.Sales.AddOldMessage(placed.Id, "Please ring twice");
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        shop.Server.State.Sales.AddOldMessage(placed.Id, "Paid late &amp; in cash", isPrivate: true);

        var order = (await shop.ReadAsync<Order>()).Single().Value;

        order.Messages.Select(message => (message.Text, message.IsPrivate, message.Author)).Should().Equal(("Please ring twice", false, null), ("Paid late & in cash", true, "employee"));
        order.CustomerNote.Should().Be("Please ring twice");
    }

    [Fact]
    public async Task A_key_that_may_not_read_messages_reads_orders_without_them()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.ApiKey = "NOTALK00NOTALK00NOTALK00NOTALK00");
        shop.Server.Keys.Add("NOTALK00NOTALK00NOTALK00NOTALK00", key =>
        {
            foreach (var resource in new[] { "configurations", "languages", "currencies", "tax_rules", "tax_rule_groups", "taxes", "orders", "order_details", "order_states", "carriers", "countries", "states", "addresses", "customers", "products", "combinations" })
                key.Allow(resource, "GET");
        });
        var placed = SalesSeed.Order(shop.Server.State);
        shop.Server.State.Sales.AddMessage(placed.Id, "Please ring twice");

        (await shop.ReadAsync<Order>()).Single().Value.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_orders_of_one_cart_share_the_reference_and_are_told_apart_by_id()
    {
        await using var shop = await Shop.StartAsync();
        var first = SalesSeed.Order(shop.Server.State);
        SalesSeed.Order(shop.Server.State).With(("reference", first["reference"]));

        var found = await shop.Connector.Get<IKeyFinder<Order>>().FindByKeyAsync([first["reference"]!], CancellationToken.None).ToListAsync();

        found.Select(result => result.Record!.Id.Value).Should().Equal("1", "2");
    }

    [Fact]
    public async Task The_key_that_opens_invoices_is_not_read_with_orders()
    {
        await using var shop = await Shop.StartAsync();
        var placed = SalesSeed.Order(shop.Server.State);

        var record = (await shop.ReadAsync<Order>()).Single();

        record.Native!.ToString().Should().NotContain(placed["secure_key"]);
        shop.Server.Requests.Snapshot().Should().NotContain(request => request.Query.Contains("secure_key", StringComparison.Ordinal));
    }
}
