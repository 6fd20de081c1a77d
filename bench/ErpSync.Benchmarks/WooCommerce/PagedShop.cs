using System.Globalization;
using System.Net;
using System.Text;

namespace ErpSync.Benchmarks.WooCommerce;

/// <summary>A shop that lies in memory: settings, one category and pages of products of the size and shape that a live shop gives, cut into small pieces as a network does.</summary>
internal sealed class PagedShop(long records) : HttpMessageHandler
{
    private const int Piece = 1400;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var query = request.RequestUri.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
        var body = path switch
        {
            _ when path.EndsWith("/products", StringComparison.Ordinal) => Products(Whole(query, "offset"), Whole(query, "per_page")),
            _ when path.EndsWith("/settings/general", StringComparison.Ordinal) => """[{"id":"woocommerce_currency","value":"EUR"},{"id":"woocommerce_default_country","value":"FR"},{"id":"woocommerce_calc_taxes","value":"yes"}]""",
            _ when path.EndsWith("/taxes", StringComparison.Ordinal) => """[{"id":1,"country":"FR","state":"","rate":"20.0000","name":"TVA","priority":1,"compound":false,"class":"standard"}]""",
            _ when path.EndsWith("/system_status", StringComparison.Ordinal) => """{"environment":{"version":"11.0.1","language":"en_US","store_id":"bench"},"settings":{},"active_plugins":[]}""",
            _ when path.EndsWith("/wp-json/", StringComparison.Ordinal) => """{"name":"Bench","timezone_string":"Europe/Paris","gmt_offset":1}""",
            _ when path.EndsWith("/products/categories", StringComparison.Ordinal) => """[{"id":15,"name":"Uncategorized","slug":"uncategorized","parent":0,"description":""}]""",
            _ => "[]",
        };
        var response = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StreamContent(new Pieces(Encoding.UTF8.GetBytes(body), Piece)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=UTF-8");
        response.Headers.TryAddWithoutValidation("X-WP-Total", records.ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(response);
    }

    private string Products(long offset, long size)
    {
        var text = new StringBuilder("[");
        for (var place = offset; place < Math.Min(records, offset + size); place++)
        {
            if (place > offset)
                text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $$"""
                {"id":{{place + 10}},"name":"Tasse à café № {{place}} &amp; soucoupe","date_modified_gmt":"2026-11-22T03:25:08","type":"simple","status":"publish","catalog_visibility":"visible","description":"<p>Une tasse d’été en grès émaillé, 茶碗, faite à la main — numéro {{place}}.</p><ul><li>Émail bleu</li><li>25 cl</li></ul>","short_description":"<p>Grès émaillé</p>","sku":"TS-{{place}}","global_unique_id":"","regular_price":"19.90","sale_price":"","date_on_sale_from_gmt":null,"date_on_sale_to_gmt":null,"virtual":false,"downloadable":false,"external_url":"","tax_status":"taxable","tax_class":"","manage_stock":true,"stock_quantity":42,"backorders":"no","low_stock_amount":null,"weight":"0.250","dimensions":{"length":"10","width":"20.5","height":"3"},"parent_id":0,"categories":[{"id":18,"name":"T-shirts &amp; Polos","slug":"tshirts"}],"brands":[],"tags":[{"id":19,"name":"Été","slug":"ete"}],"images":[{"id":31,"date_created":"2026-11-22T05:27:08","src":"https://shop.example/wp-content/uploads/2026/11/photo.jpg","name":"photo.jpg","alt":""}],"attributes":[],"variations":[],"grouped_products":[],"meta_data":[{"id":32,"key":"_erp_ref","value":"DOL-1001"}]}
                """);
        }

        return text.Append(']').ToString();
    }

    private static long Whole(Dictionary<string, string> query, string name) => query.TryGetValue(name, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : 0;

    private sealed class Pieces(byte[] bytes, int size) : MemoryStream(bytes, writable: false)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, size)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
    }
}
