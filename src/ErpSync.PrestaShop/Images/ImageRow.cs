using System.Globalization;

namespace ErpSync.PrestaShop.Images;

/// <summary>The pictures of products. A picture is known by its product and its own number, <c>12/345</c>: the number changes when another picture takes its place, so that one that stays is never sent again.</summary>
internal static class ImageRow
{
    /// <summary>The fields of a product with all its pictures, in their order.</summary>
    public const string Fields = "[id,id_default_image,reference,date_upd,images[id]]";

    /// <summary>The cover; 0 when the product has none.</summary>
    public static long Cover(WireRow row) => row.Whole("id_default_image") ?? 0;

    /// <summary>The pictures of a product: the cover first, then the others in the shop's order.</summary>
    public static IReadOnlyList<long> Ordered(WireRow row)
    {
        var cover = Cover(row);
        var images = row.Association("images").Select(image => image.Id).ToList();
        return images.Remove(cover) ? [cover, .. images] : images;
    }

    /// <summary>The id of a picture.</summary>
    public static RemoteId Id(long product, long image) => new(string.Create(CultureInfo.InvariantCulture, $"{product}/{image}"));

    /// <summary>The product and the picture that an id names; null when it names none.</summary>
    public static (long Product, long Image)? Parse(RemoteId id) =>
        id.Value.Split('/') is [var product, var image] && Rows.Number(new RemoteId(product)) is > 0 and var owner && Rows.Number(new RemoteId(image)) is > 0 and var number ? (owner, number) : null;

    /// <summary>The pictures of a product as a resource.</summary>
    public static string Resource(long product) => "images/products/" + product.ToString(CultureInfo.InvariantCulture);

    /// <summary>The address of the pictures of a product.</summary>
    public static string Pictures(long product) => "api/" + Resource(product);

    /// <summary>The address of a picture.</summary>
    public static string Path(long product, long image) => string.Create(CultureInfo.InvariantCulture, $"api/images/products/{product}/{image}");
}
