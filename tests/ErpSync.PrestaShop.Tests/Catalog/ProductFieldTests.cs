namespace ErpSync.PrestaShop.Tests;

public sealed class ProductFieldTests
{
    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task A_pack_keeps_its_parts_with_their_combinations(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var (_, values) = shop.Server.State.AddOption("Size", "S");
        var mug = shop.Server.State.AddProduct();
        var poster = shop.Server.State.AddProduct();
        var small = shop.Server.State.AddCombination(poster.Id, c => c.OptionValueIds = [values[0].Id]);
        await shop.OpenAsync();

        var id = (await shop.CreateAsync(Samples.Product("PACK") with
        {
            Type = ProductType.Pack,
            Items = [new PackItem(new Ref(EntityKind.Product, RemoteId.From(mug.Id)), 2), new PackItem(new Ref(EntityKind.ProductVariant, RemoteId.From(small.Id)), 3)],
        }))[0].Id();

        var read = (await shop.FindAsync<Product>(id.Value)).Single();
        read.Value.Type.Should().Be(ProductType.Pack);
        read.Value.Items.Should().BeEquivalentTo([new PackItem(new Ref(EntityKind.Product, RemoteId.From(mug.Id)), 2), new PackItem(new Ref(EntityKind.ProductVariant, RemoteId.From(small.Id)), 3)]);

        // A write of something else must not lose them, also where the whole record is sent.
        await shop.UpdateAsync((read, read.Value with { PriceNet = new Money(99, Samples.Euro) }, [nameof(Product.PriceNet)]));
        shop.Server.State.Products[int.Parse(id.Value)].Bundle.Should().BeEquivalentTo([(mug.Id, 0, 2), (poster.Id, small.Id, 3)]);

        await shop.UpdateAsync((read, read.Value with { Type = ProductType.Simple }, [nameof(Product.Type)]));
        (await shop.FindAsync<Product>(id.Value)).Single().Value.Should().Match<Product>(product => product.Type == ProductType.Simple && product.Items.Count == 0);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.5")]
    public async Task A_part_of_a_pack_in_broken_pieces_is_refused(string quantity)
    {
        await using var shop = await Shop.StartAsync();
        var mug = shop.Server.State.AddProduct();
        await shop.OpenAsync();
        var part = new PackItem(new Ref(EntityKind.Product, RemoteId.From(mug.Id)), decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture));

        var problem = (await shop.CreateAsync(Samples.Product("PACK") with { Type = ProductType.Pack, Items = [part] }))[0].Problem();

        problem.Code.Should().Be("prestashop.pack-item-missing");
        problem.Field.Should().Be(nameof(Product.Items));
    }

    [Fact]
    public async Task Features_and_tags_are_created_on_demand_and_only_once()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        var product = Samples.Product("A") with { Features = TextMap.From([new("Material", "Oak | Steel"), new("Origin", "France")]), Tags = ["garden", "Été"] };

        var ids = (await shop.CreateAsync(product, product with { Reference = "B" })).Select(result => result.Id()).ToList();

        var read = await shop.FindAsync<Product>([.. ids.Select(id => id.Value)]);
        read.Should().OnlyContain(one => one.Value.Features["Material"] == "Oak | Steel" && one.Value.Features["Origin"] == "France" && one.Value.Tags.Contains("été"));
        shop.Server.State.ProductFeatures.Count.Should().Be(2);
        shop.Server.State.ProductFeatureValues.Count.Should().Be(3);
        shop.Server.State.Tags.Count.Should().Be(2);
        shop.Server.State.ProductFeatures.Should().OnlyContain(feature => feature.Name["fr"] == feature.Name["en"]);

        shop.Server.Requests.Clear();
        await shop.CreateAsync(product with { Reference = "C" });
        shop.Server.Requests.Writes.Should().Be(1, "what exists is used");
    }

    [Fact]
    public async Task A_value_typed_for_one_product_stays_when_another_feature_changes()
    {
        await using var shop = await Shop.StartAsync();
        var (material, values) = shop.Server.State.AddFeature("Material", "Hand-typed", "Hand-typed");
        values[1]["custom"] = "1";
        var (origin, origins) = shop.Server.State.AddFeature("Origin", "France", "Spain");
        var product = shop.Server.State.AddProduct(p => p.Features = [(material.Id, values[1].Id), (origin.Id, origins[0].Id)]);
        await shop.OpenAsync();
        var current = (await shop.FindAsync<Product>(product.Id.ToString())).Single();

        await shop.UpdateAsync((current, current.Value with { Features = TextMap.From([new("Material", "Hand-typed"), new("Origin", "Spain")]) }, [nameof(Product.Features)]));

        product.Features.Should().Equal((material.Id, values[1].Id), (origin.Id, origins[1].Id));
    }

    [Fact]
    public async Task Tags_of_other_languages_stay()
    {
        await using var shop = await Shop.StartAsync();
        var french = shop.Server.State.AddTag("tuyau", languageId: 2);
        var product = shop.Server.State.AddProduct(p => p.TagIds = [shop.Server.State.AddTag("hose").Id, french.Id]);
        await shop.OpenAsync();
        var current = (await shop.FindAsync<Product>(product.Id.ToString())).Single();
        current.Value.Tags.Should().Equal("hose");

        await shop.UpdateAsync((current, current.Value with { Tags = ["pipe"] }, [nameof(Product.Tags)]));

        product.TagIds.Should().Contain(french.Id).And.HaveCount(2);
        (await shop.FindAsync<Product>(product.Id.ToString())).Single().Value.Tags.Should().Equal("pipe");
    }

    [Fact]
    public async Task The_main_category_goes_along_when_the_product_leaves_it_and_stays_where_it_was_chosen_apart()
    {
        await using var shop = await Shop.StartAsync();
        var (hoses, taps, sale) = (shop.Server.State.AddCategory("Hoses"), shop.Server.State.AddCategory("Taps"), shop.Server.State.AddCategory("Sale"));
        var left = shop.Server.State.AddProduct(p => (p.DefaultCategoryId, p.CategoryIds) = (hoses.Id, [hoses.Id]));
        var apart = shop.Server.State.AddProduct(p => (p.DefaultCategoryId, p.CategoryIds) = (sale.Id, [hoses.Id]));
        await shop.OpenAsync();
        var current = await shop.FindAsync<Product>(left.Id.ToString(), apart.Id.ToString());
        current.Select(one => one.Value.MainCategory!.Value.Id.Value).Should().Equal(hoses.Id.ToString(), sale.Id.ToString());

        await shop.UpdateAsync([.. current.Select(one => (one, one.Value with { Categories = [new Ref(EntityKind.Category, RemoteId.From(taps.Id))] }, new[] { nameof(Product.Categories) }))]);

        left.DefaultCategoryId.Should().Be(taps.Id);
        apart.DefaultCategoryId.Should().Be(sale.Id);
    }

    [Fact]
    public async Task Dimensions_are_centimetres_whatever_the_shop_measures_in()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Configure("PS_DIMENSION_UNIT", "in");
        await shop.OpenAsync();

        var id = (await shop.CreateAsync(Samples.Product("A") with { WidthCm = 25.4m, HeightCm = 5.08m }))[0].Id();

        shop.Server.State.Products[int.Parse(id.Value)]["width"].Should().Be("10.000000");
        var read = (await shop.FindAsync<Product>(id.Value)).Single().Value;
        (read.WidthCm, read.HeightCm, read.DepthCm).Should().Be((25.4m, 5.08m, null));
    }

    [Fact]
    public async Task A_maker_is_named_by_its_link()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        var maker = (await shop.CreateAsync(new Manufacturer { Name = "Hozelock & Söhne" }))[0].Id();

        var id = (await shop.CreateAsync(Samples.Product("A") with { Manufacturer = new Ref(EntityKind.Manufacturer, maker) }))[0].Id();

        (await shop.FindAsync<Product>(id.Value)).Single().Value.Manufacturer.Should().Be(new Ref(EntityKind.Manufacturer, maker));
        var found = await shop.Connector.Get<IKeyFinder<Manufacturer>>().FindByKeyAsync(["hozelock & söhne"], CancellationToken.None).ToListAsync();
        found.Should().ContainSingle().Which.Record!.Id.Should().Be(maker);
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task Another_default_combination_takes_the_mark_of_the_old_one(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var product = shop.Server.State.AddProduct(p => p.Price = 5);
        await shop.OpenAsync();
        var first = (await shop.CreateAsync(Samples.Variant(product.Id, "S", "S", 6)))[0].Id();

        var second = (await shop.CreateAsync(Samples.Variant(product.Id, "M", "M", 7) with { IsDefault = true }))[0].Id();
        (await shop.ReadAsync<ProductVariant>()).Single(variant => variant.Value.IsDefault == true).Id.Should().Be(second);
        var current = (await shop.FindAsync<ProductVariant>(first.Value)).Single();
        (await shop.UpdateAsync((current, current.Value with { IsDefault = true, Reference = "S2" }, [nameof(ProductVariant.IsDefault), nameof(ProductVariant.Reference)])))[0].Id();

        var read = await shop.ReadAsync<ProductVariant>();
        read.Single(variant => variant.Value.IsDefault == true).Id.Should().Be(first);
        read.Single(variant => variant.Id == first).Value.Reference.Should().Be("S2");
    }
}
