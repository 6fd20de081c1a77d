namespace ErpSync.Dolibarr;

/// <summary>The pictures of products: list, download. One request per product; there is no list of the files of several.</summary>
internal sealed class ImageFiles(DolibarrClient client)
{
    private const string Cover = "cover";

    /// <summary>The id of a product's cover: the product's id and the word cover, so that it stays when the picture is replaced.</summary>
    public static RemoteId CoverId(long product) => new($"{JsonValues.Invariant(product)}/{Cover}");

    /// <summary>The id of another picture: the product's id and the file's name.</summary>
    public static RemoteId FileId(long product, string name) => new($"{JsonValues.Invariant(product)}/file/{name}");

    /// <summary>The product of a picture's id; null when the id is not of these forms.</summary>
    public static long? ProductOf(RemoteId id)
    {
        var parts = id.Value.Split('/');
        return parts is [_, Cover] or [_, "file", _] ? Numbers.Of(new RemoteId(parts[0])) : null;
    }

    /// <summary>The pictures of a product as records, the cover first.</summary>
    public async Task<IReadOnlyList<Remote<ProductImage>>> RecordsAsync(long product, CancellationToken cancellationToken)
    {
        var pictures = DocumentRow.Pictures(await ListAsync(product, cancellationToken));
        return [.. pictures.Select((picture, place) => Record(product, picture, place))];
    }

    /// <summary>One picture as record; null when there is none such.</summary>
    public async Task<Remote<ProductImage>?> RecordAsync(RemoteId id, CancellationToken cancellationToken) => ProductOf(id) is { } product
        ? (await RecordsAsync(product, cancellationToken)).FirstOrDefault(record => record.Id == id)
        : null;

    public async Task<IReadOnlyList<DocumentRow>> ListAsync(long product, CancellationToken cancellationToken)
    {
        var list = await client.ListAsync($"documents?modulepart=product&id={JsonValues.Invariant(product)}", cancellationToken);
        return [.. list.Select(DocumentRow.Read).OfType<DocumentRow>()];
    }

    private Remote<ProductImage> Record(long product, DocumentRow picture, int place) => new(place == 0 ? CoverId(product) : FileId(product, picture.Name), new ProductImage
    {
        Owner = new Ref(EntityKind.Product, RemoteId.From(product)),
        IsCover = place == 0,
        Position = place,
        Content = new ImageContent(picture.Revision, picture.MediaType ?? "", picture.Name) { OpenAsync = token => DownloadAsync(picture, token) },
    })
    {
        Label = picture.File,
        Native = picture,
    };

    private Task<byte[]> DownloadAsync(DocumentRow document, CancellationToken cancellationToken) => FileContent.DownloadAsync(client, "product", document, ProductImage.Kind, cancellationToken);
}
