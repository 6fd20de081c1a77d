using System.Xml.Linq;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Images;

/// <summary>Keeps which pictures the combinations of a product show.</summary>
internal static class CombinationPictures
{
    /// <summary>Replaces a picture in the product's combinations: one request to look, one more where some show it.</summary>
    public static Task ReplaceAsync(PrestaShopClient client, bool canPatch, long product, long old, long added, CancellationToken cancellationToken) =>
        ChangeAsync(client, canPatch, product, (_, pictures) => pictures.Contains(old) ? pictures.Select(id => id == old ? added : id).ToList() : null, cancellationToken);

    /// <summary>Makes exactly these combinations of the product show a picture.</summary>
    public static Task ShowAsync(PrestaShopClient client, bool canPatch, long product, long image, RefSet variants, CancellationToken cancellationToken)
    {
        var wanted = Rows.Numbers(variants.Where(variant => variant.Kind == EntityKind.ProductVariant && !variant.IsForeign).Select(variant => variant.Id)).ToHashSet();
        return ChangeAsync(
            client,
            canPatch,
            product,
            (combination, pictures) => wanted.Contains(combination) == pictures.Contains(image) ? null
                : wanted.Contains(combination) ? [.. pictures, image]
                : [.. pictures.Where(id => id != image)],
            cancellationToken);
    }

    private static async Task ChangeAsync(PrestaShopClient client, bool canPatch, long product, Func<long, List<long>, List<long>?> change, CancellationToken cancellationToken)
    {
        var records = new List<XElement>();
        foreach (var row in await client.ListAsync(new Query("combinations").Show("[id,images[id]]").WhereAny("id_product", [product]), RequestPurpose.Data, cancellationToken))
        {
            if (change(row.Id, [.. row.Association("images").Select(image => image.Id)]) is not { } pictures)
                continue;
            var record = XmlBody.Record("combination", row.Id);
            record.Add(XmlBody.Association("images", "image", pictures));
            records.Add(record);
        }

        if (records.Count > 0)
            await Changes.SendAsync(client, canPatch, "combinations", records, cancellationToken);
    }
}
