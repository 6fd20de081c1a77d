namespace ErpSync.PrestaShop.Tests;

public sealed class FormatTraps
{
    private static readonly string[] Zeros = ["9.1.4", "8.2.1", "1.7.8"];

    public static TheoryData<string> Versions => [.. Zeros];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_single_record_keeps_its_zeros_and_empty_texts(string version)
    {
        // A single JSON record without display lacks every 0, "" and false from 8.0 on.
        await using var shop = await Shop.StartAsync(version);
        var product = shop.Server.State.AddProduct(p => (p.Active, p.Price, p.AvailableForOrder, p.Reference) = (false, 0m, false, ""));
        await shop.OpenAsync();

        var read = (await shop.FindAsync<Product>(product.Id.ToString())).Single().Value;

        read.Should().Match<Product>(one => one.Active == false && one.Orderable == false && one.Reference == null && one.PriceNet == new Money(0, Samples.Euro));
        shop.Server.Requests.Snapshot().Should().OnlyContain(request => !request.Path.EndsWith($"/{product.Id}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_empty_list_is_a_bare_array(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        await shop.OpenAsync();

        (await shop.ReadAsync<Product>()).Should().BeEmpty();
        (await shop.ReadAsync<ProductVariant>()).Should().BeEmpty();
        (await shop.ReadAsync<Price>()).Should().BeEmpty();
        (await shop.ReadAsync<SupplierPrice>()).Should().BeEmpty();
        (await shop.ListAsync<ProductImage>()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    public async Task A_shop_with_one_language_gives_plain_texts(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var french = shop.Server.State.Languages.Single(language => language["iso_code"] == "fr");
        french.Active = false;
        var product = shop.Server.State.AddProduct(p => p.Name["en"] = "Hose");
        await shop.OpenAsync();

        (await shop.FindAsync<Product>(product.Id.ToString())).Single().Value.Name.Should().BeEquivalentTo(LocalizedText.Of("en", "Hose"));
    }

    [Fact]
    public async Task Writes_are_XML_and_so_are_their_answers()
    {
        // JSON is not read, and a JSON answer to several records holds only the last one.
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        var results = await shop.CreateAsync(Samples.Product("A"), Samples.Product("B"), Samples.Product("C"));

        results.Select(result => result.Id()).Should().OnlyHaveUniqueItems();
        shop.Server.Requests.Snapshot().Where(request => request.IsWrite).Should().OnlyContain(request => !request.Query.Contains("JSON", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_upload_is_answered_in_XML_because_the_JSON_answer_is_the_bare_picture()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();

        var result = (await shop.CreateAsync(new ProductImage { Owner = new Ref(EntityKind.Product, RemoteId.From(product.Id)), Content = Png() }))[0];

        result.Id().Value.Should().Be($"{product.Id}/{shop.Server.State.Images.Single().Id}");
        shop.Server.Requests.Snapshot().Single(request => request.IsWrite).Query.Should().NotContain("JSON");
    }

    [Fact]
    public async Task Pictures_are_listed_through_their_products_because_their_own_list_is_broken_in_JSON()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.AddImage(shop.Server.State.AddProduct().Id, [0xFF, 0xD8, 1]);
        await shop.OpenAsync();

        (await shop.ReadAsync<ProductImage>()).Should().ContainSingle();

        shop.Server.Requests.Snapshot().Should().NotContain(request => request.Path.Contains("/images", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rights_of_the_key_are_asked_for_in_XML_because_the_root_breaks_in_JSON()
    {
        await using var shop = await Shop.StartAsync();

        await shop.Connector.Get<IProbe>().ProbeAsync([], CancellationToken.None);

        shop.Server.Requests.Snapshot().Single(request => request.Path.TrimEnd('/') == "/api").Query.Should().NotContain("JSON");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Columns_that_a_version_lacks_are_not_asked_for(string version)
    {
        // meta_keywords is gone in 9, and an unknown field in display is an error.
        await using var shop = await Shop.StartAsync(version);
        shop.Server.State.AddProduct();
        await shop.OpenAsync();

        (await shop.ReadAsync<Product>()).Should().ContainSingle();
        await shop.ReadAsync<Category>();

        shop.Server.Requests.Snapshot().Should().NotContain(request => request.Query.Contains("meta_keywords", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task HTML_that_the_shop_writes_anew_is_read_back_and_does_not_stay_a_difference(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        await shop.OpenAsync();
        var wanted = Samples.Product("A") with { Description = LocalizedText.Of("en", "<p style=\"color:red\">a&nbsp;b</p><script>x()</script><p onclick=\"y()\">c</p>") };

        var result = (await shop.CreateAsync(wanted))[0];

        var stored = (await shop.FindAsync<Product>(result.Id().Value)).Single().Value.Description["en"];
        stored.Should().NotContain("script").And.NotContain("onclick").And.NotContain("&nbsp;");
        ((WriteResult<Product>.Written)result).Stored.Should().BeNull("the engine reads back what the shop made of it");
    }

    [Fact]
    public async Task Decimals_have_a_point_whatever_the_machine_speaks()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        var comma = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator) = (",", ".");
        System.Globalization.CultureInfo.CurrentCulture = comma;
        try
        {
            await using var shop = await Shop.StartAsync();
            await shop.OpenAsync();

            var id = (await shop.CreateAsync(Samples.Product("A", 1234.567891m) with { WeightKg = 0.5m }))[0].Id();

            shop.Server.State.Products[int.Parse(id.Value)].Should().Match<ErpSync.Sandbox.PrestaShop.PrestaShopProduct>(product => product.Price == 1234.567891m && product.Weight == 0.5m);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("2.9", 2)]
    [InlineData("-0.5", -1)]
    [InlineData("-3", -3)]
    public async Task Quantities_are_whole_pieces_and_never_more_than_there_are(string quantity, int stored)
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();
        var level = (await shop.FindAsync<StockLevel>($"product:{product.Id}")).Single();

        var result = (await shop.UpdateAsync((level, level.Value with { Quantity = decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture) }, [nameof(StockLevel.Quantity)])))[0];

        result.Id();
        shop.Server.State.Stock(product.Id).Quantity.Should().Be(stored);
    }

    private static ImageContent Png() => new("r", "image/jpeg", "a.jpg") { OpenAsync = _ => Task.FromResult<byte[]>([0xFF, 0xD8, 1, 2]) };
}
