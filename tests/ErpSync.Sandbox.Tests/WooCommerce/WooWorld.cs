using System.Text.Json.Nodes;
using ErpSync.Sandbox.WooCommerce;

namespace ErpSync.Sandbox.Tests.WooCommerce;

/// <summary>Seeds the stand-in like the recorded shop, with the recorded numbers.</summary>
internal static class WooWorld
{
    public static WooCommerceSandboxOptions Options(string name) => new()
    {
        Clock = new Testing.ManualTime(new DateTimeOffset(2026, 11, 22, 3, 25, 0, TimeSpan.Zero)),
        ActsAsHttps = name != "auth-http-basic-rejected",
        Fulfillments = name.StartsWith("fulfillment", StringComparison.Ordinal) && name != "fulfillments-feature-off",
        DecimalSeparator = name.Contains("point-shop", StringComparison.Ordinal) && !name.Contains("comma-shop", StringComparison.Ordinal) ? '.' : ',',
        PricesIncludeTax = name.Contains("include-tax", StringComparison.Ordinal),
    };

    public static void Seed(WooCommerceState state, string name)
    {
        if (name != "category-create")
        {
            state.AddTerm("product_cat", "Vêtements & Accessoires", id: 17);
            if (name != "category-create-child")
                state.AddTerm("product_cat", "T-shirts", parent: 17, id: 18);
            state.AddTerm("product_cat", "tmpcat", id: 31);
        }

        if (name != "tag-create")
            state.AddTerm("product_tag", "Été 2026 ☀", id: 19);
        if (name != "attribute-create")
            state.AddAttribute("Couleur", 1);
        state.AddAttribute("Taille", 2);
        foreach (var (id, term) in new[] { (20L, "Rouge"), (21L, "Bleu"), (22L, "Vert"), (23L, "Noir & Blanc") })
            if (name != "attribute-term-create" || id != 23)
                state.AddTerm("pa_couleur", term, id: id);
        state.Zones[1]["name"] = "France";
        Files(state);
        if (name.Contains("image", StringComparison.Ordinal))
            Library(state);
        Products(state, name);
        state.AddCustomer(Body("""{"email":"zoe@example.test","first_name":"Zoé","last_name":"D'Été & Fils","username":"zoe","billing":{"city":"Paris","country":"FR"},"meta_data":[{"key":"vat_number","value":"FR12345678901"}]}"""), 3);
        state.AddCustomer(Body("""{"email":"five@example.test"}"""), 5);
        if (name != "coupon-create")
            state.AddCoupon(Body("""{"code":"Été-10%","discount_type":"percent","amount":"10"}"""), 1045);
        state.AddCoupon(Body("""{"code":"gone"}"""), 1280);
        if (name == "tax-class-create-duplicate")
            state.TaxClasses.Add(("taux-intermediaire", "Taux intermédiaire"));
        Orders(state, name);
        Dates(state, name);
    }

    /// <summary>Webhooks as they were: made by the API, the sixth switched off after failures.</summary>
    public static async Task SubscribeAsync(WooCommerceSandbox shop, HttpClient client, string name)
    {
        if (!name.StartsWith("webhook", StringComparison.Ordinal) || name.StartsWith("webhook-create", StringComparison.Ordinal))
            return;
        for (var number = 1; number <= 16; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(shop.BaseAddress, "wp-json/wc/v3/webhooks")) { Content = new StringContent("""{"topic":"order.created","delivery_url":"http://127.0.0.1:8113/x"}""", System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{shop.ConsumerKey}:{shop.ConsumerSecret}")));
            (await client.SendAsync(request)).EnsureSuccessStatusCode();
        }

        var sixth = shop.TakeDeliveries().Single(delivery => delivery.Webhook == 6);
        for (var failure = 0; failure < 6; failure++)
            shop.Answered(sixth, 500);
    }

    // The windows of dates were recorded around these moments.
    private static void Dates(WooCommerceState state, string name)
    {
        if (!name.Contains("modified-after", StringComparison.Ordinal))
            return;
        foreach (var row in state.Products.Values.Concat(state.Orders.Values))
            row["date_modified_gmt"] = "2026-11-22T03:20:00";
        if (state.Products.TryGetValue(10, out var product))
            product["date_modified_gmt"] = name.EndsWith("z-alone", StringComparison.Ordinal) || name.EndsWith("z-and-gmt", StringComparison.Ordinal) ? "2026-11-22T03:40:13" : "2026-11-22T03:31:48";
        if (state.Products.TryGetValue(22, out var variation))
            variation["date_modified_gmt"] = "2026-11-22T03:27:06";
        if (state.Orders.TryGetValue(1047, out var order))
            order["date_modified_gmt"] = name.StartsWith("orders-list", StringComparison.Ordinal) ? "2026-11-22T03:34:04" : "2026-11-22T03:34:09";
    }

    // Files of the media library under the numbers that the recordings name.
    private static void Library(WooCommerceState state)
    {
        state.Reserve(30);
        state.AddProduct(Body("""{"name":"Holder","images":[{"src":"http://127.0.0.1:8103/wp-content/photo.png"},{"src":"http://127.0.0.1:8103/wp-content/photo2.jpg"}]}"""), 8);
        state.Reserve(34);
        state.AddProduct(Body("""{"name":"Uploaded","images":[{"src":"http://127.0.0.1:8103/wp-content/up.png"}]}"""), 9);
    }

    private static void Products(WooCommerceState state, string name)
    {
        if (name == "product-create-simple")
            return;
        var simple = Body("""{"name":"T-shirt basique","sku":"TS-001","global_unique_id":"3760000000017","regular_price":"19.90","description":"<p>Long</p>","short_description":"court","categories":[{"id":18}],"tags":[{"id":19}],"manage_stock":true,"stock_quantity":42,"backorders":"notify","low_stock_amount":5,"weight":"0.250","meta_data":[{"key":"_erp_ref","value":"DOL-1001"}]}""");
        simple["images"] = new JsonArray(new JsonObject { ["src"] = "http://127.0.0.1:8103/wp-content/photo.png" });
        state.AddProduct(simple, 10);
        state.AddProduct(Body("""{"name":"B","sku":"B-5","status":"draft"}"""), 12);
        state.AddProduct(Body("""{"name":"Ext","sku":"EX-1","type":"external"}"""), 13);
        if (name == "product-create-variable")
            return;
        state.AddProduct(Body("""{"name":"Polo","type":"variable","sku":"PO","attributes":[{"id":1,"variation":true,"options":["Rouge","Bleu"]},{"id":2,"variation":true,"options":["S","M"]}]}"""), 21);
        var options = new[] { ("PO-R-S", "Rouge", "S"), ("PO-R-S-2", "Rouge", "S"), ("PO-X", "Bleu", "S"), ("PO-B-S", "Bleu", "S"), ("PO-B-M", "Bleu", "M") };
        for (var at = 0; at < options.Length; at++)
        {
            var (sku, colour, size) = options[at];
            if ((name is "variation-create" or "variations-batch" && at != 1) || (name == "variation-create-unknown-option" && at == 2) || (name == "variation-create-duplicate-attributes" && at == 1))
                continue;
            state.AddVariation(21, Body($$"""{"sku":"{{sku}}","regular_price":"29.90","manage_stock":true,"stock_quantity":11,"attributes":[{"id":1,"option":"{{colour}}"},{"id":2,"option":"{{size}}"}]}"""), 22 + at);
        }

        state.AddProduct(Body("""{"name":"Trash","sku":"TRASH-1"}"""), 35)["status"] = name is "product-delete-trash" or "product-delete-force" ? "publish" : "trash";
        state.AddVariation(21, Body("""{"sku":"GONE"}"""), 1067);
        state.AddProduct(Body("""{"name":"Unmanaged","sku":"U-1"}"""), 1272);
    }

    private static void Orders(WooCommerceState state, string name)
    {
        if (name is "order-create" or "product-create-simple")
            return;
        state.AddOrder(Body("""{"customer_id":3,"billing":{"country":"FR","email":"zoe@example.test"},"line_items":[{"product_id":10,"quantity":2},{"product_id":21,"variation_id":22,"quantity":1}],"shipping_lines":[{"method_id":"flat_rate","method_title":"Colissimo","total":"7.90"}],"fee_lines":[{"name":"Emballage","total":"3.00"}]}"""), 1047);
        state.AddOrder(Body("""{"set_paid":true,"line_items":[{"product_id":10,"quantity":3}]}"""), 1052);
        state.AddOrder(Body("""{"line_items":[{"product_id":10,"quantity":1,"subtotal":"22.51","total":"22.51"}]}"""), 1056);
        state.AddOrder(Body("""{"billing":{"email":"store@example.test"},"created_via":"store-api","line_items":[{"product_id":10,"quantity":1}]}"""), 1277);
        state.AddOrder(Body("""{"line_items":[{"product_id":10,"quantity":1}]}"""), 1278);
        state.AddOrder(Body("""{"line_items":[{"product_id":10,"quantity":1}]}"""), 1282);
    }

    private static void Files(WooCommerceState state)
    {
        foreach (var file in new[] { "photo.png", "photo2.jpg", "up.png" })
            state.RemoteFiles["http://127.0.0.1:8103/wp-content/" + file] = file.EndsWith("png", StringComparison.Ordinal) ? [0x89, 0x50, 1] : [0xFF, 0xD8, 1];
        state.RemoteFiles["http://127.0.0.1:8103/wp-content/notimage.txt"] = [65];
    }

    private static JsonObject Body(string json) => JsonNode.Parse(json)!.AsObject();
}
