namespace ErpSync.Dolibarr.Tests;

/// <summary>Supplier prices: totals per quantity, several currencies, and what Dolibarr would store as 0.</summary>
public sealed class SupplierPriceTests
{
    private static readonly CurrencyCode Eur = new("EUR");

    [Theory]
    [InlineData(true, "23.0.0-beta")]
    [InlineData(false, "23.0.0-beta")]
    [InlineData(true, "18.0.0")]
    public async Task Unit_price_is_sent_as_the_total_of_the_quantity_and_not_stored_as_0(bool isMultiCurrency, string version)
    {
        await using var erp = await StartAsync(isMultiCurrency, version);
        var (product, supplier) = Seed(erp);
        await erp.OpenAsync();
        var id = ((WriteResult<SupplierPrice>.Written)await erp.CreateAsync(Wanted(product, supplier, new Money(1.95m, Eur)) with { FromQuantity = 10 })).Id;
        var row = erp.State.SupplierPrices.Single();
        (row.Price, row.Quantity, row.Reference).Should().Be((19.5m, 10m, "SUP-1"));
        var read = (await erp.FindAsync<SupplierPrice>(id.Value)).Value;
        (read.Net, read.FromQuantity, read.SupplierName, read.LeadTimeDays).Should().Be((new Money(1.95m, Eur), 10m, "Supplier One", 5m));
        (await erp.RecordsAsync<SupplierPrice>()).Select(record => record.Id).Should().Equal(id);
    }

    [Fact]
    public async Task Price_in_another_currency_keeps_it_and_one_without_a_rate_is_refused()
    {
        await using var erp = await StartAsync(isMultiCurrency: true, "23.0.0-beta");
        var (product, supplier) = Seed(erp);
        erp.State.AddCurrency("USD", 1.25m);
        await erp.OpenAsync();
        var usd = new Money(2.5m, new CurrencyCode("USD"));
        var id = ((WriteResult<SupplierPrice>.Written)await erp.CreateAsync(Wanted(product, supplier, usd))).Id;
        (await erp.FindAsync<SupplierPrice>(id.Value)).Value.Net.Should().Be(usd);
        erp.State.SupplierPrices.Single().Price.Should().Be(2m, "the company's own currency stands beside");
        var refused = await erp.CreateAsync(Wanted(product, supplier, new Money(1, new CurrencyCode("CHF"))) with { Reference = "SUP-2" });
        refused.Should().BeOfType<WriteResult<SupplierPrice>.Failed>().Which.Problem.Message.Should().Contain("CHF");
    }

    [Fact]
    public async Task Create_that_is_repeated_changes_the_row_and_makes_no_second()
    {
        await using var erp = await StartAsync(isMultiCurrency: true, "23.0.0-beta");
        var (product, supplier) = Seed(erp);
        await erp.OpenAsync();
        var first = ((WriteResult<SupplierPrice>.Written)await erp.CreateAsync(Wanted(product, supplier, new Money(5, Eur)))).Id;
        var second = ((WriteResult<SupplierPrice>.Written)await erp.CreateAsync(Wanted(product, supplier, new Money(6, Eur)))).Id;
        second.Should().Be(first);
        erp.State.SupplierPrices.Should().ContainSingle().Which.Price.Should().Be(6);
    }

    [Fact]
    public async Task Change_in_the_screen_is_told_by_the_print_of_the_price_alone()
    {
        await using var erp = await StartAsync(isMultiCurrency: false, "23.0.0-beta");
        var (product, supplier) = Seed(erp);
        var rows = Enumerable.Range(1, 3).Select(number => erp.State.AddSupplierPrice(price => (price.ProductId, price.SupplierId, price.Reference, price.Price) = (product, supplier, $"S{number}", number))).ToList();
        await erp.OpenAsync();
        var before = (await erp.ListAsync<SupplierPrice>()).ToDictionary(line => line.Id, line => line.Stamp);
        before.Should().HaveCount(3, "a product with several prices is listed once with all of them");
        rows[1].Price = 99;
        var after = await erp.ListAsync<SupplierPrice>();
        after.Where(line => before[line.Id] != line.Stamp).Select(line => line.Id.Value).Should().Equal($"{product}/{rows[1].Id}");
    }

    [Fact]
    public async Task Price_without_a_supplier_is_refused_by_name()
    {
        await using var erp = await StartAsync(isMultiCurrency: false, "23.0.0-beta");
        var (product, _) = Seed(erp);
        await erp.OpenAsync();
        var result = await erp.CreateAsync(new SupplierPrice { Owner = new Ref(EntityKind.Product, RemoteId.From(product)), Net = new Money(1, Eur) });
        result.Should().BeOfType<WriteResult<SupplierPrice>.Failed>().Which.Problem.Field.Should().Be("Supplier");
    }

    private static SupplierPrice Wanted(int product, int supplier, Money net) => new()
    {
        Owner = new Ref(EntityKind.Product, RemoteId.From(product)),
        Supplier = new Ref(EntityKind.Supplier, RemoteId.From(supplier)),
        Reference = "SUP-1",
        Net = net,
        Taxes = [new TaxRate(20)],
        LeadTimeDays = 5,
    };

    private static Task<Erp> StartAsync(bool isMultiCurrency, string version) => Erp.StartAsync(server: server => server.Version = version, seed: state =>
    {
        if (isMultiCurrency)
            state.Modules.Add("multicurrency");
        else
            state.Modules.Remove("multicurrency");
    });

    private static (int Product, int Supplier) Seed(Erp erp) => (
        erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id,
        erp.State.AddThirdParty(supplier => (supplier["name"], supplier["fournisseur"]) = ("Supplier One", "1")).Id);
}
