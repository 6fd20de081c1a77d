using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Prices beside the product's own: levels are read and written, prices for customers and by quantity are read, and nothing is dropped without a word.</summary>
public sealed class PriceTests
{
    private static readonly CurrencyCode Eur = new("EUR");

    [Fact]
    public async Task Levels_are_groups_with_the_names_that_the_setup_gives()
    {
        await using var erp = await Erp.StartAsync(options => options.PriceLevelNames[3] = "VIP", seed: state =>
        {
            ConformanceSetups.Levels(state);
            state.Constants["PRODUIT_MULTIPRICES_LABEL2"] = "Dealers";
        });
        var id = Seed(erp.State, (1, 20), (2, 18), (3, 15));
        await erp.OpenAsync();
        (await erp.RecordsAsync<Price>()).Select(record => (record.Id.Value, record.Value.Group, record.Value.Net.Amount)).Should().Equal(($"{id}/level/2", "Dealers", 18m), ($"{id}/level/3", "VIP", 15m));
        (await erp.RecordsAsync<CustomerGroup>()).Select(record => (record.Id.Value, record.Value.Name)).Should().Contain([("level:1", "Level 1"), ("level:2", "Dealers"), ("level:3", "VIP")]);
    }

    [Fact]
    public async Task Written_level_leaves_the_others_and_the_lowest_prices()
    {
        await using var erp = await Erp.StartAsync(seed: ConformanceSetups.Levels);
        var id = Seed(erp.State, (1, 20), (2, 18), (4, 9));
        var current = await erp.FindAsync<Price>($"{id}/level/2");
        var result = (WriteResult<Price>.Written)await erp.UpdateAsync(current, price => price with { Net = new Money(17.5m, Eur) }, nameof(Price.Net));
        result.Stored!.Value.Net.Should().Be(new Money(17.5m, Eur));
        erp.State.Products[id].PriceLevels.Where(level => level.Value.Price != 0).Select(level => (level.Key, level.Value.Price)).Should().Equal((1, 20m), (2, 17.5m), (4, 9m));
    }

    [Fact]
    public async Task Level_that_had_no_price_gets_one_and_twice_is_once()
    {
        await using var erp = await Erp.StartAsync(seed: ConformanceSetups.Levels);
        var id = Seed(erp.State, (1, 20));
        await erp.OpenAsync();
        var price = new Price { Owner = new Ref(EntityKind.Product, RemoteId.From(id)), Group = "Level 3", Net = new Money(11, Eur) };
        foreach (var token in new[] { "a", "b" })
            ((WriteResult<Price>.Written)await erp.CreateAsync(price, token)).Id.Value.Should().Be($"{id}/level/3");
        erp.State.Products[id].PriceLevels[3].Price.Should().Be(11);
    }

    [Fact]
    public async Task Prices_for_customers_and_by_quantity_are_read_where_they_are_on()
    {
        await using var erp = await Erp.StartAsync(seed: state => (state.Constants["PRODUIT_CUSTOMER_PRICES"], state.Constants["PRODUIT_CUSTOMER_PRICES_BY_QTY"]) = ("1", "1"));
        var id = Seed(erp.State);
        erp.State.AddCustomerPrice(price => (price.ProductId, price.CustomerId, price.CustomerName, price.Price) = (id, 5, "Dupont & Fils", 7));
        erp.State.AddQuantityPrice(price => (price.ProductId, price.Quantity, price.UnitPrice, price.DiscountPercent) = (id, 10, 8, 25));
        await erp.OpenAsync();
        var prices = await erp.RecordsAsync<Price>();
        prices.Select(record => (record.Value.CustomerKey, record.Value.FromQuantity, record.Value.Net.Amount)).Should().BeEquivalentTo([((string?)"Dupont & Fils", 1m, 7m), (null, 10m, 6m)]);
        prices[0].Value.Customer.Should().Be(new Ref(EntityKind.Customer, new RemoteId("5")));
        (await erp.FindAsync<Price>(prices[1].Id.Value)).Value.FromQuantity.Should().Be(10);
    }

    [Fact]
    public async Task Price_that_the_api_cannot_write_is_refused_by_name_and_counted()
    {
        await using var erp = await Erp.StartAsync(seed: ConformanceSetups.Levels);
        var owner = new Ref(EntityKind.Product, RemoteId.From(Seed(erp.State, (1, 20))));
        await erp.OpenAsync();
        var net = new Money(5, Eur);
        Price[] impossible =
        [
            new Price { Owner = owner, Net = net, Group = "Level 2", CustomerKey = "a@example.org" }, new Price { Owner = owner, Net = net, Group = "Level 2", CustomerKey = "b@example.org" },
            new Price { Owner = owner, Net = net, Group = "Level 2", FromQuantity = 10 }, new Price { Owner = owner, Net = net, Group = "Level 2", From = DateTimeOffset.UnixEpoch },
            new Price { Owner = owner, Net = net, Group = "Level 2", Country = "FR" }, new Price { Owner = owner, Net = net, Group = "Nobody knows" },
        ];
        var results = await erp.Connector.Get<ICreator<Price>>().CreateAsync([.. impossible.Select((price, at) => new Creation<Price>($"t{at}", price))], CancellationToken.None);

        results.Should().HaveCount(6).And.AllSatisfy(result => result.Should().BeOfType<WriteResult<Price>.Failed>().Which.Problem.Code.Should().Be("dolibarr.price-not-writable"));
        erp.Server.Requests.Writes.Should().Be(0);
        var findings = await erp.Connector.Get<IProbe>().ProbeAsync([], CancellationToken.None);
        findings.Where(finding => finding.Code == "dolibarr.not-carried").Select(finding => finding.Message).Should().Contain(message => message.StartsWith("2 prices for a single customer")).And.Contain(message => message.StartsWith("1 prices by quantity"));
    }

    [Fact]
    public async Task Price_for_a_customer_that_changes_without_a_date_is_found_by_the_sweep()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.Constants["PRODUIT_CUSTOMER_PRICES"] = "1");
        var id = Seed(erp.State);
        var price = erp.State.AddCustomerPrice(row => (row.ProductId, row.CustomerId, row.CustomerName, row.Price) = (id, 5, "Dupont", 7));
        await erp.OpenAsync();
        var (sweeper, memory) = (erp.Connector.Get<ISweeper<Price>>(), new TestMemory());
        (await sweeper.SweepAsync(memory, 3, CancellationToken.None)).Select(found => found.Value).Should().Equal([$"{id}/customer/{price.Id}"], "without memory everything may have changed");
        (await sweeper.SweepAsync(memory, 3, CancellationToken.None)).Should().BeEmpty();
        price.Price = 6;
        (await sweeper.SweepAsync(memory, 3, CancellationToken.None)).Select(found => found.Value).Should().Equal($"{id}/customer/{price.Id}");
        sweeper.RequestsPerRound.Should().Be(1);

        await using var plain = await Erp.StartAsync();
        await plain.OpenAsync();
        var before = plain.Meter.Requests.Data;
        (await plain.Connector.Get<ISweeper<Price>>().SweepAsync(new TestMemory(), 3, CancellationToken.None)).Should().BeEmpty();
        plain.Meter.Requests.Data.Should().Be(before, "where the modes are off it costs nothing");
    }

    [Fact]
    public async Task Price_for_a_customer_that_was_read_is_not_changed()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.Constants["PRODUIT_CUSTOMER_PRICES"] = "1");
        var id = Seed(erp.State);
        erp.State.AddCustomerPrice(price => (price.ProductId, price.CustomerId, price.CustomerName, price.Price) = (id, 5, "Dupont", 7));
        var current = (await erp.RecordsAsync<Price>()).Single();
        var result = await erp.UpdateAsync(current, price => price with { Net = new Money(1, Eur) }, nameof(Price.Net));
        result.Should().BeOfType<WriteResult<Price>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.Unsupported);
    }

    [Fact]
    public async Task Level_of_a_product_with_1000_others_costs_one_request_for_all()
    {
        await using var erp = await Erp.StartAsync(seed: ConformanceSetups.Levels);
        for (var number = 1; number <= 1000; number++)
            erp.State.AddProduct(product => { (product.Ref, product.Label) = ($"P{number:0000}", "P"); product.PriceLevels[1] = Level(number); product.PriceLevels[2] = Level(number - 0.5m); });
        await erp.OpenAsync();
        await erp.ListAsync<Product>();
        var before = erp.Meter.Requests.Data;
        (await erp.RecordsAsync<Price>()).Should().HaveCount(1000);
        (erp.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(1);
    }

    private static int Seed(DolibarrState state, params (int Level, decimal Price)[] levels) => state.AddProduct(product =>
    {
        (product.Ref, product.Label, product.VatRate, product.Price) = ("A", "Apple", 20, 20);
        foreach (var (level, price) in levels)
            product.PriceLevels[level] = Level(price);
    }).Id;

    private static DolibarrPriceLevel Level(decimal price) => new() { Price = price, PriceTtc = price * 1.2m, VatRate = 20, PriceBaseType = "HT" };
}
