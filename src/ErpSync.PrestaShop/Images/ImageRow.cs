using System.Globalization;

namespace ErpSync.PrestaShop.Images;

/// <summary>The cover of a product: a column of the product. The record is the product's place for a cover, so that another picture in it is a change, not another record.</summary>
internal static class ImageRow
{
    /// <summary>The fields of a line of a listing.</summary>
    public const string Listed = "[id,id_default_image,reference]";

    /// <summary>The fields with all pictures of the product, for writes.</summary>
    public const string Full = "[id,id_default_image,reference,images[id]]";

    private const string Suffix = "/cover";

    /// <summary>The picture's id; 0 when the product has no cover.</summary>
    public static long Image(WireRow row) => row.Whole("id_default_image") ?? 0;

    /// <summary>The id of a product's cover, for example <c>12/cover</c>.</summary>
    public static RemoteId Id(long product) => new(product.ToString(CultureInfo.InvariantCulture) + Suffix);

    /// <summary>The product that an id names; null when it names none.</summary>
    public static long? Product(RemoteId id) =>
        id.Value.EndsWith(Suffix, StringComparison.Ordinal) && Rows.Number(new RemoteId(id.Value[..^Suffix.Length])) is > 0 and var product ? product : null;

    /// <summary>All pictures of the product.</summary>
    public static IReadOnlyList<long> All(WireRow row) => [.. row.Association("images").Select(image => image.Id)];

    /// <summary>The pictures of a product as a resource.</summary>
    public static string Resource(long product) => "images/products/" + product.ToString(CultureInfo.InvariantCulture);

    /// <summary>The address of the pictures of a product.</summary>
    public static string Pictures(long product) => "api/" + Resource(product);

    /// <summary>The address of a picture.</summary>
    public static string Path(long product, long image) => string.Create(CultureInfo.InvariantCulture, $"api/images/products/{product}/{image}");

    /// <summary>The stamp: the picture's id.</summary>
    public static string StampOf(long image) => "i1:" + image.ToString(CultureInfo.InvariantCulture);
}
