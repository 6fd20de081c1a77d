using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Traps of Dolibarr's catalogue and stock that <see cref="TrapIndex"/> names, as far as no other test shows them.</summary>
public sealed class CatalogueTraps
{
    private static readonly CurrencyCode Eur = new("EUR");

    [Fact]
    public async Task Update_that_raises_no_event_is_found_by_its_date()
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        erp.Clock.Advance(TimeSpan.FromMinutes(5));
        await erp.OpenAsync();
        var cursor = await erp.CursorAsync<Product>();
        erp.Clock.Advance(TimeSpan.FromMinutes(1));
        await erp.UpdateAsync(await erp.FindAsync<Product>($"{id}"), product => product with { Name = LocalizedText.Of("en", "Pear") }, nameof(Product.Name));
        await erp.OpenAsync();
        (await erp.ChangedAsync<Product>(cursor)).Should().Equal($"{id}");
    }

    [Theory]
    [InlineData(",", ".")]
    [InlineData(",", " ")]
    public async Task Decimal_is_sent_with_a_dot_whatever_the_culture(string point, string group)
    {
        var old = System.Globalization.CultureInfo.CurrentCulture;
        var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (point, group);
        System.Globalization.CultureInfo.CurrentCulture = culture;
        try
        {
            await using var erp = await Erp.StartAsync();
            await erp.OpenAsync();
            await erp.CreateAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "Apple"), PriceNet = new Money(1234.56m, Eur), WeightKg = 2.5m });
            var row = erp.State.Products.FindByRef("A")!;
            (row.Price, row.Weight).Should().Be((1234.56m, 2.5m), "a comma would be dropped and make 123456 and 25");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = old;
        }
    }

    [Fact]
    public async Task Modification_date_that_is_empty_hides_no_change()
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        erp.Clock.Advance(TimeSpan.FromHours(1));
        await erp.OpenAsync();
        var cursor = await erp.CursorAsync<Product>();
        erp.Clock.Advance(TimeSpan.FromMinutes(1));
        erp.State.EditProduct(id, product => product.Label = "Pear");
        await erp.OpenAsync();
        (await erp.FindAsync<Product>($"{id}")).ModifiedAt.Should().BeNull("the server shows an empty date for a product without a row of extra fields");
        (await erp.ChangedAsync<Product>(cursor)).Should().Equal($"{id}");
    }

    [Fact]
    public async Task Foreign_reference_that_two_products_have_finds_the_older_one()
    {
        await using var erp = await Erp.StartAsync();
        var first = erp.State.AddProduct(product => (product.Ref, product.Label, product.RefExt) = ("A", "Apple", "main:shop:product:1")).Id;
        erp.State.AddProduct(product => (product.Ref, product.Label, product.RefExt) = ("B", "Copy", "main:shop:product:1"));
        var found = await erp.Connector.Get<ITokenFinder<Product>>().FindByTokenAsync(["main:shop:product:1"], CancellationToken.None);
        found.Should().Equal(new Dictionary<string, RemoteId> { ["main:shop:product:1"] = RemoteId.From(first) });
    }

    [Fact]
    public async Task Stray_fields_that_an_update_echoes_are_not_believed()
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product => (product.Ref, product.Label, product.Price) = ("A", "Apple", 5)).Id;
        var current = await erp.FindAsync<Product>($"{id}");
        var result = (WriteResult<Product>.Written)await erp.UpdateAsync(current, product => product with { PriceNet = new Money(6, Eur) }, nameof(Product.PriceNet));
        result.Stored.Should().BeNull("the answer of a PUT echoes what it was sent: the engine reads again");
        (await erp.FindAsync<Product>($"{id}")).Value.PriceNet.Should().Be(new Money(6, Eur));
    }

    [Fact]
    public async Task Category_link_that_bumps_no_date_is_found_by_the_sweep()
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        var category = erp.State.AddCategory(row => row.Label = "Fruit").Id;
        erp.Clock.Advance(TimeSpan.FromHours(1));
        await erp.OpenAsync();
        await erp.RecordsAsync<Product>();
        var cursor = await erp.CursorAsync<Product>();
        erp.Clock.Advance(TimeSpan.FromMinutes(1));
        erp.State.LinkCategory(category, id);
        await erp.OpenAsync();
        (await erp.ChangedAsync<Product>(cursor)).Should().BeEmpty("the link leaves the product's date alone");
        (await erp.Connector.Get<ISweeper<Product>>().SweepAsync(new TestMemory(), 5, CancellationToken.None)).Select(found => found.Value).Should().Equal($"{id}");
    }

    [Theory]
    [InlineData("23.0.0-beta", "batch")]
    [InlineData("18.0.0", "lot")]
    public async Task Product_in_lots_is_moved_in_the_lot_that_is_set_and_refused_without(string version, string field)
    {
        field.Should().NotBeEmpty();
        await using var erp = await Erp.StartAsync(options => options.Lot = "L1", server => server.Version = version, state => state.Modules.Add("productbatch"));
        var id = Lots(erp.State);
        (await WriteStockAsync(erp, id, 4)).Should().BeOfType<WriteResult<StockLevel>.Written>();
        erp.State.StockMovements.Last().Batch.Should().Be("L1");

        await using var bare = await Erp.StartAsync(server: server => server.Version = version, seed: state => state.Modules.Add("productbatch"));
        var refused = (await WriteStockAsync(bare, Lots(bare.State), 4)).Should().BeOfType<WriteResult<StockLevel>.Failed>().Subject.Problem;
        (refused.Code, refused.Kind).Should().Be(("dolibarr.lot-missing", ProblemKind.Misconfigured));
        bare.Server.Requests.Writes.Should().Be(0, "what Dolibarr would refuse is not sent");
    }

    [Fact]
    public async Task Code_of_a_tax_rate_stays_when_another_rate_and_back_is_written()
    {
        await using var erp = await Erp.StartAsync(seed: state =>
        {
            state.VatRates.Add(new DolibarrVatRate(60, 1, 20m, "Special 20") { Code = "SPEC" });
            state.VatRates.Add(new DolibarrVatRate(61, 1, 10m, "Special 10") { Code = "SPEC" });
        });
        var id = erp.State.AddProduct(product =>
        {
            (product.Ref, product.Label, product.VatRate) = ("A", "Apple", 20);
            product.OtherColumns["default_vat_code"] = "SPEC";
        }).Id;
        var current = await erp.FindAsync<Product>($"{id}");
        await erp.UpdateAsync(current, product => product with { Taxes = [new TaxRate(10)] }, nameof(Product.Taxes));
        (erp.State.Products[id].VatRate, erp.State.Products[id].OtherColumns["default_vat_code"]).Should().Be((10m, "SPEC"), "of two rows with the rate the one with the product's code is taken");
        await erp.CreateAsync(new Product { Reference = "B", Name = LocalizedText.Of("en", "Pear"), Taxes = [new TaxRate(20)] }, "main:shop:product:2");
        erp.State.Products.FindByRef("B")!.OtherColumns.GetValueOrDefault("default_vat_code").Should().BeNullOrEmpty("a new product takes the row without a code");
    }

    [Fact]
    public async Task Price_that_was_entered_with_tax_stays_one_where_that_is_exact()
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product => (product.Ref, product.Label, product.Price, product.PriceTtc, product.PriceBaseType, product.VatRate) = ("A", "Apple", 10, 12, "TTC", 20)).Id;
        var current = await erp.FindAsync<Product>($"{id}");
        await erp.UpdateAsync(current, product => product with { PriceNet = new Money(12.5m, Eur) }, nameof(Product.PriceNet));
        (erp.State.Products[id].PriceBaseType, erp.State.Products[id].PriceTtc, erp.State.Products[id].Price).Should().Be(("TTC", 15m, 12.5m));

        await erp.UpdateAsync(await erp.FindAsync<Product>($"{id}"), product => product with { PriceNet = new Money(12.34567m, Eur) }, nameof(Product.PriceNet));
        (erp.State.Products[id].PriceBaseType, erp.State.Products[id].Price).Should().Be(("HT", 12.34567m), "no gross price in cents gives this net price: it is never bent");
    }

    [Fact]
    public async Task Warehouse_with_stock_is_never_deleted()
    {
        await using var erp = await Erp.StartAsync();
        erp.Connector.Find<IDeleter<ErpSync.Warehouse>>().Should().BeNull("Dolibarr deletes a warehouse with its stock and asks nobody");
    }

    private static int Lots(DolibarrState state)
    {
        var id = state.AddProduct(product =>
        {
            (product.Ref, product.Label) = ("LOT", "In lots");
            product.OtherColumns["status_batch"] = "1";
        }).Id;
        return id;
    }

    private static async Task<WriteResult<StockLevel>> WriteStockAsync(Erp erp, int id, decimal quantity)
    {
        await erp.OpenAsync();
        return await erp.UpdateAsync(await erp.FindAsync<StockLevel>($"product:{id}"), level => level with { Quantity = quantity }, nameof(StockLevel.Quantity));
    }
}
