namespace ErpSync.Dolibarr.Tests;

/// <summary>Cover pictures beyond what the contract checks.</summary>
public sealed class ImageTests
{
    private static readonly byte[] Front = [0x89, 0x50, 0x4E, 0x47, 1];
    private static readonly byte[] Back = [0x89, 0x50, 0x4E, 0x47, 2];

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Written_cover_stands_before_the_pictures_that_were_there(string version)
    {
        await using var erp = await Erp.StartAsync(server: server => server.Version = version);
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("TS 1", "Shirt")).Id;
        erp.State.AddDocument(id, "photo (1).png", Front);
        var old = await erp.FindAsync<ProductImage>($"{id}/cover");
        (await old.Value.Content.OpenAsync(CancellationToken.None)).Should().Equal(Front);

        var content = new ImageContent("x", "image/png", "b.png") { OpenAsync = _ => Task.FromResult(Back) };
        var result = (WriteResult<ProductImage>.Written)await erp.UpdateAsync(old, image => image with { Content = content }, nameof(ProductImage.Content));

        (await result.Stored!.Value.Content.OpenAsync(CancellationToken.None)).Should().Equal(Back);
        erp.State.Documents.Should().HaveCount(2, "the picture that a person put there stays");
        await erp.UpdateAsync(result.Stored, image => image with { Content = content }, nameof(ProductImage.Content));
        erp.State.Documents.Should().HaveCount(2, "the same picture twice is one file");
    }

    [Fact]
    public async Task Picture_put_there_in_the_screen_is_found_by_the_sweep()
    {
        await using var erp = await Erp.StartAsync();
        var ids = Enumerable.Range(1, 3).Select(number => erp.State.AddProduct(product => (product.Ref, product.Label) = ($"P{number}", "Shirt")).Id).ToList();
        erp.State.AddDocument(ids[0], "a.png", Front);
        await erp.OpenAsync();
        (await erp.RecordsAsync<ProductImage>()).Select(image => image.Id.Value).Should().Equal($"{ids[0]}/cover");
        var (sweeper, memory) = (erp.Connector.Get<ISweeper<ProductImage>>(), new TestMemory());
        (await sweeper.SweepAsync(memory, 3, CancellationToken.None)).Should().BeEmpty("the full read saw it");
        erp.State.AddDocument(ids[2], "c.png", Back);
        (await sweeper.SweepAsync(memory, 2, CancellationToken.None)).Should().BeEmpty();
        (await sweeper.SweepAsync(memory, 2, CancellationToken.None)).Select(id => id.Value).Should().Equal($"{ids[2]}/cover");
        sweeper.RequestsPerRound.Should().Be(3);
    }

    [Fact]
    public async Task File_that_is_no_picture_is_no_cover()
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        erp.State.AddDocument(id, "manual.pdf", Front);
        (await erp.TryFindAsync<ProductImage>($"{id}/cover")).Should().BeNull();
    }
}
