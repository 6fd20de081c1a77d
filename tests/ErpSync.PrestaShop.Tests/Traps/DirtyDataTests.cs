using System.Text;
using ErpSync.Http;
using ErpSync.PrestaShop.Products;

namespace ErpSync.PrestaShop.Tests;

public sealed class DirtyDataTests
{
    [Fact]
    public async Task A_date_of_zeros_is_no_date()
    {
        var product = Read(await RowAsync("""{"id":1,"price":"1.0","date_upd":"0000-00-00 00:00:00","available_date":"0000-00-00"}"""));

        product.ModifiedAt.Should().BeNull();
        (await RowAsync("""{"id":3,"id_product":1,"price":"5","reduction":"0","from":"0000-00-00 00:00:00","to":"0000-00-00 00:00:00"}""")).Text("from").Should().StartWith("0000");
        LocalTime.ToInstant("0000-00-00 00:00:00", TimeZoneInfo.Utc).Should().BeNull();
        LocalTime.ToInstant("0000-00-00", TimeZoneInfo.Utc).Should().BeNull();
    }

    [Theory]
    [InlineData("""{"id":"12","price":"1","id_manufacturer":"3","active":"1"}""")]
    [InlineData("""{"id":12,"price":1,"id_manufacturer":3,"active":true}""")]
    [InlineData("""{"id":12.0,"price":1.000000,"id_manufacturer":"3","active":1}""")]
    public async Task Ids_and_numbers_come_as_text_or_as_numbers(string json)
    {
        var product = Read(await RowAsync(json));

        product.Id.Should().Be(new RemoteId("12"));
        product.Value.PriceNet!.Value.Amount.Should().Be(1m);
        product.Value.Manufacturer.Should().Be(new Ref(EntityKind.Manufacturer, new RemoteId("3")));
        product.Value.Active.Should().BeTrue();
    }

    [Fact]
    public async Task False_stands_for_nothing()
    {
        var product = Read(await RowAsync("""{"id":1,"price":"1","reference":false,"ean13":false,"id_default_image":false,"manufacturer_name":false,"id_manufacturer":false,"low_stock_threshold":null,"meta_title":false}"""));

        product.Value.Reference.Should().BeNull();
        product.Value.Barcode.Should().BeNull();
        product.Value.Manufacturer.Should().BeNull();
        product.Value.LowStock.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"id":1,"price":"1","associations":{"categories":{"id":"5"}}}""")]
    [InlineData("""{"id":1,"price":"1","associations":{"categories":{"category":{"id":"5"}}}}""")]
    [InlineData("""{"id":1,"price":"1","associations":{"categories":{"category":[{"id":"5"}]}}}""")]
    [InlineData("""{"id":1,"price":"1","associations":{"categories":{"3":{"id":"5"}}}}""")]
    public async Task A_list_of_one_that_collapsed_to_the_one_is_still_a_list(string json) =>
        Read(await RowAsync(json)).Value.Categories.Should().Equal(new Ref(EntityKind.Category, new RemoteId("5")));

    [Fact]
    public async Task A_translation_that_collapsed_to_one_language_is_that_language()
    {
        var row = await RowAsync("""{"id":1,"price":"1","name":{"language":{"id":"2","value":"Tuyau"}},"description":{"id":"1","value":"Hose"}}""");

        Translations.Read(row, "name", RecordedRecords.Shop)["fr"].Should().Be("Tuyau");
        Translations.Read(row, "description", RecordedRecords.Shop)["en"].Should().Be("Hose");
    }

    [Theory]
    [InlineData("""{"id":1,"price":"1"}""")]
    [InlineData("""{"id":1,"price":"1","associations":[]}""")]
    [InlineData("""{"id":1,"price":"1","associations":{}}""")]
    [InlineData("""{"id":1,"price":"1","associations":{"categories":""}}""")]
    [InlineData("""{"id":1,"price":"1","associations":{"categories":null,"tags":false}}""")]
    public async Task Missing_associations_are_empty_ones(string json)
    {
        var product = Read(await RowAsync(json)).Value;

        product.Categories.Should().BeEmpty();
        product.Features.Should().BeEmpty();
        product.Tags.Should().BeEmpty();
    }

    [Fact]
    public async Task A_price_of_nothing_is_zero_and_one_of_letters_is_told_with_its_record()
    {
        Read(await RowAsync("""{"id":1,"price":""}""")).Value.PriceNet!.Value.Amount.Should().Be(0);

        var item = new JsonItem<WireRow>(0, await RowAsync("""{"id":9,"price":"1,50"}"""), null);
        var problem = Rows.Map(item, "shop", Read).Problem!;

        problem.Should().Match<SyncProblem>(one => one.Kind == ProblemKind.Unreadable && one.Field == "price" && one.Id == new RemoteId("9") && one.Raw!.Contains("1,50"));
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    public async Task HTML_in_a_name_loses_what_the_shop_refuses_and_comes_back_without_a_difference(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        await shop.OpenAsync();
        var wanted = Samples.Product("A") with { Name = LocalizedText.Of("en", "<b>Hose</b> & tap; #1 {new} = good") };

        var id = (await shop.CreateAsync(wanted))[0].Id();

        var stored = (await shop.FindAsync<Product>(id.Value)).Single().Value;
        stored.Name["en"].Should().Be("b Hose /b & tap 1 new good");
        shop.Connector.Get<IKind<Product>>().Profile.Normalise(wanted).Name["en"].Should().Be(stored.Name["en"]);
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task A_description_of_64_KB_survives(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        await shop.OpenAsync();
        var text = string.Concat(Enumerable.Repeat("<p>Ünïcødé 🙂 &amp; text</p>", 2400));

        var id = (await shop.CreateAsync(Samples.Product("A") with { Description = LocalizedText.From([new("en", text), new("fr", text)]) }))[0].Id();

        Encoding.UTF8.GetByteCount(text).Should().BeGreaterThan(64 * 1024);
        (await shop.FindAsync<Product>(id.Value)).Single().Value.Description["fr"].Should().Be(text);
    }

    [Fact]
    public async Task Two_products_with_one_reference_are_both_found()
    {
        await using var shop = await Shop.StartAsync();
        var twins = new[] { shop.Server.State.AddProduct(p => p.Reference = "TWIN"), shop.Server.State.AddProduct(p => p.Reference = "TWIN") };
        await shop.OpenAsync();

        var found = await shop.Connector.Get<IKeyFinder<Product>>().FindByKeyAsync(["TWIN"], CancellationToken.None).ToListAsync();

        found.Select(result => result.Record!.Id).Should().BeEquivalentTo(twins.Select(twin => RemoteId.From(twin.Id)));
    }

    [Fact]
    public async Task A_combination_without_reference_is_known_by_its_options()
    {
        await using var shop = await Shop.StartAsync();
        var (_, values) = shop.Server.State.AddOption("Size", "S");
        var product = shop.Server.State.AddProduct();
        shop.Server.State.AddCombination(product.Id, c => c.OptionValueIds = [values[0].Id]);
        await shop.OpenAsync();

        var variant = (await shop.ReadAsync<ProductVariant>()).Single();

        variant.Value.Reference.Should().BeNull();
        variant.Value.Options.Should().Equal(new VariantOption("Size", "S"));
        variant.Label.Should().Be("S");
        CatalogShapes.ProductVariant.Ownership!.Key(variant.Value).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_category_loop_ends()
    {
        await using var shop = await Shop.StartAsync();
        var one = shop.Server.State.AddCategory("One");
        var two = shop.Server.State.AddCategory("Two", one.Id);
        one.ParentId = two.Id;
        await shop.OpenAsync();

        var read = await shop.ReadAsync<Category>();

        read.Should().HaveCount(2);
        read.Select(category => category.Value.Path).Should().BeEquivalentTo("Two / One", "One / Two");
        (await shop.ListAsync<Category>()).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_combination_or_stock_row_without_an_owner_does_not_stop_the_others()
    {
        await using var shop = await Shop.StartAsync();
        var (_, values) = shop.Server.State.AddOption("Size", "S");
        var product = shop.Server.State.AddProduct();
        var orphan = shop.Server.State.AddCombination(product.Id, c => c.OptionValueIds = [values[0].Id]);
        orphan.ProductId = 999;
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Reduction) = (999, 1m));
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price) = (product.Id, 1m));
        await shop.OpenAsync();

        var variants = await shop.ReadAsync<ProductVariant>();
        var prices = await shop.Connector.Get<IReader<Price>>().ReadAsync(CancellationToken.None).ToListAsync();

        variants.Should().ContainSingle().Which.Value.Product.Should().BeNull();
        prices.Select(result => result.Problem?.Code).Should().BeEquivalentTo(["prestashop.owner-missing", null]);
    }

    private static Remote<Product> Read(WireRow row) => ProductMapping.Read(row, RecordedRecords.Shop, new PrestaShopOptions());

    private static async Task<WireRow> RowAsync(string json)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"products":[{{json}}]}"""));
        var items = await JsonArrayReader.ReadAsync(body, JsonPlace.At("products"), WireJson.Parser, new AnswerOrigin("shop", "GET", "/api/products", isWrite: false), CancellationToken.None).ToListAsync();
        return items.Single().Value ?? throw new ConnectorException(items.Single().Problem!);
    }
}
