using System.Globalization;
using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Images;

/// <summary>Reads the covers of products: all, listed and by id. The picture itself is fetched when somebody asks for it.</summary>
internal sealed class ImageReader(PrestaShopClient client, ShopSession session) : IReader<ProductImage>, ILister<ProductImage>, IFinder<ProductImage>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<ProductImage>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.ShopAsync(cancellationToken);
        await foreach (var item in All.ReadAsync(client, cancellationToken))
        {
            if (Map(item) is { } result)
                yield return result;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await session.ShopAsync(cancellationToken);
        await foreach (var item in All.ReadAsync(client, cancellationToken))
        {
            var row = item.Value ?? throw new ConnectorException(item.Problem!);
            if (ImageRow.Image(row) is > 0 and var image)
                yield return new Listed(ImageRow.Id(row.Id), ImageRow.StampOf(image));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<ProductImage>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var products = ids.Select(ImageRow.Product).OfType<long>();
        await foreach (var item in Rows.FindAsync(client, Products.ProductRow.Resource, ImageRow.Full, "id", products, cancellationToken))
        {
            if (Map(item) is { } result)
                yield return result;
        }
    }

    private static Listing All => new(Products.ProductRow.Resource, ImageRow.Listed) { Filter = query => query.Where("state", "1") };

    private ReadResult<ProductImage>? Map(JsonItem<WireRow> item) =>
        item.Value is { } row && row.Filled("id_default_image") is null or "0" ? null : Rows.Map(item, client.Connection, Read);

    private Remote<ProductImage> Read(WireRow row)
    {
        var image = ImageRow.Image(row);
        var cover = new ProductImage
        {
            Owner = new Ref(EntityKind.Product, RemoteId.From(row.Id)),
            IsCover = true,
            Content = new ImageContent(image.ToString(CultureInfo.InvariantCulture), "", image.ToString(CultureInfo.InvariantCulture) + ".jpg")
            {
                OpenAsync = token => client.DownloadAsync(ImageRow.Path(row.Id, image), token),
            },
        };
        return new Remote<ProductImage>(ImageRow.Id(row.Id), cover) { Stamp = ImageRow.StampOf(image), Label = row.Filled("reference"), Native = row };
    }
}
