using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>
/// Settles which shop of an installation is meant. Where there are several, every request names one: what PrestaShop chooses by itself is the shop of the host name, and a write to the wrong one
/// would be sold at the wrong price.
/// </summary>
internal sealed class ShopChoice(PrestaShopClient client)
{
    /// <summary>The shops that exist; null when the key may not read them, and then there is taken to be one.</summary>
    public async Task<IReadOnlyList<WireRow>?> ShopsAsync(CancellationToken cancellationToken)
    {
        client.Shop = client.Options.ShopId;
        // A key may be allowed to this shop only, so that this request names it too.
        if (await ListOrNullAsync("shops", cancellationToken) is not { } rows)
            return null;
        var shops = rows.Where(row => row.Flag("deleted") != true).ToList();
        if (client.Options.ShopId is { } wanted)
        {
            return shops.Count == 0 || shops.Exists(row => row.Id == wanted) ? shops
                : throw Problem($"The installation has no shop {wanted}; it has {string.Join(", ", shops.Select(Named))}.", "Correct ShopId.");
        }

        if (shops.Count > 1)
            client.Shop = (int)await ByAddressAsync(shops, cancellationToken);
        return shops;
    }

    private async Task<long> ByAddressAsync(List<WireRow> shops, CancellationToken cancellationToken)
    {
        var address = PrestaShopAddress.ShopRoot(client.Options.BaseAddress)!;
        var urls = await ListOrNullAsync("shop_urls", cancellationToken) ?? [];
        var fitting = urls.Where(row => row.Flag("active") != false && Fits(row, address)).Select(row => row.Whole("id_shop") ?? 0).Distinct().ToList();
        return fitting is [var only] && shops.Exists(row => row.Id == only) ? only
            : throw Problem(
                $"The installation has {shops.Count} shops ({string.Join(", ", shops.Select(Named))}), and the address does not tell which one is meant.",
                "Set ShopId, and have one connection per shop.");
    }

    private static bool Fits(WireRow row, Uri address) =>
        (string.Equals(row.Text("domain"), address.Authority, StringComparison.OrdinalIgnoreCase) || string.Equals(row.Text("domain_ssl"), address.Authority, StringComparison.OrdinalIgnoreCase))
        && string.Equals($"/{row.Text("physical_uri")?.Trim('/')}/{row.Text("virtual_uri")?.Trim('/')}".TrimEnd('/').Replace("//", "/", StringComparison.Ordinal), address.AbsolutePath.TrimEnd('/'), StringComparison.Ordinal);

    private static string Named(WireRow row) => $"{row.Id} {row.Filled("name")}".Trim();

    // Without the right to read shops the connector goes on: one shop is by far the most frequent case.
    private async Task<IReadOnlyList<WireRow>?> ListOrNullAsync(string resource, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListAsync(new Query(resource).Show("full"), RequestPurpose.Reference, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Unsupported)
        {
            return null;
        }
    }

    private ConnectorException Problem(string message, string remedy) =>
        new(new SyncProblem(ProblemKind.Misconfigured, PrestaShopCodes.MultiShop, message) { Remedy = remedy, Connection = client.Connection });
}
