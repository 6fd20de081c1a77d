using System.Globalization;
using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Images;

/// <summary>Reads all pictures of products: all, those of products that were saved since, listed, by id and by owner. The picture itself is fetched when somebody asks for it.</summary>
internal sealed class ImageReader(PrestaShopClient client, ShopSession session)
    : IReader<ProductImage>, IChangeReader<ProductImage>, ILister<ProductImage>, IFinder<ProductImage>, IOwnedFinder<ProductImage>
{
    private const string CombinationFields = "[id,id_product,images[id]]";

    private readonly PictureBytes _bytes = new(client);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<ProductImage>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.ShopAsync(cancellationToken);
        await foreach (var result in WalkAsync(All, await AllVariantsAsync(cancellationToken), cancellationToken))
            yield return result;
    }

    /// <inheritdoc/>
    public Task<string> TakeCursorAsync(CancellationToken cancellationToken) => session.CursorAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<ProductImage>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Pictures have no date; a product that somebody saved brings all of its own along, whatever changed.
        var shop = await session.ShopAsync(cancellationToken);
        var range = ChangedSince.Range(session.Instant(cursor), shop.Zone);
        if (session.Memory.ChangedProducts is { } known && known.Cover(range))
        {
            // The products were asked the same in this run: mostly nothing changed, and then nothing is asked.
            await foreach (var result in OfAsync(known.Ids, cancellationToken))
                yield return result;
            yield break;
        }

        var listing = new Listing(Products.ProductRow.Resource, ImageRow.Fields) { Filter = query => query.Where("state", "1").With("filter[date_upd]", range).With("date", "1") };
        var rows = new List<JsonItem<WireRow>>();
        await foreach (var item in listing.ReadAsync(client, cancellationToken))
            rows.Add(item);
        var variants = await VariantsOfAsync(rows, cancellationToken);
        foreach (var result in rows.SelectMany(item => Map(item, variants)))
            yield return await _bytes.WithAsync(result, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.ShopAsync(cancellationToken);
        var variants = await AllVariantsAsync(cancellationToken);
        await foreach (var item in All.ReadAsync(client, cancellationToken))
        {
            var row = item.Value ?? throw new ConnectorException(item.Problem!);
            var images = ImageRow.Ordered(row);
            for (var place = 0; place < images.Count; place++)
                yield return new Listed(ImageRow.Id(row.Id, images[place]), StampOf(row, images[place], place, variants));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<ProductImage>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet();
        await foreach (var result in OfAsync(ids.Select(ImageRow.Parse).OfType<(long Product, long Image)>().Select(id => id.Product), cancellationToken))
        {
            if (result.Record is not { } record || wanted.Contains(record.Id))
                yield return result;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<ProductImage>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, CancellationToken cancellationToken) =>
        OfAsync(Rows.Numbers(owners.Where(owner => owner.Kind == EntityKind.Product).Select(owner => owner.Id)), cancellationToken);

    /// <summary>The rows of products with their pictures, as they are now.</summary>
    public async Task<IReadOnlyDictionary<long, WireRow>> RowsAsync(IEnumerable<long> products, CancellationToken cancellationToken) =>
        (await Rows.ListAsync(client, Products.ProductRow.Resource, ImageRow.Fields, "id", products, cancellationToken)).ToDictionary(row => row.Id);

    private static Listing All => new(Products.ProductRow.Resource, ImageRow.Fields) { Filter = query => query.Where("state", "1") };

    private async IAsyncEnumerable<ReadResult<ProductImage>> OfAsync(IEnumerable<long> products, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new List<JsonItem<WireRow>>();
        await foreach (var item in Rows.FindAsync(client, Products.ProductRow.Resource, ImageRow.Fields, "id", products, cancellationToken))
            rows.Add(item);
        var variants = await VariantsOfAsync(rows, cancellationToken);
        foreach (var result in rows.SelectMany(item => Map(item, variants)))
            yield return await _bytes.WithAsync(result, cancellationToken);
    }

    private async IAsyncEnumerable<ReadResult<ProductImage>> WalkAsync(Listing listing, ILookup<long, long> variants, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in listing.ReadAsync(client, cancellationToken))
        {
            foreach (var result in Map(item, variants))
                yield return await _bytes.WithAsync(result, cancellationToken);
        }
    }

    // Combinations that were read before in the run told it; else one listing of them does.
    private async Task<ILookup<long, long>> AllVariantsAsync(CancellationToken cancellationToken)
    {
        var book = session.Memory.Pictures;
        if (!book.IsComplete)
        {
            await foreach (var item in new Listing("combinations", CombinationFields).ReadAsync(client, cancellationToken))
            {
                if (item.Value is { } row)
                    book.Note([row]);
            }

            book.IsComplete = true;
        }

        return book.ByPicture();
    }

    // Fresh ones, because what is read so is about to be written. A product without pictures has none that its combinations could show.
    private async Task<ILookup<long, long>> VariantsOfAsync(IEnumerable<JsonItem<WireRow>> products, CancellationToken cancellationToken)
    {
        var book = new PictureBook();
        var owners = products.Select(item => item.Value).OfType<WireRow>().Where(row => row.Association("images").Count > 0).Select(row => row.Id).ToList();
        if (owners.Count > 0)
            book.Note(await Rows.ListAsync(client, "combinations", CombinationFields, "id_product", owners, cancellationToken));
        return book.ByPicture();
    }

    private IEnumerable<ReadResult<ProductImage>> Map(JsonItem<WireRow> item, ILookup<long, long> variants)
    {
        if (item.Value is not { } row)
            return [ReadResult<ProductImage>.Bad(item.Problem! with { EntityKind = ProductImage.Kind })];
        return ImageRow.Ordered(row).Select((image, place) => Rows.Map(item, client.Connection, one => Read(one, image, place, variants)));
    }

    private Remote<ProductImage> Read(WireRow row, long image, int place, ILookup<long, long> variants)
    {
        var number = image.ToString(CultureInfo.InvariantCulture);
        var record = new ProductImage
        {
            Owner = new Ref(EntityKind.Product, RemoteId.From(row.Id)),
            IsCover = ImageRow.Cover(row) == image,
            Position = place,
            Variants = RefSet.From(variants[image].Select(id => new Ref(EntityKind.ProductVariant, RemoteId.From(id)))),
            Content = new ImageContent(number, "", number + ".jpg") { OpenAsync = token => client.DownloadAsync(ImageRow.Path(row.Id, image), token) },
        };
        return new Remote<ProductImage>(ImageRow.Id(row.Id, image), record) { Stamp = StampOf(row, image, place, variants), Label = row.Filled("reference"), Native = row };
    }

    private static string StampOf(WireRow row, long image, int place, ILookup<long, long> variants) => Stamp.Of(
        "i2",
        image.ToString(CultureInfo.InvariantCulture),
        ImageRow.Cover(row) == image ? "1" : "0",
        place.ToString(CultureInfo.InvariantCulture),
        string.Join(',', variants[image].Order()));
}
