using System.Text;
using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Files beside pictures: read, sent, not sent again when unchanged, taken away.</summary>
public sealed class AttachmentTests
{
    private static readonly byte[] Sheet = Encoding.UTF8.GetBytes("A data sheet");
    private static readonly byte[] Other = Encoding.UTF8.GetBytes("A data shoot");
    private static readonly Order Small = Trade.Order(Trade.Line(1, 2, 10));

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task File_of_a_product_is_sent_once_and_again_only_when_its_content_changed(string version)
    {
        await using var erp = await Trade.StartAsync(server: server => server.Version = version);
        var owner = new RemoteId("1");

        (await PutAsync<Product>(erp, owner, "sheet.pdf", Sheet)).Should().Be(new AttachmentWrite("sheet.pdf", true));
        (await PutAsync<Product>(erp, owner, "sheet.pdf", Sheet)).Should().Be(new AttachmentWrite("sheet.pdf", false));
        (await PutAsync<Product>(erp, owner, "sheet.pdf", Other)).WasSent.Should().BeTrue("the same size is not the same content");

        Uploads(erp).Should().Be(2);
        var file = (await ListAsync<Product>(erp, owner)).Single();
        (file.FileName, file.MediaType, file.Size).Should().Be(("sheet.pdf", "application/pdf", (long)Other.Length));
        (await file.OpenAsync(CancellationToken.None)).Should().Equal(Other);
    }

    [Fact]
    public async Task Pictures_of_a_product_are_no_attachments_and_attachments_no_pictures()
    {
        await using var erp = await Trade.StartAsync(seed: state =>
        {
            state.AddDocument(1, "front.png", Sheet);
            state.AddDocument(1, "sheet.pdf", Sheet);
        });

        (await ListAsync<Product>(erp, new RemoteId("1"))).Select(file => file.FileName).Should().Equal("sheet.pdf");
        (await erp.RecordsAsync<ProductImage>()).Select(image => image.Value.Content.FileName).Should().Equal("front.png");
        (await erp.Connector.Get<IAttachmentWriter<Product>>().DeleteAttachmentAsync(new RemoteId("1"), "front.png", CancellationToken.None)).Should().BeFalse();
        erp.State.Documents.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("photo été (1).txt", "photo ete (1).txt")]
    [InlineData("tool.php", "tool.php.noexe")]
    [InlineData("a:b?.csv", "a_b_.csv")]
    public async Task Name_that_is_stored_otherwise_is_told_and_recognised_the_next_time(string sent, string stored)
    {
        await using var erp = await Trade.StartAsync();

        (await PutAsync<Product>(erp, new RemoteId("1"), sent, Sheet)).FileName.Should().Be(stored);
        (await PutAsync<Product>(erp, new RemoteId("1"), sent, Sheet)).WasSent.Should().BeFalse("a program is not in the index of files, and is compared by content");
    }

    [Fact]
    public async Task Files_of_orders_and_invoices_are_kept_beside_their_pdf()
    {
        await using var erp = await Trade.StartAsync();
        var order = (await erp.CreateAsync(Small)).Written();
        var invoice = (await erp.CreateAsync(Trade.Invoice(Small), "main:shop:x:2")).Written();
        await using (await erp.Connector.Get<IPdfOpener<Invoice>>().OpenPdfAsync(invoice, CancellationToken.None))
        {
            (await PutAsync<Order>(erp, order, "terms.txt", Sheet)).WasSent.Should().BeTrue();
            (await PutAsync<Invoice>(erp, invoice, "receipt.txt", Sheet)).WasSent.Should().BeTrue();
        }

        (await PutAsync<Invoice>(erp, invoice, "receipt.txt", Sheet)).WasSent.Should().BeFalse();
        (await ListAsync<Order>(erp, order)).Select(file => file.FileName).Should().Equal("terms.txt");
        (await ListAsync<Invoice>(erp, invoice)).Select(file => file.FileName).Should().Equal(["receipt.txt"], "the PDF is opened as such");
        (await (await ListAsync<Order>(erp, order))[0].OpenAsync(CancellationToken.None)).Should().Equal(Sheet);
        (await erp.Connector.Get<IAttachmentWriter<Order>>().DeleteAttachmentAsync(order, "terms.txt", CancellationToken.None)).Should().BeTrue();
        (await erp.Connector.Get<IAttachmentWriter<Order>>().DeleteAttachmentAsync(order, "terms.txt", CancellationToken.None)).Should().BeFalse();
        (await ListAsync<Order>(erp, order)).Should().BeEmpty("an empty list is a 404");
    }

    [Fact]
    public async Task Upload_whose_answer_is_lost_is_not_sent_again()
    {
        await using var erp = await Trade.StartAsync();
        erp.Server.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "POST", PathContains = "upload" });

        (await FluentActions.Invoking(() => PutAsync<Product>(erp, new RemoteId("1"), "sheet.pdf", Sheet)).Should().ThrowAsync<ConnectorException>()).Which.Problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);
        (await PutAsync<Product>(erp, new RemoteId("1"), "sheet.pdf", Sheet)).WasSent.Should().BeFalse();

        erp.State.Documents.Should().ContainSingle();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x.txt")]
    [InlineData("a/b.txt")]
    [InlineData("<x>.txt")]
    [InlineData(".htaccess")]
    public async Task Name_that_could_leave_its_folder_is_refused_before_anything_is_sent(string name)
    {
        await using var erp = await Trade.StartAsync();

        (await FluentActions.Invoking(() => PutAsync<Product>(erp, new RemoteId("1"), name, Sheet)).Should().ThrowAsync<ConnectorException>()).Which.Problem.Code.Should().Be("dolibarr.file-name");
        erp.Server.Requests.Snapshot().Should().BeEmpty();
    }

    [Fact]
    public async Task Empty_file_is_refused_and_a_missing_owner_is_named()
    {
        await using var erp = await Trade.StartAsync();

        (await FluentActions.Invoking(() => PutAsync<Product>(erp, new RemoteId("1"), "x.txt", [])).Should().ThrowAsync<ConnectorException>()).Which.Problem.Code.Should().Be("dolibarr.file-empty");
        (await FluentActions.Invoking(() => PutAsync<Order>(erp, new RemoteId("99"), "x.txt", Sheet)).Should().ThrowAsync<ConnectorException>()).Which.Problem.Should().BeEquivalentTo(new { Kind = ProblemKind.NotFound, EntityKind = EntityKind.Order, Id = new RemoteId("99") });
        erp.Connector.Find<IAttachmentWriter<Shipment>>().Should().BeNull("the API uploads no files of shipments");
    }

    private static int Uploads(Erp erp) => erp.Server.Requests.Snapshot().Count(request => request.Path.EndsWith("upload", StringComparison.Ordinal));

    private static Task<AttachmentWrite> PutAsync<T>(Erp erp, RemoteId owner, string name, byte[] content)
        where T : class, IEntity => erp.Connector.Get<IAttachmentWriter<T>>().PutAttachmentAsync(owner, name, content, CancellationToken.None);

    private static Task<IReadOnlyList<Attachment>> ListAsync<T>(Erp erp, RemoteId owner)
        where T : class, IEntity => erp.Connector.Get<IAttachmentReader<T>>().ListAttachmentsAsync(owner, CancellationToken.None);
}
