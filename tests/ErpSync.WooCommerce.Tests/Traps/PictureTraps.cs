using System.Text.Json.Nodes;
using ErpSync.Sandbox.WooCommerce;

namespace ErpSync.WooCommerce.Tests;

/// <summary>The pictures of products and of their variations.</summary>
public sealed class PictureTraps
{
    private const string Front = "https://cdn.example/front.png";
    private const string Red = "https://cdn.example/red.png";

    [Theory]
    [InlineData("11.0.1")]
    [InlineData("9.9.0")]
    public async Task Picture_of_a_variation_names_its_variant_whether_the_product_shows_it_too_or_not(string version)
    {
        await using var shop = await StartAsync(version, "front.png", "red.png");

        var pictures = await shop.RecordsAsync<ProductImage>();

        pictures.Should().HaveCount(2);
        (pictures[0].Value.IsCover, pictures[0].Value.Variants.Count).Should().Be((true, 1), "the first variation shows the product's own picture");
        (pictures[1].Value.IsCover, pictures[1].Value.Position, pictures[1].Value.Variants.Count).Should().Be((false, 1, 1), "the second one has a picture that only it shows");
        (await shop.ListAsync<ProductImage>()).Select(line => line.Id).Should().BeEquivalentTo(pictures.Select(record => record.Id));
        foreach (var record in pictures)
            (await shop.FindAsync<ProductImage>(record.Id.Value)).Value.Variants.Should().Equal(record.Value.Variants);
    }

    [Fact]
    public async Task Picture_that_is_created_for_variants_is_shown_by_them_and_taken_once()
    {
        await using var shop = await StartAsync("11.0.1", isApplication: false);
        var variants = (await shop.RecordsAsync<ProductVariant>()).Select(record => new Ref(EntityKind.ProductVariant, record.Id)).ToList();
        var before = shop.State.FilesTaken;

        var written = (WriteResult<ProductImage>.Written)await shop.CreateAsync(Image(shop, Red) with { Variants = RefSet.From(variants) });

        shop.State.FilesTaken.Should().Be(before + 1);
        written.Stored!.Value.Variants.Should().Equal(RefSet.From(variants));
        (await shop.FindAsync<ProductImage>(written.Id.Value)).Value.Variants.Should().Equal(RefSet.From(variants));
    }

    [Fact]
    public async Task Variant_that_shall_not_show_a_picture_any_more_shows_none_and_the_file_stays()
    {
        await using var shop = await StartAsync("11.0.1", "front.png", "red.png");
        var picture = (await shop.RecordsAsync<ProductImage>())[0];

        (await shop.UpdateAsync<ProductImage>(picture, value => value with { Variants = RefSet.Empty }, nameof(ProductImage.Variants))).Should().BeOfType<WriteResult<ProductImage>.Written>();

        (await shop.FindAsync<ProductImage>(picture.Id.Value)).Value.Variants.Should().BeEmpty();
        shop.State.FilesTaken.Should().Be(2);
    }

    [Fact]
    public async Task Picture_that_only_a_variation_shows_is_changed_and_deleted_there()
    {
        await using var shop = await StartAsync("11.0.1", "front.png", "red.png");
        var picture = (await shop.RecordsAsync<ProductImage>())[1];

        var changed = (WriteResult<ProductImage>.Written)await shop.UpdateAsync<ProductImage>(picture, value => value with { Legend = LocalizedText.Of("en", "In red") }, nameof(ProductImage.Legend));
        (await shop.FindAsync<ProductImage>(changed.Id.Value)).Value.Legend["en"].Should().Be("In red");
        await shop.Connector.Get<IDeleter<ProductImage>>().DeleteAsync([picture], CancellationToken.None);

        (await shop.RecordsAsync<ProductImage>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Picture_that_the_shop_cannot_fetch_is_refused_with_the_reason_and_the_product_stays()
    {
        await using var shop = await StartAsync("11.0.1", "front.png");

        var problem = (await shop.CreateAsync(Image(shop, "https://cdn.example/missing.png"))).Should().BeOfType<WriteResult<ProductImage>.Failed>().Subject.Problem;

        (problem.Kind, problem.Code).Should().Be((ProblemKind.Rejected, "woocommerce.image"));
        problem.Message.Should().Contain("public address");
    }

    [Fact]
    public async Task Picture_without_a_public_address_is_uploaded_with_the_application_password()
    {
        await using var shop = await StartAsync("11.0.1");
        var image = Image(shop, Red) with { Content = new ImageContent("1", "image/png", "fac\u0327ade.png") { OpenAsync = _ => Task.FromResult<byte[]>([0x89, 0x50, 7]) } };

        var written = (WriteResult<ProductImage>.Written)await shop.CreateAsync(image);

        (await written.Stored!.Value.Content.OpenAsync(CancellationToken.None)).Should().Equal(0x89, 0x50, 7);
    }

    [Fact]
    public async Task Picture_without_a_public_address_is_refused_where_there_is_no_application_password_because_keys_cannot_upload()
    {
        await using var shop = await StartAsync("11.0.1", isApplication: false);
        var image = Image(shop, Red) with { Content = new ImageContent("1", "image/png", "a.png") { OpenAsync = _ => Task.FromResult<byte[]>([0x89, 0x50, 7]) } };

        (await shop.CreateAsync(image)).Should().BeOfType<WriteResult<ProductImage>.Failed>().Which.Problem.Remedy.Should().Contain("ApplicationPassword");
    }

    [Fact]
    public async Task Empty_list_of_pictures_is_sent_only_when_the_last_one_is_deleted()
    {
        await using var shop = await StartAsync("11.0.1", "front.png");
        var product = (await shop.RecordsAsync<Product>()).Single();
        await shop.UpdateAsync<Product>(product, value => value with { WeightKg = 2 }, nameof(Product.WeightKg));
        (await shop.RecordsAsync<ProductImage>()).Should().ContainSingle("an update that does not name pictures leaves them out");

        await shop.Connector.Get<IDeleter<ProductImage>>().DeleteAsync(await shop.RecordsAsync<ProductImage>(), CancellationToken.None);

        (await shop.RecordsAsync<ProductImage>()).Should().BeEmpty();
    }

    private static ProductImage Image(Shop shop, string address) => new()
    {
        Owner = new Ref(EntityKind.Product, new RemoteId(ReadTraps.FirstId(shop))),
        Position = 9,
        Content = new ImageContent("new", "image/png", "new.png") { Address = new Uri(address), OpenAsync = _ => Task.FromResult(Array.Empty<byte>()) },
    };

    private static Task<Shop> StartAsync(string version, params string[] files) => StartAsync(version, true, files);

    private static async Task<Shop> StartAsync(string version, bool isApplication, params string[] files)
    {
        var shop = await Shop.StartAsync(
            options => (options.ApplicationUser, options.ApplicationPassword) = isApplication && files.Length == 0 ? ("shopmanager", "abcd efgh ijkl mnop") : (null, null),
            server => server.Version = version,
            state => Seed(state, files));
        await shop.OpenAsync();
        return shop;
    }

    // The first file is the product's and its first variation's, the second one the second variation's only.
    private static void Seed(WooCommerceState state, string[] files)
    {
        foreach (var address in new[] { Front, Red })
            state.RemoteFiles[address] = [0x89, 0x50, (byte)address.Length];
        state.AddAttribute("Colour");
        var body = new JsonObject { ["name"] = "Shirt", ["type"] = "variable", ["attributes"] = new JsonArray(new JsonObject { ["id"] = 1, ["variation"] = true, ["options"] = new JsonArray("Blue", "Red") }) };
        if (files.Length > 0)
            body["images"] = new JsonArray(new JsonObject { ["src"] = "https://cdn.example/" + files[0] });
        var parent = state.AddProduct(body)["id"]!.GetValue<long>();
        foreach (var colour in new[] { "Blue", "Red" })
        {
            var variation = new JsonObject { ["sku"] = "S-" + colour, ["attributes"] = new JsonArray(new JsonObject { ["id"] = 1, ["option"] = colour }) };
            if (colour == "Blue" && files.Length > 1)
                variation["image"] = new JsonObject { ["id"] = state.Products[parent]["images"]![0]!["id"]!.DeepClone() };
            if (colour == "Red" && files.Length > 1)
                variation["image"] = new JsonObject { ["src"] = "https://cdn.example/" + files[1] };
            state.AddVariation(parent, variation);
        }
    }
}
