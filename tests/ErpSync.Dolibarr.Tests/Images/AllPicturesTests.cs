namespace ErpSync.Dolibarr.Tests;

/// <summary>All pictures of a product: the cover and the others.</summary>
public sealed class AllPicturesTests
{
    private static readonly byte[] Front = [0x89, 0x50, 0x4E, 0x47, 1];
    private static readonly byte[] Back = [0x89, 0x50, 0x4E, 0x47, 2];
    private static readonly byte[] Side = [0x89, 0x50, 0x4E, 0x47, 3];

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Pictures_are_read_in_order_and_other_files_are_none(string version)
    {
        await using var erp = await Erp.StartAsync(server: server => server.Version = version);
        var id = Seed(erp);
        erp.State.AddDocument(id, "1.png", Front);
        erp.State.AddDocument(id, "2.png", Back);
        erp.State.AddDocument(id, "manual.pdf", Side);
        erp.State.AddDocument(id, "empty.png", Array.Empty<byte>());
        await erp.OpenAsync();
        var images = await erp.RecordsAsync<ProductImage>();
        images.Select(image => (image.Id.Value, image.Value.IsCover, image.Value.Position)).Should().Equal(($"{id}/cover", true, 0), ($"{id}/file/2.png", false, 1));
        (await images[1].Value.Content.OpenAsync(CancellationToken.None)).Should().Equal(Back);
        (await erp.FindAsync<ProductImage>($"{id}/file/2.png")).Value.Position.Should().Be(1);
    }

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Second_picture_is_written_behind_the_cover_and_not_sent_again(string version)
    {
        await using var erp = await Erp.StartAsync(server: server => server.Version = version);
        var owner = new Ref(EntityKind.Product, RemoteId.From(Seed(erp)));
        await erp.OpenAsync();
        await erp.CreateAsync(Image(owner, 0, Front));
        var second = (WriteResult<ProductImage>.Written)await erp.CreateAsync(Image(owner, 1, Back));
        (second.Stored!.Value.IsCover, second.Stored.Value.Position).Should().Be((false, 1));
        var writes = erp.Server.Requests.Writes;
        await erp.CreateAsync(Image(owner, 1, Back));
        erp.Server.Requests.Writes.Should().Be(writes, "the same content under the same place is there already");
        erp.State.Documents.Should().HaveCount(2);

        var replaced = (WriteResult<ProductImage>.Written)await erp.UpdateAsync(second.Stored, image => image with { Content = Content(Side) }, nameof(ProductImage.Content));
        (await replaced.Stored!.Value.Content.OpenAsync(CancellationToken.None)).Should().Equal(Side);
        erp.State.Documents.Should().HaveCount(2, "the picture that was replaced goes");
        (await erp.RecordsAsync<ProductImage>()).Select(image => image.Value.Position).Should().Equal(0, 1);
    }

    [Fact]
    public async Task Deleted_picture_leaves_the_others()
    {
        await using var erp = await Erp.StartAsync();
        var id = Seed(erp);
        foreach (var (name, bytes) in new[] { ("1.png", Front), ("2.png", Back), ("3.png", Side) })
            erp.State.AddDocument(id, name, bytes);
        await erp.OpenAsync();
        await erp.Connector.Get<IDeleter<ProductImage>>().DeleteAsync([await erp.FindAsync<ProductImage>($"{id}/file/2.png")], CancellationToken.None);
        erp.State.Documents.Select(document => document.Name).Should().Equal("1.png", "3.png");
    }

    [Fact]
    public async Task Picture_changed_in_the_screen_is_named_alone_by_the_sweep()
    {
        await using var erp = await Erp.StartAsync();
        var id = Seed(erp);
        erp.State.AddDocument(id, "1.png", Front);
        var second = erp.State.AddDocument(id, "2.png", Back);
        await erp.OpenAsync();
        await erp.RecordsAsync<ProductImage>();
        var (sweeper, memory) = (erp.Connector.Get<ISweeper<ProductImage>>(), new TestMemory());
        (await sweeper.SweepAsync(memory, 1, CancellationToken.None)).Should().BeEmpty();
        second.Content = Side;
        (await sweeper.SweepAsync(memory, 1, CancellationToken.None)).Select(found => found.Value).Should().Equal($"{id}/file/2.png");
    }

    [Fact]
    public async Task Broken_picture_is_never_sent_as_an_empty_file()
    {
        await using var erp = await Erp.StartAsync();
        var owner = new Ref(EntityKind.Product, RemoteId.From(Seed(erp)));
        await erp.OpenAsync();
        var result = await erp.CreateAsync(Image(owner, 0, []));
        result.Should().BeOfType<WriteResult<ProductImage>.Failed>().Which.Problem.Code.Should().Be("dolibarr.file-empty");
        erp.State.Documents.Should().BeEmpty("Dolibarr stores broken base64 as an empty file and answers 200");
    }

    private static int Seed(Erp erp) => erp.State.AddProduct(product => (product.Ref, product.Label) = ("TS 1", "Shirt")).Id;

    private static ProductImage Image(Ref owner, int position, byte[] bytes) => new() { Owner = owner, IsCover = position == 0, Position = position, Content = Content(bytes) };

    private static ImageContent Content(byte[] bytes) => new("x", "image/png", "b.png") { OpenAsync = _ => Task.FromResult(bytes) };
}
