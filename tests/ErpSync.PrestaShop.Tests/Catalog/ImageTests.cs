namespace ErpSync.PrestaShop.Tests;

public sealed class ImageTests
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task All_pictures_of_a_product_are_read_with_the_cover_first_and_what_shows_them(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var (_, values) = shop.Server.State.AddOption("Size", "S");
        var product = shop.Server.State.AddProduct();
        var images = Enumerable.Range(0, 3).Select(_ => shop.Server.State.AddImage(product.Id, Png)).ToList();
        var combination = shop.Server.State.AddCombination(product.Id, c => (c.OptionValueIds, c.ImageIds) = ([values[0].Id], [images[1].Id]));
        await shop.OpenAsync();
        var cover = (await shop.ReadAsync<ProductImage>()).Single(image => image.Id.Value == $"{product.Id}/{images[2].Id}");
        await shop.UpdateAsync((cover, cover.Value with { IsCover = true }, [nameof(ProductImage.IsCover)]));

        var read = await shop.ReadAsync<ProductImage>();

        read.Select(image => image.Id.Value).Should().Equal($"{product.Id}/{images[2].Id}", $"{product.Id}/{images[0].Id}", $"{product.Id}/{images[1].Id}");
        read.Select(image => (image.Value.IsCover, image.Value.Position)).Should().Equal((true, 0), (false, 1), (false, 2));
        read[2].Value.Variants.Should().Equal(new Ref(EntityKind.ProductVariant, RemoteId.From(combination.Id)));
        read[0].Value.Variants.Should().BeEmpty();
    }

    [Theory]
    [InlineData("9.1.4", "WEBP", true)]
    [InlineData("8.2.1", "WEBP", true)]
    [InlineData("1.7.8", "WEBP", false)]
    [InlineData("9.1.4", "avif", false)]
    [InlineData("1.7.8", "avif", false)]
    public async Task Picture_of_a_type_that_the_version_does_not_take_is_refused_before_it_is_sent(string version, string type, bool isTaken)
    {
        await using var shop = await Shop.StartAsync(version);
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();
        byte[] bytes = type == "WEBP" ? [.. "RIFF\u0010\0\0\0WEBPVP8 "u8, 1, 2, 3, 4] : [0, 0, 0, 0x1C, .. "ftypavif\0\0\0\0"u8];

        var result = (await shop.CreateAsync(Picture(product.Id, 0) with { Content = Content(bytes, "first") }))[0];

        if (isTaken)
        {
            result.Id();
            return;
        }

        var problem = result.Problem();
        (problem.Kind, problem.Code).Should().Be((ProblemKind.Rejected, "prestashop.image-refused"));
        problem.Message.Should().Contain(version).And.Contain(type.ToLowerInvariant());
        problem.Remedy.Should().Contain("JPEG");
        shop.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Pictures_are_uploaded_in_their_order_whatever_order_they_come_in()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();

        var results = await shop.CreateAsync(Picture(product.Id, 2), Picture(product.Id, 0), Picture(product.Id, 1));

        var read = await shop.ReadAsync<ProductImage>();
        read.Select(image => image.Id).Should().Equal(results[1].Id(), results[2].Id(), results[0].Id());
        read[0].Value.IsCover.Should().BeTrue();
        shop.Server.Requests.Writes.Should().Be(3);
    }

    [Fact]
    public async Task A_picture_of_the_same_bytes_is_not_sent_again()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();
        var id = (await shop.CreateAsync(Picture(product.Id, 0)))[0].Id();
        var current = (await shop.FindAsync<ProductImage>(id.Value)).Single();
        shop.Server.Requests.Clear();

        // The other system saved the file again: another revision, the same bytes.
        var result = (await shop.UpdateAsync((current, Picture(product.Id, 0) with { Content = Content(Bytes(0), "saved again") }, [nameof(ProductImage.Content)])))[0];

        result.Id().Should().Be(id);
        shop.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task A_picture_that_came_from_the_shop_is_not_sent_back_to_it()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        shop.Server.State.AddImage(product.Id, Png);
        await shop.OpenAsync();
        var current = (await shop.ReadAsync<ProductImage>()).Single();
        var served = await current.Value.Content.OpenAsync(CancellationToken.None);

        var result = (await shop.UpdateAsync((current, current.Value with { Content = Content(served, "copy of the ERP") }, [nameof(ProductImage.Content)])))[0];

        result.Id().Should().Be(current.Id);
        shop.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Every_picture_follows_when_a_newer_date_alone_says_that_the_product_was_saved()
    {
        await using var shop = await Shop.StartAsync();
        var old = shop.Server.State.AddProduct();
        shop.Server.State.AddImage(old.Id, Png);
        var saved = shop.Server.State.AddProduct();
        var images = Enumerable.Range(0, 3).Select(_ => shop.Server.State.AddImage(saved.Id, Png)).ToList();
        shop.Clock.Advance(TimeSpan.FromHours(2));
        await shop.OpenAsync();
        var changes = shop.Connector.Get<IChangeReader<ProductImage>>();
        var cursor = await changes.TakeCursorAsync(CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromHours(1));
        saved.DateUpd = shop.Server.State.Now;

        var changed = await changes.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync();

        changed.Select(result => result.Record!.Id.Value).Should().Equal(images.Select(image => $"{saved.Id}/{image.Id}"));
    }

    [Fact]
    public async Task Pictures_of_changed_products_cost_nothing_when_the_products_told_that_none_changed()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        shop.Server.State.AddImage(product.Id, Png);
        shop.Clock.Advance(TimeSpan.FromHours(2));
        await shop.OpenAsync();
        var images = shop.Connector.Get<IChangeReader<ProductImage>>();
        var products = shop.Connector.Get<IChangeReader<Product>>();
        var cursor = await images.TakeCursorAsync(CancellationToken.None);
        (await products.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync()).Should().BeEmpty();
        shop.Server.Requests.Clear();

        (await images.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync()).Should().BeEmpty();
        shop.Server.Requests.Total.Should().Be(0);

        product.DateUpd = shop.Server.State.Now;
        await products.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync();
        (await images.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task When_the_cover_is_deleted_the_next_picture_becomes_it()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        var images = Enumerable.Range(0, 3).Select(_ => shop.Server.State.AddImage(product.Id, Png)).ToList();
        await shop.OpenAsync();
        var read = await shop.ReadAsync<ProductImage>();

        await shop.Connector.Get<IDeleter<ProductImage>>().DeleteAsync([read[0], read[1]], CancellationToken.None);

        shop.Server.State.Images.Should().ContainSingle().Which.Cover.Should().BeTrue();
        shop.Server.State.Images.Single().Id.Should().Be(images[2].Id);
    }

    [Fact]
    public async Task An_upload_whose_answer_is_lost_is_found_and_not_doubled()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        shop.Server.State.AddImage(product.Id, Png);
        await shop.OpenAsync();
        shop.Server.Faults.Add(new ErpSync.Sandbox.Fault(ErpSync.Sandbox.FaultKind.DropAfterCommit) { Method = "POST" });

        var result = (await shop.CreateAsync(Picture(product.Id, 1)))[0];

        shop.Server.State.Images.Count.Should().Be(2);
        result.Id().Value.Should().Be($"{product.Id}/{shop.Server.State.Images.Last().Id}");
    }

    [Fact]
    public async Task A_new_picture_is_given_to_the_combinations_that_it_shows()
    {
        await using var shop = await Shop.StartAsync();
        var (_, values) = shop.Server.State.AddOption("Size", "S", "M");
        var product = shop.Server.State.AddProduct();
        var small = shop.Server.State.AddCombination(product.Id, c => c.OptionValueIds = [values[0].Id]);
        var medium = shop.Server.State.AddCombination(product.Id, c => c.OptionValueIds = [values[1].Id]);
        await shop.OpenAsync();

        var id = (await shop.CreateAsync(Picture(product.Id, 0) with { Variants = [new Ref(EntityKind.ProductVariant, RemoteId.From(small.Id))] }))[0].Id();
        var current = (await shop.FindAsync<ProductImage>(id.Value)).Single();
        current.Value.Variants.Should().ContainSingle();
        await shop.UpdateAsync((current, current.Value with { Variants = [new Ref(EntityKind.ProductVariant, RemoteId.From(medium.Id))] }, [nameof(ProductImage.Variants)]));

        small.ImageIds.Should().BeEmpty();
        medium.ImageIds.Should().ContainSingle();
    }

    [Fact]
    public async Task A_picture_of_a_product_that_is_gone_is_refused_and_the_others_go_on()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();

        var results = await shop.CreateAsync(Picture(999, 0), Picture(product.Id, 0));

        results[0].Problem().Code.Should().Be("prestashop.owner-missing");
        results[1].Id();
    }

    private static ProductImage Picture(long product, int position) => new()
    {
        Owner = new Ref(EntityKind.Product, RemoteId.From(product)),
        Position = position,
        IsCover = position == 0,
        Content = Content(Bytes(position), "first"),
    };

    private static byte[] Bytes(int number) => [.. Png, (byte)number];

    private static ImageContent Content(byte[] bytes, string revision) => new(revision, "image/png", "a.png") { OpenAsync = _ => Task.FromResult(bytes) };
}
