using System.Xml.Linq;

namespace ErpSync.PrestaShop.Variants;

/// <summary>
/// Chooses the combinations that product pages show first. Through the product: a second combination that is said to be the default is refused by the shop, and the product moves the mark in one step.
/// </summary>
internal sealed class DefaultVariants(PrestaShopClient client, ShopData shop)
{
    /// <summary>Sets them, in one write.</summary>
    /// <param name="chosen">The combination of each product, with its place in the batch; the last one of a product counts.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>The places for which it failed.</returns>
    public async Task<IReadOnlyList<(int Place, SyncProblem Problem)>> SetAsync(IReadOnlyList<(int Place, long Product, long Combination)> chosen, CancellationToken cancellationToken)
    {
        if (chosen.Count == 0)
            return [];
        var last = chosen.GroupBy(one => one.Product).Select(group => group.Last()).ToList();
        var records = last.Select(one => (XElement?)new XElement("product", XmlBody.Value("id", one.Product), XmlBody.Value("id_default_combination", one.Combination))).ToList();
        var patch = new BulkPatch(client, Products.ProductRow.Resource)
        {
            CanPatch = shop.CanPatch,
            FindStoredAsync = async (places, token) =>
            {
                var rows = await Rows.ListAsync(client, Products.ProductRow.Resource, "[id,id_default_combination]", "id", places.Select(place => last[place].Product), token);
                var now = rows.ToDictionary(row => row.Id, row => row.Whole("id_default_combination"));
                return places.Where(place => now.GetValueOrDefault(last[place].Product) == last[place].Combination).ToHashSet();
            },
        };
        var problems = await patch.SendAsync(records, cancellationToken);
        return [.. last.Select((one, place) => (one.Place, problems[place])).Where(one => one.Item2 is not null).Select(one => (one.Place, one.Item2!))];
    }
}
