using ErpSync;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart.Steps;

/// <summary>
/// Reads both systems again, beside the engine, and counts: products (a linked pair once), equal pairs, different pairs, products without a counterpart,
/// and products that were created and have no counterpart of their own.
/// </summary>
internal sealed class Verification
{
    private const int PageSize = 100;

    /// <summary>What order lines of shipping, wrapping and discounts are booked on; no articles.</summary>
    private static readonly HashSet<string?> Services = ["SHIPPING", "WRAPPING", "DISCOUNT"];

    private readonly ISyncStore _store;
    private readonly Connector _shop;
    private readonly Connector _erp;

    private Verification(IServiceProvider services)
    {
        _store = services.GetRequiredService<ISyncStore>();
        _shop = services.GetRequiredKeyedService<Connector>("shop");
        _erp = services.GetRequiredKeyedService<Connector>("erp");
    }

    public static async Task<(long Products, long Green, long Orange, long Red, long Duplicates)> ReadAsync(IServiceProvider services, Census before)
    {
        var verification = new Verification(services);
        await verification._shop.Get<IConnection>().OpenAsync(default);
        await verification._erp.Get<IConnection>().OpenAsync(default);
        var shop = await verification.CountAsync(verification._shop, Side.First, before.Shop);
        var erp = await verification.CountAsync(verification._erp, Side.Second, before.Erp);
        return (shop.Linked + shop.Alone + erp.Alone, shop.Equal, shop.Linked - shop.Equal, shop.Alone + erp.Alone, shop.Doubled + erp.Doubled);
    }

    private async Task<(long Linked, long Equal, long Alone, long Doubled)> CountAsync(Connector connector, Side side, long highestBefore)
    {
        long linked = 0, equal = 0, alone = 0, doubled = 0;
        var createdKeys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in PagesAsync(connector))
        {
            var links = (await _store.FindLinksAsync("main", EntityKind.Product, side, [.. page.Select(record => record.Id)], default)).ToDictionary(link => link.End(side).Id);
            foreach (var record in page.Where(record => long.Parse(record.Id.Value, System.Globalization.CultureInfo.InvariantCulture) > highestBefore))
                doubled += links.ContainsKey(record.Id) && createdKeys.Add(record.Value.Reference ?? record.Id.Value) ? 0 : 1;
            var partners = side == Side.First ? await PartnersAsync(links.Values) : [];
            alone += page.Count(record => !links.TryGetValue(record.Id, out var link) || (side == Side.First && !partners.ContainsKey(link.Second.Id)));
            foreach (var (record, link) in page.Where(record => links.ContainsKey(record.Id)).Select(record => (record, links[record.Id])))
            {
                linked++;
                if (side == Side.First && partners.TryGetValue(link.Second.Id, out var partner) && await AreEqualAsync(record.Value, partner.Value))
                    equal++;
            }
        }

        return (linked, equal, alone, doubled);
    }

    private static async IAsyncEnumerable<List<Remote<Product>>> PagesAsync(Connector connector)
    {
        var page = new List<Remote<Product>>(PageSize);
        await foreach (var result in connector.Get<IReader<Product>>().ReadAsync(default))
        {
            if (result.Record is { } record && !Services.Contains(record.Value.Reference))
                page.Add(record);
            if (page.Count < PageSize)
                continue;
            yield return page;
            page = new List<Remote<Product>>(PageSize);
        }

        yield return page;
    }

    private async Task<Dictionary<RemoteId, Remote<Product>>> PartnersAsync(IEnumerable<Link> links)
    {
        var partners = new Dictionary<RemoteId, Remote<Product>>();
        foreach (var ids in links.Select(link => link.Second.Id).Chunk(_erp.Get<IKind<Product>>().Profile.FindBatch))
        {
            await foreach (var result in _erp.Get<IFinder<Product>>().FindAsync(ids, default))
            {
                if (result.Record is { } record)
                    partners[record.Id] = record;
            }
        }

        return partners;
    }

    /// <summary>Equal as they are, or as one system declares that it would hold the other's value.</summary>
    private async Task<bool> AreEqualAsync(Product shop, Product erp)
    {
        var shopKind = _shop.Get<IKind<Product>>().Profile;
        var erpKind = _erp.Get<IKind<Product>>().Profile;
        var translated = erp with { Categories = await InShopIdsAsync(erp.Categories) };
        var shopInErp = erpKind.Normalise(shop);
        var erpInShop = shopKind.Normalise(translated);
        return CatalogShapes.Product.Fields
            .Where(field => shopKind.ReadFields?.Contains(field.Name) != false && erpKind.ReadFields?.Contains(field.Name) != false)
            .All(field => field.AreEqual(shop, translated) || field.AreEqual(shopInErp, translated) || field.AreEqual(shop, erpInShop) || field.AreEqual(shopInErp, erpInShop));
    }

    private async Task<RefSet> InShopIdsAsync(RefSet categories)
    {
        if (categories.Count == 0)
            return categories;
        var links = await _store.FindLinksAsync("main", EntityKind.Category, Side.Second, [.. categories.Select(category => category.Id)], default);
        var shopIds = links.ToDictionary(link => link.Second.Id, link => link.First.Id);
        return RefSet.From(categories.Select(category => shopIds.TryGetValue(category.Id, out var id) ? category with { Id = id } : category with { IsForeign = true }));
    }
}
