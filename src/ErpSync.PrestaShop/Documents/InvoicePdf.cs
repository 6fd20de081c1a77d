using System.Globalization;

namespace ErpSync.PrestaShop.Documents;

/// <summary>
/// Opens the PDF of an invoice at the shop front, with the order's key instead of a login. Each version wants its own form of the address and answers every other with a redirect that
/// drops the parameters; a wrong key and a missing invoice get a short text with status 200, so that only the content tells.
/// </summary>
internal sealed class InvoicePdf(PrestaShopClient client, ShopSession session) : IPdfOpener<Invoice>
{
    /// <inheritdoc/>
    public async Task<PdfFile?> OpenPdfAsync(RemoteId id, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var rows = await Rows.ListAsync(client, "order_invoices", InvoiceMapping.Fields, "id", Rows.Numbers([id]), cancellationToken);
        if (rows.Count == 0)
            throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, PrestaShopCodes.NotFound, $"There is no invoice {id} (any more).") { EntityKind = Invoice.Kind, Id = id, Connection = client.Connection });
        var order = rows[0].Whole("id_order") ?? 0;
        var heads = await OrderHeads.WithKeyAsync(client, [order], cancellationToken);
        if (!heads.TryGetValue(order, out var head) || head.Filled("secure_key") is not { } key)
            return null;
        ConnectorException? redirected = null;
        foreach (var path in Paths(shop, order, key))
        {
            try
            {
                var bytes = await client.FrontAsync(path, cancellationToken);
                return bytes.AsSpan().StartsWith("%PDF"u8) ? new PdfFile(FileName(rows[0], shop), new MemoryStream(bytes, writable: false)) : null;
            }
            catch (ConnectorException fault) when (fault.Problem.Code == Http.HttpProblemCodes.Redirected)
            {
                redirected = fault;
            }
        }

        throw new ConnectorException(redirected!.Problem with
        {
            Code = PrestaShopCodes.PdfRedirected,
            Message = "The shop front redirects the address of the PDF in every form that is known.",
            Remedy = "Check whether the shop is in maintenance or forces another address for visitors.",
            Id = id,
            EntityKind = Invoice.Kind,
        });
    }

    /// <summary>The forms of the address, the one that the version wants first. They hold the customer's key: secrets.</summary>
    internal static IReadOnlyList<string> Paths(ShopData shop, long order, string key)
    {
        var query = $"controller=pdf-invoice&id_order={order.ToString(CultureInfo.InvariantCulture)}&secure_key={Uri.EscapeDataString(key)}";
        var language = shop.Languages.Count > 1 ? shop.MainLanguage.Code + "/" : "";
        string[] newer = [$"?{query}", $"{language}?{query}", $"{language}index.php?{query}", $"index.php?{query}"];
        string[] older = [$"{language}index.php?{query}", $"index.php?{query}", $"{language}?{query}", $"?{query}"];
        return [.. (shop.Version is { Major: < 9 } ? older : newer).Distinct(StringComparer.Ordinal)];
    }

    private static string FileName(WireRow row, ShopData shop) =>
        string.Concat(InvoiceMapping.Number(row, shop).Where(character => char.IsLetterOrDigit(character) || character is '-' or '_')) + ".pdf";
}
