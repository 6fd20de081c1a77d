using System.Globalization;
using System.Net.Http.Headers;
using System.Xml.Linq;

namespace ErpSync.PrestaShop.Images;

/// <summary>Sends pictures, one by one: there is no other way. After an answer that was lost it looks which picture the product has more than before.</summary>
internal sealed class ImageUploader(PrestaShopClient client, ShopSession session, ImageReader reader)
{
    private readonly UploadBook _uploads = new();

    /// <summary>Sends a picture to a product.</summary>
    /// <param name="product">The product with its pictures so far.</param>
    /// <param name="bytes">The picture.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>The picture's id, and whether the shop made it the cover; null when the answer does not tell.</returns>
    public async Task<(long Image, bool? IsCover)> SendAsync(ProductPictures product, byte[] bytes, CancellationToken cancellationToken)
    {
        DemandTakes(PictureFormat.Of(bytes).MediaType, await session.ShopAsync(cancellationToken));
        var (image, isCover) = await TrySendAsync(product, bytes, cancellationToken);
        _uploads.Note(image, UploadBook.Hash(bytes));
        product.Add(image);
        if (isCover == true)
            product.Cover = image;
        return (image, isCover);
    }

    /// <summary>Shops take JPEG, PNG and GIF, and WebP from 8.0 on: an upload of anything else would only be refused.</summary>
    private static void DemandTakes(string mediaType, ShopData shop)
    {
        if (mediaType != "image/avif" && (mediaType != "image/webp" || shop.TakesWebp))
            return;
        throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, PrestaShopCodes.ImageRefused, $"PrestaShop {shop.Version} takes no pictures of the type {mediaType}.") { Remedy = "Give the picture as JPEG or PNG in the other system." });
    }

    /// <summary>True when the shop has this very picture already: it was made of these bytes, or it is served as these bytes.</summary>
    public async Task<bool> HasAsync(long product, long image, byte[] bytes, CancellationToken cancellationToken)
    {
        var hash = UploadBook.Hash(bytes);
        if (_uploads.IsOf(image, hash))
            return true;
        if (!UploadBook.Hash(await client.DownloadAsync(ImageRow.Path(product, image), cancellationToken)).Equals(hash, StringComparison.Ordinal))
            return false;
        _uploads.Note(image, hash);
        return true;
    }

    private async Task<(long Image, bool? IsCover)> TrySendAsync(ProductPictures product, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            // With XML output: the JSON answer of an upload is the bare picture, without its id.
            var answer = await client.UploadAsync(ImageRow.Pictures(product.Product), Content(bytes), cancellationToken);
            if (ImageIn(answer) is { } id)
                return (id, answer.Root?.Element("image")?.Element("cover")?.Value is { } cover ? cover == "1" : null);
        }
        catch (ConnectorException unknown) when (unknown.Problem.Kind == ProblemKind.OutcomeUnknown)
        {
            var now = await reader.RowsAsync([product.Product], cancellationToken);
            if (now.TryGetValue(product.Product, out var row) && ImageRow.Ordered(row).Except(product.Images).ToList() is [var only])
                return (only, ImageRow.Cover(row) == only);
            throw;
        }

        throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, PrestaShopCodes.ValueUnreadable, "The shop took the picture and did not tell its id."));
    }

    private static long? ImageIn(XDocument answer) =>
        long.TryParse(answer.Root?.Element("image")?.Element("id")?.Value, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static Func<HttpContent> Content(byte[] bytes)
    {
        var (mediaType, ending) = PictureFormat.Of(bytes);
        return () =>
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            return new MultipartFormDataContent { { file, "image", "picture" + ending } };
        };
    }
}
