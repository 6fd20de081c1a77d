using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Prices and taxes: what Dolibarr would silently lose, round or recompute.</summary>
public sealed class ProductPriceTests
{
    private static readonly CurrencyCode Eur = new("EUR");

    [Fact]
    public async Task Price_without_a_price_mode_is_refused_and_not_sent()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.Constants["PRODUCT_PRICE_UNIQ"] = null);
        var id = erp.State.AddProduct(product => (product.Ref, product.Label, product.Price) = ("A", "Apple", 5)).Id;
        var current = await erp.FindAsync<Product>($"{id}");
        var before = erp.Server.Requests.Writes;

        var result = await erp.UpdateAsync(current, product => product with { PriceNet = new Money(9, Eur) }, nameof(Product.PriceNet));

        var problem = result.Should().BeOfType<WriteResult<Product>.Failed>().Subject.Problem;
        (problem.Kind, problem.Field, problem.Id!.Value.Value).Should().Be((ProblemKind.Misconfigured, "PriceNet", $"{id}"));
        problem.ToString().Should().Contain("PRODUCT_PRICE_UNIQ");
        erp.Server.Requests.Writes.Should().Be(before);
    }

    [Theory]
    [InlineData("10.123456", "10.12346", 2)]
    [InlineData("10.12", "10.12", 1)]
    public async Task Create_that_would_round_to_two_decimals_is_followed_by_an_update(string price, string stored, int writes)
    {
        await using var erp = await Erp.StartAsync();
        await erp.OpenAsync();
        var result = await erp.CreateAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "Apple"), PriceNet = new Money(Number(price), Eur) });
        result.Should().BeOfType<WriteResult<Product>.Written>();
        erp.State.Products.FindByRef("A")!.Price.Should().Be(Number(stored));
        erp.Server.Requests.Writes.Should().Be(writes);
    }

    [Fact]
    public async Task Create_whose_second_step_fails_is_left_to_be_looked_for()
    {
        await using var erp = await Erp.StartAsync();
        await erp.OpenAsync();
        erp.Server.Faults.Add(new Fault(FaultKind.ErrorBeforeCommit) { Method = "PUT" });
        var result = await erp.CreateAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "Apple"), PriceNet = new Money(1.2345m, Eur) }, "main:shop:product:7");
        result.Should().BeOfType<WriteResult<Product>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);
        (await erp.Connector.Get<ITokenFinder<Product>>().FindByTokenAsync(["main:shop:product:7"], CancellationToken.None)).Should().ContainKey("main:shop:product:7");
    }

    [Fact]
    public async Task Written_level_leaves_the_other_levels_as_they_are()
    {
        await using var erp = await Erp.StartAsync(options => options.PriceLevel = 2, seed: SwitchLevelsOn);
        var id = erp.State.AddProduct(product =>
        {
            (product.Ref, product.Label, product.VatRate) = ("A", "Apple", 20);
            product.PriceLevels[1] = new DolibarrPriceLevel { Price = 20, PriceTtc = 24, VatRate = 20 };
            product.PriceLevels[2] = new DolibarrPriceLevel { Price = 18.5m, PriceTtc = 22.2m, VatRate = 20 };
            product.PriceLevels[3] = new DolibarrPriceLevel { Price = 15, PriceTtc = 18, VatRate = 20 };
        }).Id;
        var current = await erp.FindAsync<Product>($"{id}");
        current.Value.PriceNet.Should().Be(new Money(18.5m, Eur));

        await erp.UpdateAsync(current, product => product with { PriceNet = new Money(17.12345m, Eur) }, nameof(Product.PriceNet));

        erp.State.Products[id].PriceLevels.Select(level => (level.Key, level.Value.Price)).Should().StartWith([(1, 20m), (2, 17.12345m), (3, 15m)]);
        (await erp.FindAsync<Product>($"{id}")).Value.PriceNet.Should().Be(new Money(17.12345m, Eur));
    }

    [Fact]
    public async Task Price_of_a_level_is_created()
    {
        await using var erp = await Erp.StartAsync(options => options.PriceLevel = 2, seed: SwitchLevelsOn);
        await erp.OpenAsync();
        var result = (WriteResult<Product>.Written)await erp.CreateAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "Apple"), PriceNet = new Money(7.5m, Eur), Taxes = [new TaxRate(20)] });
        (await erp.FindAsync<Product>(result.Id.Value)).Value.PriceNet.Should().Be(new Money(7.5m, Eur));
    }

    [Fact]
    public async Task New_tax_rate_keeps_the_net_price_of_a_product_priced_with_tax()
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product => (product.Ref, product.Label, product.Price, product.PriceTtc, product.PriceBaseType, product.VatRate) = ("A", "Apple", 10, 12, "TTC", 20)).Id;
        var current = await erp.FindAsync<Product>($"{id}");
        await erp.UpdateAsync(current, product => product with { Taxes = [new TaxRate(10)] }, nameof(Product.Taxes));
        var stored = (await erp.FindAsync<Product>($"{id}")).Value;
        (stored.PriceNet, stored.Taxes).Should().Be((new Money(10, Eur), (ValueList<TaxRate>)[new TaxRate(10)]));
    }

    [Fact]
    public async Task Tax_rate_that_the_country_does_not_have_is_never_sent()
    {
        await using var erp = await Erp.StartAsync();
        await erp.OpenAsync();
        var result = await erp.CreateAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "Apple"), Taxes = [new TaxRate(19)] });
        var problem = result.Should().BeOfType<WriteResult<Product>.Failed>().Subject.Problem;
        (problem.Code, problem.Field).Should().Be(("dolibarr.tax-rate-unknown", "Taxes"));
        problem.Message.Should().Contain("19 %").And.Contain("FR");
        erp.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public void Double_tax_is_the_dictionary_s_row_of_both_rates()
    {
        var setup = new DolibarrSetup { CountryCode = "CA", Rates = [new VatRate(5, null, null, null), new VatRate(5, "Q", new LocalTax(9.975m, 1), null), new VatRate(5, null, new LocalTax(9.5m, 2), null)] };
        TaxMapping.Find([new TaxRate(5), new TaxRate(9.975m)], setup).Code.Should().Be("Q");
        TaxMapping.Find([new TaxRate(5), new TaxRate(9.5m, Compound: true)], setup).Local1!.Type.Should().Be(2);
        FluentActions.Invoking(() => TaxMapping.Find([new TaxRate(5), new TaxRate(9.5m)], setup)).Should().Throw<ConnectorException>();
    }

    [Fact]
    public async Task Price_in_another_currency_is_refused()
    {
        await using var erp = await Erp.StartAsync();
        await erp.OpenAsync();
        var result = await erp.CreateAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "Apple"), PriceNet = new Money(5, new CurrencyCode("USD")) });
        result.Should().BeOfType<WriteResult<Product>.Failed>().Which.Problem.Message.Should().Contain("USD").And.Contain("EUR");
        erp.Server.Requests.Writes.Should().Be(0);
    }

    private static void SwitchLevelsOn(DolibarrState state)
    {
        state.Constants["PRODUCT_PRICE_UNIQ"] = null;
        state.Constants["PRODUIT_MULTIPRICES"] = "1";
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
