using System.Globalization;
using System.Net.Http.Headers;
using System.Xml.Linq;

namespace ErpSync.PrestaShop.Images;

/// <summary>Uploads, replaces and deletes the covers of products, one by one: there is no other way.</summary>
internal sealed class ImageWriter(PrestaShopClient client, ImageReader reader) : ICreator<ProductImage>, IUpdater<ProductImage>, IDeleter<ProductImage>
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteResult<ProductImage>>> CreateAsync(IReadOnlyList<Creation<ProductImage>> batch, CancellationToken cancellationToken) =>
        EachAsync(batch, creation => CreateAsync(creation.Value, cancellationToken), _ => null);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteResult<ProductImage>>> UpdateAsync(IReadOnlyList<Revision<ProductImage>> batch, CancellationToken cancellationToken) =>
        EachAsync(batch, revision => ReplaceAsync(revision, cancellationToken), revision => revision.Current.Id);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteResult<ProductImage>>> DeleteAsync(IReadOnlyList<Remote<ProductImage>> batch, CancellationToken cancellationToken) =>
        EachAsync(batch, record => DeleteAsync(record, cancellationToken), record => record.Id);

    private async Task<RemoteId> CreateAsync(ProductImage image, CancellationToken cancellationToken)
    {
        var product = Rows.Number(image.Owner.Id);
        if (image.Owner.Kind != EntityKind.Product || product == 0)
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, PrestaShopCodes.OwnerMissing, "A cover needs a product."));
        var content = await ContentAsync(image.Content, cancellationToken);
        XDocument answer;
        try
        {
            answer = await client.UploadAsync(string.Create(CultureInfo.InvariantCulture, $"api/images/products/{product}"), content, cancellationToken);
        }
        catch (ConnectorException unknown) when (unknown.Problem.Kind == ProblemKind.OutcomeUnknown)
        {
            // The product had no cover; has it one now, it is this one.
            if (await ImageOfAsync(product, cancellationToken) == 0)
                throw;
            return ImageRow.Id(product);
        }

        var stored = answer.Root?.Element("image");
        if (stored?.Element("cover")?.Value is not ("1" or null) && long.TryParse(stored.Element("id")?.Value, CultureInfo.InvariantCulture, out var id))
            await client.PatchAsync(Products.ProductRow.Resource, [new XElement("product", XmlBody.Value("id", product), XmlBody.Value("id_default_image", id))], cancellationToken);
        return ImageRow.Id(product);
    }

    // A picture that is replaced keeps its id, its legend and its combinations.
    private async Task<RemoteId> ReplaceAsync(Revision<ProductImage> revision, CancellationToken cancellationToken)
    {
        var (product, image) = await PlaceAsync(revision.Current, cancellationToken);
        if (!revision.Fields.Contains(nameof(ProductImage.Content)))
            return revision.Current.Id;
        var content = await ContentAsync(revision.Wanted.Content, cancellationToken);
        await client.UploadAsync(ImageRow.Path(product, image) + "?ps_method=PUT", content, cancellationToken);
        return revision.Current.Id;
    }

    private async Task<RemoteId> DeleteAsync(Remote<ProductImage> record, CancellationToken cancellationToken)
    {
        try
        {
            var (product, image) = await PlaceAsync(record, cancellationToken);
            await client.DeleteAsync(string.Create(CultureInfo.InvariantCulture, $"images/products/{product}"), [image], cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind == ProblemKind.NotFound)
        {
            // Gone is gone.
        }

        return record.Id;
    }

    private async Task<(long Product, long Image)> PlaceAsync(Remote<ProductImage> record, CancellationToken cancellationToken)
    {
        var product = ImageRow.Product(record.Id) ?? 0;
        var image = record.Native is WireRow row ? ImageRow.Image(row) : await ImageOfAsync(product, cancellationToken);
        return image > 0 ? (product, image) : throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, PrestaShopCodes.NotFound, "The product has no cover (any more)."));
    }

    private async Task<long> ImageOfAsync(long product, CancellationToken cancellationToken)
    {
        await foreach (var result in reader.FindAsync([ImageRow.Id(product)], cancellationToken))
        {
            if (result.Record is { Native: WireRow row })
                return ImageRow.Image(row);
        }

        return 0;
    }

    private static async Task<Func<HttpContent>> ContentAsync(ImageContent content, CancellationToken cancellationToken)
    {
        var bytes = await content.OpenAsync(cancellationToken);
        return () =>
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue(content.MediaType.Length > 0 ? content.MediaType : "image/jpeg");
            return new MultipartFormDataContent { { file, "image", "cover" + Ending(content.MediaType) } };
        };
    }

    private static string Ending(string mediaType) => mediaType switch
    {
        "image/png" => ".png",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        _ => ".jpg",
    };

    private async Task<IReadOnlyList<WriteResult<ProductImage>>> EachAsync<TItem>(IReadOnlyList<TItem> batch, Func<TItem, Task<RemoteId>> write, Func<TItem, RemoteId?> id)
    {
        var results = new List<WriteResult<ProductImage>>(batch.Count);
        foreach (var item in batch)
        {
            try
            {
                results.Add(new WriteResult<ProductImage>.Written(await write(item)));
            }
            catch (ConnectorException fault)
            {
                results.Add(new WriteResult<ProductImage>.Failed(WriteFaults.For<ProductImage>(fault.Problem, id(item)) with { Connection = fault.Problem.Connection ?? client.Connection }));
            }
        }

        return results;
    }
}
