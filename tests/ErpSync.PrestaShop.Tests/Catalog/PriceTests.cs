namespace ErpSync.PrestaShop.Tests;

public sealed class PriceTests
{
    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task A_reduction_by_percent_of_the_own_price_is_read_with_what_a_piece_costs_then(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var product = shop.Server.State.AddProduct(p => p.Price = 20m);
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.FromQuantity, price.Reduction, price.ReductionType) = (product.Id, 5, 0.1m, "percentage"));
        await shop.OpenAsync();

        var read = (await shop.ReadAsync<Price>()).Single();

        read.Value.Should().BeEquivalentTo(new Price
        {
            Owner = new Ref(EntityKind.Product, RemoteId.From(product.Id)),
            FromQuantity = 5,
            Net = new Money(18m, Samples.Euro),
            ReductionPercent = 10m,
            AnyCurrency = true,
        });
    }

    [Theory]
    [InlineData("0", "17")]
    [InlineData("1", "17.5")]
    public async Task A_reduction_by_amount_counts_with_or_without_tax(string withTax, string net)
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct(p => p.Price = 20m);
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Reduction) = (product.Id, 3m))["reduction_tax"] = withTax;
        await shop.OpenAsync();

        var read = (await shop.ReadAsync<Price>()).Single().Value;

        read.ReductionAmount.Should().Be(new Money(3m, Samples.Euro));
        read.ReductionWithTax.Should().Be(withTax == "1");
        read.Net.Amount.Should().Be(decimal.Parse(net, System.Globalization.CultureInfo.InvariantCulture), "taxes are 20 %");
    }

    [Fact]
    public async Task A_price_of_a_combination_reduces_the_combination_s_own()
    {
        await using var shop = await Shop.StartAsync();
        var (_, values) = shop.Server.State.AddOption("Size", "S");
        var product = shop.Server.State.AddProduct(p => p.Price = 20m);
        var small = shop.Server.State.AddCombination(product.Id, c => (c.PriceImpact, c.OptionValueIds) = (4m, [values[0].Id]));
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.CombinationId, price.Reduction, price.ReductionType) = (product.Id, small.Id, 0.5m, "percentage"));
        await shop.OpenAsync();

        var read = (await shop.ReadAsync<Price>()).Single().Value;

        read.Owner.Should().Be(new Ref(EntityKind.ProductVariant, RemoteId.From(small.Id)));
        read.Net.Amount.Should().Be(12m);
    }

    [Fact]
    public async Task Another_currency_has_its_own_amounts_converted_where_the_own_price_is_reduced()
    {
        await using var shop = await Shop.StartAsync();
        var dollar = shop.Server.State.AddCurrency("USD", 1.25m);
        var product = shop.Server.State.AddProduct(p => p.Price = 20m);
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.CurrencyId, price.Reduction) = (product.Id, dollar.Id, 5m));
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.CurrencyId, price.FromQuantity, price.Price) = (product.Id, dollar.Id, 10, 17m));
        await shop.OpenAsync();

        var read = await shop.ReadAsync<Price>();

        read[0].Value.Net.Should().Be(new Money(20m, new CurrencyCode("USD")));
        read[1].Value.Net.Should().Be(new Money(17m, new CurrencyCode("USD")));
        read[1].Value.FixedNet.Should().BeNull("a price without reduction is told by its amount alone");
        read.Should().OnlyContain(price => !price.Value.AnyCurrency);
    }

    [Fact]
    public async Task A_period_is_told_in_UTC_and_ends_with_the_second_that_the_shop_names_last()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price, price.From, price.To) = (product.Id, 5m, "2026-01-01 00:00:00", "2026-07-31 23:59:59"));
        await shop.OpenAsync();

        var read = (await shop.ReadAsync<Price>()).Single();

        read.Value.From.Should().Be(new DateTimeOffset(2025, 12, 31, 23, 0, 0, TimeSpan.Zero));
        read.Value.Until.Should().Be(new DateTimeOffset(2026, 7, 31, 22, 0, 0, TimeSpan.Zero));

        var id = (await shop.CreateAsync(read.Value with { FromQuantity = 2 }))[0].Id();
        shop.Server.State.SpecificPrices[int.Parse(id.Value)].Should().Match<ErpSync.Sandbox.PrestaShop.PrestaShopSpecificPrice>(row => row.From == "2026-01-01 00:00:00" && row.To == "2026-07-31 23:59:59");
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task Every_form_of_a_price_survives_being_written(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        shop.Server.State.AddCurrency("USD", 1.25m);
        var product = shop.Server.State.AddProduct(p => p.Price = 20m);
        await shop.OpenAsync();
        var plain = new Price { Owner = new Ref(EntityKind.Product, RemoteId.From(product.Id)), Net = new Money(15m, Samples.Euro) };
        Price[] wanted =
        [
            plain,
            plain with { FromQuantity = 2, AnyCurrency = true, Net = new Money(12.345678m, Samples.Euro) },
            plain with { FromQuantity = 3, ReductionPercent = 25m },
            plain with { FromQuantity = 4, FixedNet = new Money(30m, Samples.Euro), ReductionPercent = 50m },
            plain with { FromQuantity = 5, Net = new Money(17m, Samples.Euro), ReductionAmount = new Money(3m, Samples.Euro), ReductionWithTax = false },
            plain with { FromQuantity = 6, Net = new Money(17.5m, Samples.Euro), ReductionAmount = new Money(3m, Samples.Euro), ReductionWithTax = true },
            plain with { FromQuantity = 7, Country = "DE" },
            plain with { FromQuantity = 8, Net = new Money(9m, new CurrencyCode("USD")) },
            plain with { FromQuantity = 9, From = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero), Until = new DateTimeOffset(2026, 2, 5, 0, 0, 0, TimeSpan.Zero) },
        ];

        var results = await shop.CreateAsync(wanted);

        var read = await shop.FindAsync<Price>([.. results.Select(result => result.Id().Value)]);
        read.Select(price => price.Value).Should().BeEquivalentTo(wanted);
        shop.Server.Requests.Writes.Should().Be(1);
    }

    [Fact]
    public async Task Who_says_only_what_a_piece_costs_means_just_that()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct(p => p.Price = 20m);
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Reduction, price.ReductionType) = (product.Id, 0.1m, "percentage"));
        await shop.OpenAsync();
        var current = (await shop.ReadAsync<Price>()).Single();

        await shop.UpdateAsync((current, current.Value with { Net = new Money(15m, Samples.Euro) }, [nameof(Price.Net)]));

        var read = (await shop.ReadAsync<Price>()).Single().Value;
        read.Net.Amount.Should().Be(15m);
        read.ReductionPercent.Should().BeNull();
    }

    [Fact]
    public async Task A_fixed_price_becomes_a_reduction_and_back()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct(p => p.Price = 20m);
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price) = (product.Id, 15m));
        await shop.OpenAsync();
        var current = (await shop.ReadAsync<Price>()).Single();

        await shop.UpdateAsync((current, current.Value with { Net = new Money(18m, Samples.Euro), ReductionPercent = 10m }, [nameof(Price.Net), nameof(Price.ReductionPercent)]));
        var reduced = (await shop.ReadAsync<Price>()).Single();
        await shop.UpdateAsync((reduced, reduced.Value with { Net = new Money(16m, Samples.Euro), ReductionPercent = null }, [nameof(Price.Net), nameof(Price.ReductionPercent)]));

        (reduced.Value.Net.Amount, reduced.Value.ReductionPercent).Should().Be((18m, 10m));
        shop.Server.State.SpecificPrices.Single().Should().Match<ErpSync.Sandbox.PrestaShop.PrestaShopSpecificPrice>(row => row.Price == 16m && row.Reduction == 0m);
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    public async Task A_second_price_of_one_key_is_refused_by_name_and_the_others_are_written(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var product = shop.Server.State.AddProduct();
        var twin = shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price, price.CurrencyId) = (product.Id, 15m, 1));
        await shop.OpenAsync();
        var price = new Price { Owner = new Ref(EntityKind.Product, RemoteId.From(product.Id)), Net = new Money(14m, Samples.Euro) };

        var results = await shop.CreateAsync(price with { FromQuantity = 2 }, price, price with { FromQuantity = 3 }, price with { FromQuantity = 2 });

        results[0].Id();
        results[1].Problem().Should().Match<SyncProblem>(problem => problem.Kind == ProblemKind.Duplicate && problem.Message.Contains($"price {twin.Id} of the shop"));
        results[2].Id();
        results[3].Problem().Kind.Should().Be(ProblemKind.Duplicate);
    }

    [Fact]
    public async Task Prices_of_a_cart_and_of_a_catalogue_rule_are_the_shop_s_own_affair()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price) = (product.Id, 1m))["id_cart"] = "4";
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price) = (product.Id, 2m))["id_specific_price_rule"] = "3";
        var own = shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price) = (product.Id, 3m));
        await shop.OpenAsync();

        (await shop.ReadAsync<Price>()).Should().ContainSingle().Which.Id.Should().Be(RemoteId.From(own.Id));
        (await shop.ListAsync<Price>()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_price_for_a_customer_who_is_not_linked_never_becomes_everybody_s()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();
        var price = new Price { Owner = new Ref(EntityKind.Product, RemoteId.From(product.Id)), Net = new Money(14m, Samples.Euro) };

        var results = await shop.CreateAsync(
            price with { CustomerKey = "anna@example.org" },
            price with { Customer = new Ref(EntityKind.Customer, new RemoteId("7")) { IsForeign = true } },
            price with { Country = "ZZ" },
            price with { Net = new Money(1, new CurrencyCode("CHF")) },
            price with { Net = new Money(-1, Samples.Euro) },
            price with { ReductionPercent = 120 },
            price with { FromQuantity = 1.5m },
            price with { Owner = new Ref(EntityKind.ProductVariant, new RemoteId("99")) });

        results.Select(result => result.Problem().Code).Should().Equal(
            "prestashop.customer-missing", "prestashop.customer-missing", "prestashop.country-unknown", "prestashop.currency-foreign", "prestashop.price-negative", "prestashop.reduction-invalid",
            "prestashop.quantity-invalid", "prestashop.owner-missing");
        shop.Server.State.SpecificPrices.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_new_price_of_the_product_is_noticed_in_the_prices_that_reduce_it()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct(p => p.Price = 20m);
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Reduction, price.ReductionType) = (product.Id, 0.1m, "percentage"));
        var fixedPrice = shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.FromQuantity, price.Price) = (product.Id, 3, 12m));
        await shop.OpenAsync();
        var before = (await shop.ListAsync<Price>()).ToDictionary(line => line.Id, line => line.Stamp);
        product.Price = 30m;
        await shop.OpenAsync();

        var after = (await shop.ListAsync<Price>()).ToDictionary(line => line.Id, line => line.Stamp);

        after.Where(line => before[line.Key] != line.Value).Select(line => line.Key).Should().NotContain(RemoteId.From(fixedPrice.Id)).And.HaveCount(1);
    }

    [Fact]
    public async Task Prices_are_found_by_their_owners()
    {
        await using var shop = await Shop.StartAsync();
        var (_, values) = shop.Server.State.AddOption("Size", "S");
        var product = shop.Server.State.AddProduct();
        var small = shop.Server.State.AddCombination(product.Id, c => c.OptionValueIds = [values[0].Id]);
        var ofProduct = shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price) = (product.Id, 1m));
        var ofVariant = shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.CombinationId, price.Price) = (product.Id, small.Id, 2m));
        await shop.OpenAsync();
        var finder = shop.Connector.Get<IOwnedFinder<Price>>();

        var one = await finder.FindByOwnersAsync([new Ref(EntityKind.Product, RemoteId.From(product.Id))], CancellationToken.None).ToListAsync();
        var other = await finder.FindByOwnersAsync([new Ref(EntityKind.ProductVariant, RemoteId.From(small.Id))], CancellationToken.None).ToListAsync();

        one.Select(result => result.Record!.Id).Should().Equal(RemoteId.From(ofProduct.Id));
        other.Select(result => result.Record!.Id).Should().Equal(RemoteId.From(ofVariant.Id));
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task Prices_of_a_group_and_of_a_customer_are_named_by_group_and_mail_address(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var customer = shop.Server.State.Sales.AddCustomer("anna@example.org");
        var product = shop.Server.State.AddProduct(p => p.Price = 20m);
        await shop.OpenAsync();
        var price = new Price { Owner = new Ref(EntityKind.Product, RemoteId.From(product.Id)), Net = new Money(14m, Samples.Euro) };
        Price[] wanted =
        [
            price with { Group = "Customer", ReductionPercent = 30m },
            price with { Customer = new Ref(EntityKind.Customer, RemoteId.From(customer.Id)), CustomerKey = "anna@example.org" },
        ];

        var results = await shop.CreateAsync(wanted);

        (await shop.FindAsync<Price>([.. results.Select(result => result.Id().Value)])).Select(one => one.Value).Should().BeEquivalentTo(wanted);
        shop.Server.State.SpecificPrices.Select(row => (row.GroupId, row.CustomerId)).Should().Equal((3, 0), (0, customer.Id));
        (await shop.CreateAsync(price with { Group = "Wholesale" }))[0].Problem().Should().Match<SyncProblem>(problem => problem.Code == "prestashop.group-unknown" && problem.Message.Contains("Wholesale"));
    }

    [Fact]
    public async Task A_price_of_a_customer_who_is_gone_is_told_and_the_others_are_read()
    {
        await using var shop = await Shop.StartAsync();
        var customer = shop.Server.State.Sales.AddCustomer("anna@example.org");
        var product = shop.Server.State.AddProduct();
        var orphan = shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.CustomerId, price.Price) = (product.Id, customer.Id, 3m));
        var other = shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price) = (product.Id, 4m));
        shop.Server.State.Sales.RemoveCustomer(customer.Id);
        await shop.OpenAsync();

        var results = await shop.Connector.Get<IReader<Price>>().ReadAsync(CancellationToken.None).ToListAsync();

        results.Single(result => result.Record is not null).Record!.Id.Should().Be(RemoteId.From(other.Id));
        results.Single(result => result.Problem is not null).Problem!.Should().Match<SyncProblem>(problem => problem.Id == RemoteId.From(orphan.Id) && problem.Field == nameof(Price.Customer));
    }
}
