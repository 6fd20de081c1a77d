using System.Xml.Linq;

namespace ErpSync.PrestaShop.Images;

/// <summary>
/// Uploads, replaces, re-covers and deletes the pictures of products. New pictures of a product are sent in the order of their places, because the shop appends them and no request changes the order later.
/// </summary>
internal sealed class ImageWriter(PrestaShopClient client, ShopSession session, ImageReader reader) : ICreator<ProductImage>, IUpdater<ProductImage>, IDeleter<ProductImage>
{
    private readonly ImageUploader _uploader = new(client, session, reader);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<ProductImage>>> CreateAsync(IReadOnlyList<Creation<ProductImage>> batch, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(batch.Select(creation => Owner(creation.Value)), cancellationToken);
        var results = new WriteResult<ProductImage>[batch.Count];
        var order = Enumerable.Range(0, batch.Count).OrderBy(place => Owner(batch[place].Value)).ThenBy(place => !batch[place].Value.IsCover).ThenBy(place => batch[place].Value.Position);
        foreach (var place in order)
            results[place] = await TryAsync(() => CreateAsync(batch[place].Value, rows, cancellationToken), null);
        return results;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<ProductImage>>> UpdateAsync(IReadOnlyList<Revision<ProductImage>> batch, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(batch.Select(revision => ImageRow.Parse(revision.Current.Id)?.Product ?? 0), cancellationToken);
        var results = new List<WriteResult<ProductImage>>(batch.Count);
        foreach (var revision in batch)
            results.Add(await TryAsync(() => UpdateAsync(revision, rows, cancellationToken), revision.Current.Id));
        return await WithStoredAsync(batch, results, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<ProductImage>>> DeleteAsync(IReadOnlyList<Remote<ProductImage>> batch, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(batch.Select(record => ImageRow.Parse(record.Id)?.Product ?? 0), cancellationToken);
        var going = batch.Select(record => ImageRow.Parse(record.Id)?.Image ?? 0).ToHashSet();
        var results = new List<WriteResult<ProductImage>>(batch.Count);
        foreach (var record in batch)
            results.Add(await TryAsync(() => DeleteAsync(record.Id, rows, going, cancellationToken), record.Id));
        return results;
    }

    // A replaced picture has another id, under which nobody would look for it.
    private async Task<IReadOnlyList<WriteResult<ProductImage>>> WithStoredAsync(IReadOnlyList<Revision<ProductImage>> batch, List<WriteResult<ProductImage>> results, CancellationToken cancellationToken)
    {
        var moved = results.Where((result, place) => result is WriteResult<ProductImage>.Written written && written.Id != batch[place].Current.Id).Cast<WriteResult<ProductImage>.Written>().Select(written => written.Id).ToList();
        if (moved.Count == 0)
            return results;
        var stored = new Dictionary<RemoteId, Remote<ProductImage>>();
        await foreach (var result in reader.FindAsync(moved, cancellationToken))
        {
            if (result.Record is { } record)
                stored[record.Id] = record;
        }

        return [.. results.Select(result => result is WriteResult<ProductImage>.Written written && stored.TryGetValue(written.Id, out var record) ? written with { Stored = record } : result)];
    }

    private static long Owner(ProductImage image) => image.Owner is { IsForeign: false } owner && owner.Kind == EntityKind.Product ? Rows.Number(owner.Id) : 0;

    // Fresh rows: which pictures there were before tells which one came of an upload whose answer was lost.
    private async Task<Dictionary<long, ProductPictures>> RowsAsync(IEnumerable<long> products, CancellationToken cancellationToken) =>
        products.Where(id => id > 0).Distinct().ToList() is { Count: > 0 } ids
            ? (await reader.RowsAsync(ids, cancellationToken)).Values.Select(row => new ProductPictures(row)).ToDictionary(pictures => pictures.Product) : [];

    private async Task<RemoteId> CreateAsync(ProductImage image, Dictionary<long, ProductPictures> rows, CancellationToken cancellationToken)
    {
        var product = Owner(image);
        if (!rows.TryGetValue(product, out var row))
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, PrestaShopCodes.OwnerMissing, product == 0 ? "A picture needs a product." : $"There is no product {product}."));
        var (added, isCover) = await _uploader.SendAsync(row, await image.Content.OpenAsync(cancellationToken), cancellationToken);

        // The first picture of a product becomes its cover by itself.
        if (image.IsCover && isCover == false)
            await CoverAsync(row, added, cancellationToken);
        if (image.Variants.Count > 0)
            await CombinationPictures.ShowAsync(client, await CanPatchAsync(cancellationToken), product, added, image.Variants, cancellationToken);
        return ImageRow.Id(product, added);
    }

    private async Task<RemoteId> UpdateAsync(Revision<ProductImage> revision, Dictionary<long, ProductPictures> rows, CancellationToken cancellationToken)
    {
        if (ImageRow.Parse(revision.Current.Id) is not { } id || !rows.TryGetValue(id.Product, out var row) || !row.Images.Contains(id.Image))
            throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, PrestaShopCodes.NotFound, $"The product has no picture {revision.Current.Id} (any more)."));
        var image = id.Image;
        if (revision.Fields.Contains(nameof(ProductImage.Content)))
            image = await ReplaceAsync(row, image, await revision.Wanted.Content.OpenAsync(cancellationToken), cancellationToken);
        if (revision.Fields.Contains(nameof(ProductImage.IsCover)) && revision.Wanted.IsCover)
            await CoverAsync(row, image, cancellationToken);
        if (revision.Fields.Contains(nameof(ProductImage.Variants)))
            await CombinationPictures.ShowAsync(client, await CanPatchAsync(cancellationToken), id.Product, image, revision.Wanted.Variants, cancellationToken);
        return ImageRow.Id(id.Product, image);
    }

    // A new picture takes the place of the old one: pictures have no date, so that only another id tells of the change.
    private async Task<long> ReplaceAsync(ProductPictures row, long image, byte[] bytes, CancellationToken cancellationToken)
    {
        if (await _uploader.HasAsync(row.Product, image, bytes, cancellationToken))
            return image;
        var (added, isCover) = await _uploader.SendAsync(row, bytes, cancellationToken);
        if (row.Cover == image && isCover != true)
            await CoverAsync(row, added, cancellationToken);
        await CombinationPictures.ReplaceAsync(client, await CanPatchAsync(cancellationToken), row.Product, image, added, cancellationToken);
        await RemoveAsync(row, image, cancellationToken);
        return added;
    }

    private async Task<RemoteId> DeleteAsync(RemoteId id, Dictionary<long, ProductPictures> rows, HashSet<long> going, CancellationToken cancellationToken)
    {
        if (ImageRow.Parse(id) is not { } place || !rows.TryGetValue(place.Product, out var row) || !row.Images.Contains(place.Image))
            return id;
        await RemoveAsync(row, place.Image, cancellationToken);

        // A product without a cover shows none of its pictures in lists.
        var staying = row.Images.Where(image => !going.Contains(image)).ToList();
        if (row.Cover == place.Image && staying.Count > 0)
            await CoverAsync(row, staying[0], cancellationToken);
        return id;
    }

    private async Task CoverAsync(ProductPictures row, long image, CancellationToken cancellationToken)
    {
        var record = new XElement("product", XmlBody.Value("id", row.Product), XmlBody.Value("id_default_image", image));
        await Changes.SendAsync(client, await CanPatchAsync(cancellationToken), Products.ProductRow.Resource, [record], cancellationToken);
        row.Cover = image;
    }

    private async Task<bool> CanPatchAsync(CancellationToken cancellationToken) => (await session.ShopAsync(cancellationToken)).CanPatch;

    // Gone is gone.
    private async Task RemoveAsync(ProductPictures row, long image, CancellationToken cancellationToken)
    {
        row.Remove(image);
        try
        {
            await client.DeleteAsync(ImageRow.Resource(row.Product), [image], cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind == ProblemKind.NotFound)
        {
            // Somebody else was faster.
        }
    }

    private async Task<WriteResult<ProductImage>> TryAsync(Func<Task<RemoteId>> write, RemoteId? id)
    {
        try
        {
            return new WriteResult<ProductImage>.Written(await write());
        }
        catch (ConnectorException fault)
        {
            return new WriteResult<ProductImage>.Failed(WriteFaults.For<ProductImage>(fault.Problem, id) with { Connection = fault.Problem.Connection ?? client.Connection });
        }
    }
}
