using System.Xml.Linq;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Images;

/// <summary>Keeps combinations pointing at a product's picture when another one takes its place.</summary>
internal static class CombinationPictures
{
    /// <summary>Replaces a picture in the product's combinations: one request to look, one more where some point at it.</summary>
    public static async Task ReplaceAsync(PrestaShopClient client, bool canPatch, long product, long old, long added, CancellationToken cancellationToken)
    {
        var query = new Query("combinations").Show("[id,images[id]]").WhereAny("id_product", [product]);
        var records = new List<XElement>();
        foreach (var row in await client.ListAsync(query, RequestPurpose.Data, cancellationToken))
        {
            var pictures = row.Association("images").Select(image => image.Id).ToList();
            if (!pictures.Contains(old))
                continue;
            var record = XmlBody.Record("combination", row.Id);
            record.Add(XmlBody.Association("images", "image", pictures.Select(id => id == old ? added : id)));
            records.Add(record);
        }

        if (records.Count > 0)
            await Changes.SendAsync(client, canPatch, "combinations", records, cancellationToken);
    }
}
