using System.Globalization;
using System.Net;
using System.Text;

namespace ErpSync.Benchmarks.PrestaShop;

/// <summary>A shop that lies in memory: settings and pages of products with the columns, texts and sizes of the recorded product 1 of a 9.1.4, cut into small pieces as a network does.</summary>
internal sealed class ListedShop(long records) : HttpMessageHandler
{
    private const int Piece = 1400;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var query = Uri.UnescapeDataString(request.RequestUri.Query);
        var body = path[(path.LastIndexOf('/') + 1)..] switch
        {
            "products" => Products(After(query), Size(query)),
            "shops" => """{"shops":[{"id":1,"id_shop_group":1,"id_category":2,"active":1,"deleted":0,"name":"Bench"}]}""",
            "configurations" => """{"configurations":[{"id":1,"name":"PS_LANG_DEFAULT","value":"1","date_add":"2026-11-22 04:32:38"},{"id":6,"name":"PS_CURRENCY_DEFAULT","value":"1"},{"id":7,"name":"PS_COUNTRY_DEFAULT","value":"8"},{"id":69,"name":"PS_TIMEZONE","value":"Europe\/Paris"}]}""",
            "languages" => """{"languages":[{"id":1,"iso_code":"en","locale":"en-US","active":1},{"id":2,"iso_code":"fr","locale":"fr-FR","active":"1"}]}""",
            "currencies" => """{"currencies":[{"id":1,"iso_code":"EUR","conversion_rate":"1.000000","active":1,"deleted":0}]}""",
            "tax_rules" => """{"tax_rules":[{"id":1,"id_tax_rules_group":1,"id_state":0,"id_country":8,"zipcode_from":"0","zipcode_to":"0","id_tax":1,"behavior":0}]}""",
            "taxes" => """{"taxes":[{"id":1,"rate":"20.000","active":"1","deleted":"0"}]}""",
            "tax_rule_groups" => """{"tax_rule_groups":[{"id":1,"name":"20","active":"1","deleted":"0"}]}""",
            "product_features" => """{"product_features":[{"id":1,"name":[{"id":1,"value":"Composition"},{"id":2,"value":"Composition"}]},{"id":2,"name":[{"id":1,"value":"Property"},{"id":2,"value":"Propriété"}]}]}""",
            "product_feature_values" => """{"product_feature_values":[{"id":4,"id_feature":1,"custom":"0","value":[{"id":1,"value":"Cotton"},{"id":2,"value":"Coton"}]},{"id":8,"id_feature":2,"custom":"0","value":[{"id":1,"value":"Short sleeves"},{"id":2,"value":"Manches courtes"}]}]}""",
            _ => "[]",
        };
        var response = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StreamContent(new Pieces(Encoding.UTF8.GetBytes(body), Piece)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        response.Headers.TryAddWithoutValidation("PSWS-Version", "9.1.4");
        return Task.FromResult(response);
    }

    private string Products(long after, long size)
    {
        var last = Math.Min(records, after + size);
        if (last <= after)
            return "[]";
        var text = new StringBuilder("""{"products":[""");
        for (var id = after + 1; id <= last; id++)
            Product(text.Append(id > after + 1 ? "," : ""), id);
        return text.Append("]}").ToString();
    }

    // The columns that the connector asks for, as the shop orders and writes them.
    private static void Product(StringBuilder text, long id) => text.Append(CultureInfo.InvariantCulture, $$$"""
        {"id":{{{id}}},"id_manufacturer":1,"id_supplier":1,"id_category_default":4,"cache_default_attribute":1,"id_tax_rules_group":1,"reference":"demo_{{{id}}}","supplier_reference":"","width":"0.000000","height":"0.000000","depth":"0.000000","weight":"0.300000","ean13":"4006381{{{id:D6}}}","isbn":"","upc":"","mpn":"","cache_is_pack":"0","is_virtual":"0","product_type":"combinations","minimal_quantity":1,"low_stock_threshold":0,"price":"23.900000","wholesale_price":"5.490000","active":"1","available_for_order":"1","condition":"new","visibility":"both","date_upd":"2026-11-22 04:{{{id / 60 % 60:D2}}}:{{{id % 60:D2}}}","meta_description":[{"id":1,"value":""},{"id":2,"value":""}],"meta_title":[{"id":1,"value":""},{"id":2,"value":""}],"link_rewrite":[{"id":1,"value":"hummingbird-printed-t-shirt"},{"id":2,"value":"hummingbird-printed-t-shirt"}],"name":[{"id":1,"value":"Hummingbird printed t-shirt {{{id}}}"},{"id":2,"value":"T-shirt imprimé colibri {{{id}}}"}],"description":[{"id":1,"value":"<p>Symbol of lightness and delicacy, the hummingbird evokes curiosity and joy. Studio Design' PolyFaune collection features classic products with colorful patterns, inspired by the traditional japanese origamis. To wear with a chino or jeans. The sublimation textile printing process provides an exceptional color rendering and a color, guaranteed overtime.<\/p>"},{"id":2,"value":"<p>Symbole de légèreté et de délicatesse, le colibri évoque la gaieté et la curiosité. La collection PolyFaune de la marque Studio Design propose des pièces aux coupes basiques et aux visuels colorés inspirés des origamis japonais traditionnels. À porter avec un chino ou un jean. Le procédé d'impression par sublimation garantit la qualité et la longévité des couleurs.<\/p>"}],"description_short":[{"id":1,"value":"<p>Regular fit, round neckline, short sleeves. Made of extra long staple pima cotton. <\/p>\r\n<p><\/p>"},{"id":2,"value":"<p>Coupe classique, col rond, manches courtes. T-shirt en coton pima extra-fin à fibres longues. <\/p>"}],"associations":{"categories":[{"id":2},{"id":3},{"id":4}],"product_features":[{"id":1,"id_feature_value":4},{"id":2,"id_feature_value":8}]}}
        """);

    // filter[id]=>[250]
    private static long After(string query) => query.IndexOf("filter[id]=>[", StringComparison.Ordinal) is var at and >= 0 ? Whole(query, at + "filter[id]=>[".Length) : 0;

    private static long Size(string query) => query.IndexOf("&limit=0,", StringComparison.Ordinal) is var at and >= 0 ? Whole(query, at + "&limit=0,".Length) : int.MaxValue;

    private static long Whole(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return long.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture);
    }

    private sealed class Pieces(byte[] bytes, int size) : MemoryStream(bytes, writable: false)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, size)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
    }
}
