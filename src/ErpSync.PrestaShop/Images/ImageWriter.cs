using System.Globalization;
using System.Net.Http.Headers;
using System.Xml.Linq;

namespace ErpSync.PrestaShop.Images;

/// <summary>Uploads, replaces and deletes the covers of products, one by one: there is no other way.</summary>
internal sealed class ImageWriter(PrestaShopClient client, ShopSession session, ImageReader reader) : ICreator<ProductImage>, IUpdater<ProductImage>, IDeleter<ProductImage>
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
            answer = await client.UploadAsync(ImageRow.Pictures(product), content, cancellationToken);
        }
        catch (ConnectorException unknown) when (unknown.Problem.Kind == ProblemKind.OutcomeUnknown)
        {
            // The product had no cover; has it one now, it is this one.
            if (await FindRowAsync(product, cancellationToken) is null)
                throw;
            return ImageRow.Id(product);
        }

        // The first picture of a product becomes its cover by itself.
        if (answer.Root?.Element("image")?.Element("cover")?.Value is not ("1" or null) && ImageIn(answer) is { } id)
            await CoverAsync(product, id, cancellationToken);
        return ImageRow.Id(product);
    }

    // A new picture takes the place of the old one: pictures have no date, so that only another id tells of the change.
    private async Task<RemoteId> ReplaceAsync(Revision<ProductImage> revision, CancellationToken cancellationToken)
    {
        var row = await RowAsync(revision.Current, cancellationToken);
        if (!revision.Fields.Contains(nameof(ProductImage.Content)))
            return revision.Current.Id;
        var added = await AddAsync(row, await ContentAsync(revision.Wanted.Content, cancellationToken), cancellationToken);
        await CoverAsync(row.Id, added, cancellationToken);
        await CombinationPictures.ReplaceAsync(client, await CanPatchAsync(cancellationToken), row.Id, ImageRow.Image(row), added, cancellationToken);
        await RemoveAsync(row.Id, ImageRow.Image(row), cancellationToken);
        return revision.Current.Id;
    }

    private async Task<long> AddAsync(WireRow row, Func<HttpContent> content, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.UploadAsync(ImageRow.Pictures(row.Id), content, cancellationToken);
            if (ImageIn(answer) is { } id)
                return id;
        }
        catch (ConnectorException unknown) when (unknown.Problem.Kind == ProblemKind.OutcomeUnknown)
        {
            var known = ImageRow.All(row);
            if (await FindRowAsync(row.Id, cancellationToken) is { } now && ImageRow.All(now).Except(known).ToList() is [var only])
                return only;
            throw;
        }

        throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, PrestaShopCodes.ValueUnreadable, "The shop took the picture and did not tell its id."));
    }

    private async Task CoverAsync(long product, long image, CancellationToken cancellationToken)
    {
        var record = new XElement("product", XmlBody.Value("id", product), XmlBody.Value("id_default_image", image));
        await Changes.SendAsync(client, await CanPatchAsync(cancellationToken), Products.ProductRow.Resource, [record], cancellationToken);
    }

    private async Task<bool> CanPatchAsync(CancellationToken cancellationToken) => (await session.ShopAsync(cancellationToken)).CanPatch;

    private async Task<RemoteId> DeleteAsync(Remote<ProductImage> record, CancellationToken cancellationToken)
    {
        if (await FindOrNullAsync(record, cancellationToken) is { } row && ImageRow.Image(row) is > 0 and var image)
            await RemoveAsync(row.Id, image, cancellationToken);
        return record.Id;
    }

    // Gone is gone.
    private async Task RemoveAsync(long product, long image, CancellationToken cancellationToken)
    {
        try
        {
            await client.DeleteAsync(ImageRow.Resource(product), [image], cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind == ProblemKind.NotFound)
        {
            // Somebody else was faster.
        }
    }

    private async Task<WireRow> RowAsync(Remote<ProductImage> record, CancellationToken cancellationToken) =>
        await FindOrNullAsync(record, cancellationToken) ?? throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, PrestaShopCodes.NotFound, "The product has no cover (any more)."));

    private async Task<WireRow?> FindOrNullAsync(Remote<ProductImage> record, CancellationToken cancellationToken) =>
        record.Native as WireRow ?? await FindRowAsync(ImageRow.Product(record.Id) ?? 0, cancellationToken);

    private async Task<WireRow?> FindRowAsync(long product, CancellationToken cancellationToken)
    {
        await foreach (var result in reader.FindAsync([ImageRow.Id(product)], cancellationToken))
        {
            if (result.Record is { Native: WireRow row })
                return row;
        }

        return null;
    }

    private static long? ImageIn(XDocument answer) =>
        long.TryParse(answer.Root?.Element("image")?.Element("id")?.Value, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static async Task<Func<HttpContent>> ContentAsync(ImageContent content, CancellationToken cancellationToken)
    {
        var bytes = await content.OpenAsync(cancellationToken);
        var (mediaType, ending) = PictureFormat.Of(bytes);
        return () =>
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            return new MultipartFormDataContent { { file, "image", "cover" + ending } };
        };
    }

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
