namespace ErpSync.PrestaShop.Tests;

public sealed class CoverTraps
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly byte[] Other = [.. Png, 0];

    [Fact]
    public async Task A_replaced_cover_stays_with_the_combinations_that_showed_it()
    {
        await using var shop = await Shop.StartAsync();
        var (_, values) = shop.Server.State.AddOption("Size", "S");
        var product = shop.Server.State.AddProduct();
        var image = shop.Server.State.AddImage(product.Id, Png);
        var combination = shop.Server.State.AddCombination(product.Id, c => c.OptionValueIds = [values[0].Id]);
        combination.ImageIds = [image.Id];
        await shop.OpenAsync();
        var current = (await shop.ReadAsync<ProductImage>()).Single();
        var wanted = current.Value with { Content = new ImageContent("other", "image/png", "b.png") { OpenAsync = _ => Task.FromResult(Other) } };

        var id = (await shop.UpdateAsync((current, wanted, [nameof(ProductImage.Content)])))[0].Id();

        var read = (await shop.FindAsync<ProductImage>(id.Value)).Single();
        read.Id.Should().NotBe(current.Id, "pictures have no date: another number tells that it is another picture");
        read.Value.IsCover.Should().BeTrue();
        read.Value.Variants.Should().Equal(new Ref(EntityKind.ProductVariant, RemoteId.From(combination.Id)));
        read.Value.Content.Revision.Should().NotBe(current.Value.Content.Revision);
        shop.Server.State.Combinations.Single(c => c.Id == combination.Id).ImageIds.Select(id => id.ToString()).Should().Equal(read.Value.Content.Revision);
        shop.Server.State.Images.Count(one => one.ProductId == product.Id).Should().Be(1);
        (await read.Value.Content.OpenAsync(CancellationToken.None)).Should().NotBeEmpty();
    }
}
