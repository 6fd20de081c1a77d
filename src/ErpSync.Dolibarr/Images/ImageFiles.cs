namespace ErpSync.Dolibarr;

/// <summary>The files of products: list, download. One request per product; there is no list of the files of several.</summary>
internal sealed class ImageFiles(DolibarrClient client)
{
    /// <summary>The id of a product's cover: the product's id and the word cover, so that it stays when the picture is replaced.</summary>
    public static RemoteId CoverId(long product) => new($"{JsonValues.Invariant(product)}/cover");

    /// <summary>The product of a cover's id; null when the id is not of that form.</summary>
    public static long? ProductOf(RemoteId id) => id.Value.Split('/') is [var product, "cover"] ? Numbers.Of(new RemoteId(product)) : null;

    /// <summary>The cover of a product as record; null when it has none.</summary>
    public async Task<Remote<ProductImage>?> CoverAsync(long product, CancellationToken cancellationToken)
    {
        var documents = await ListAsync(product, cancellationToken);
        return DocumentRow.Cover(documents) is { } cover ? Record(product, cover) : null;
    }

    public async Task<IReadOnlyList<DocumentRow>> ListAsync(long product, CancellationToken cancellationToken)
    {
        var list = await client.ListAsync($"documents?modulepart=product&id={JsonValues.Invariant(product)}", cancellationToken);
        return [.. list.Select(DocumentRow.Read).OfType<DocumentRow>()];
    }

    private Remote<ProductImage> Record(long product, DocumentRow cover) => new(CoverId(product), new ProductImage
    {
        Owner = new Ref(EntityKind.Product, RemoteId.From(product)),
        IsCover = true,
        Content = new ImageContent(cover.Revision, cover.MediaType ?? "", cover.Name) { OpenAsync = token => DownloadAsync(cover, token) },
    })
    {
        Label = cover.File,
        Native = cover,
    };

    private async Task<byte[]> DownloadAsync(DocumentRow document, CancellationToken cancellationToken)
    {
        var file = await client.GetAsync($"documents/download?modulepart=product&original_file={Uri.EscapeDataString(document.File)}", cancellationToken);
        try
        {
            return Convert.FromBase64String(file.Text("content") ?? "");
        }
        catch (FormatException fault)
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, "dolibarr.file-unreadable", $"The content of {document.File} is not Base64.") { Connection = client.Connection, EntityKind = ProductImage.Kind }, fault);
        }
    }
}
