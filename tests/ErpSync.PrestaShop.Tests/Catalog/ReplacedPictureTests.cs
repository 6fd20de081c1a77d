namespace ErpSync.PrestaShop.Tests;

/// <summary>A picture that was replaced under its own number: nothing but the date of its product tells that it may be another one.</summary>
public sealed class ReplacedPictureTests
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Picture_that_was_replaced_under_its_own_number_is_another_revision_when_a_newer_date_says_that_its_product_was_saved()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.ComparePictureBytes = true);
        var product = shop.Server.State.AddProduct();
        var images = Enumerable.Range(0, 2).Select(_ => shop.Server.State.AddImage(product.Id, Png)).ToList();
        shop.Clock.Advance(TimeSpan.FromHours(2));
        await shop.OpenAsync();
        var before = await shop.ReadAsync<ProductImage>();
        var changes = shop.Connector.Get<IChangeReader<ProductImage>>();
        var cursor = await changes.TakeCursorAsync(CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromHours(1));
        images[1].Content = [.. Png, 7];
        product.DateUpd = shop.Server.State.Now;

        var changed = (await changes.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync()).ConvertAll(result => result.Record!);

        changed.Select(image => image.Id).Should().Equal(before.Select(image => image.Id));
        changed[0].Value.Content.Should().Be(before[0].Value.Content, "its bytes are the same");
        changed[1].Value.Content.Should().NotBe(before[1].Value.Content);
        (await changed[1].Value.Content.OpenAsync(CancellationToken.None)).Should().Equal(images[1].Content);
    }

    [Fact]
    public async Task Bytes_are_fetched_once_for_each_time_that_the_product_was_saved_and_every_reading_tells_the_same_revision()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.ComparePictureBytes = true);
        var product = shop.Server.State.AddProduct();
        shop.Server.State.AddImage(product.Id, Png);
        await shop.OpenAsync();
        var first = (await shop.ReadAsync<ProductImage>()).Single();

        var found = (await shop.FindAsync<ProductImage>(first.Id.Value)).Single();
        var again = (await shop.ReadAsync<ProductImage>()).Single();

        new[] { found, again }.Should().OnlyContain(image => image.Value.Content.Equals(first.Value.Content));
        Downloads(shop).Should().Be(1);
    }

    [Fact]
    public async Task Picture_whose_file_is_gone_keeps_its_number_and_stops_nothing()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.ComparePictureBytes = true);
        var product = shop.Server.State.AddProduct();
        var image = shop.Server.State.AddImage(product.Id, Png);
        await shop.OpenAsync();
        shop.Server.Faults.Add(new ErpSync.Sandbox.Fault(ErpSync.Sandbox.FaultKind.TruncatedBody) { PathContains = $"images/products/{product.Id}/{image.Id}", Times = 20 });

        var results = await shop.Connector.Get<IReader<ProductImage>>().ReadAsync(CancellationToken.None).ToListAsync();

        results.Should().ContainSingle();
    }

    [Fact]
    public async Task Bytes_cost_no_request_unless_they_are_asked_for()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        shop.Server.State.AddImage(product.Id, Png);
        await shop.OpenAsync();

        await shop.ReadAsync<ProductImage>();

        Downloads(shop).Should().Be(0);
    }

    private static int Downloads(Shop shop) => shop.Server.Requests.Snapshot().Count(request => request.Path.Contains("/images/products/", StringComparison.Ordinal));
}
