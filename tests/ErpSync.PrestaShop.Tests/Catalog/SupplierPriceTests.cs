namespace ErpSync.PrestaShop.Tests;

public sealed class SupplierPriceTests
{
    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task What_a_supplier_asks_for_a_combination_is_written_and_read(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var (_, values) = shop.Server.State.AddOption("Size", "S");
        var product = shop.Server.State.AddProduct();
        var small = shop.Server.State.AddCombination(product.Id, c => c.OptionValueIds = [values[0].Id]);
        var supplier = shop.Server.State.AddSupplier("Großhandel Müller");
        await shop.OpenAsync();

        var id = (await shop.CreateAsync(Price(EntityKind.ProductVariant, small.Id, supplier.Id) with { Reference = "SUP-4711", Net = new Money(6.75m, Samples.Euro) }))[0].Id();

        var read = (await shop.FindAsync<SupplierPrice>(id.Value)).Single();
        read.Value.Should().BeEquivalentTo(new SupplierPrice
        {
            Owner = new Ref(EntityKind.ProductVariant, RemoteId.From(small.Id)),
            Supplier = new Ref(EntityKind.Supplier, RemoteId.From(supplier.Id)),
            SupplierName = "Großhandel Müller",
            Reference = "SUP-4711",
            Net = new Money(6.75m, Samples.Euro),
        });
        await shop.UpdateAsync((read, read.Value with { Net = new Money(7, Samples.Euro) }, [nameof(SupplierPrice.Net)]));
        shop.Server.State.ProductSuppliers.Single().Should().Match<ErpSync.Sandbox.PrestaShop.PrestaShopProductSupplier>(row => row.Price == 7 && row.Reference == "SUP-4711");
    }

    [Fact]
    public async Task A_second_price_of_a_supplier_is_refused_because_the_shop_keeps_one()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        var supplier = shop.Server.State.AddSupplier("Wholesale");
        shop.Server.State.AddProductSupplier(product.Id, supplier.Id);
        await shop.OpenAsync();

        var results = await shop.CreateAsync(Price(EntityKind.Product, product.Id, supplier.Id), Price(EntityKind.Product, product.Id, supplier.Id) with { FromQuantity = 10 });

        results[0].Problem().Kind.Should().Be(ProblemKind.Duplicate);
        results[1].Problem().Code.Should().Be("prestashop.quantity-invalid");
        shop.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task A_supplier_that_is_not_linked_is_named()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();

        var problem = (await shop.CreateAsync(new SupplierPrice { Owner = new Ref(EntityKind.Product, RemoteId.From(product.Id)), SupplierName = "Nobody" }))[0].Problem();

        problem.Code.Should().Be("prestashop.supplier-missing");
        problem.Message.Should().Contain("Nobody");
    }

    private static SupplierPrice Price(EntityKind kind, long owner, long supplier) => new()
    {
        Owner = new Ref(kind, RemoteId.From(owner)),
        Supplier = new Ref(EntityKind.Supplier, RemoteId.From(supplier)),
    };
}
