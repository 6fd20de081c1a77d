using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>New records with every field that the API shows.</summary>
internal static class ProductTemplates
{
    private const string Common =
        """
        "price":"","regular_price":"","sale_price":"","date_on_sale_from":null,"date_on_sale_from_gmt":null,"date_on_sale_to":null,"date_on_sale_to_gmt":null,"on_sale":false,
        "purchasable":false,"virtual":false,"downloadable":false,"downloads":[],"download_limit":-1,"download_expiry":-1,"tax_status":"taxable",
        "manage_stock":false,"stock_quantity":null,"stock_status":"instock","backorders":"no","backorders_allowed":false,"backordered":false,"low_stock_amount":null,
        "weight":"","dimensions":{"length":"","width":"","height":""},"shipping_class":"","shipping_class_id":0,"menu_order":0,"meta_data":[],"global_unique_id":""
        """;

    private const string Simple =
        """
        {"id":0,"name":"","slug":"","permalink":"","date_created":null,"date_created_gmt":null,"date_modified":null,"date_modified_gmt":null,"type":"simple","status":"publish",
        "featured":false,"catalog_visibility":"visible","description":"","short_description":"","sku":"","tax_class":"",
        """ + Common +
        """
        ,"total_sales":0,"external_url":"","button_text":"","sold_individually":false,"shipping_required":true,"shipping_taxable":true,"reviews_allowed":true,"average_rating":"0",
        "rating_count":0,"upsell_ids":[],"cross_sell_ids":[],"parent_id":0,"purchase_note":"","categories":[],"brands":[],"tags":[],"images":[],"attributes":[],
        "default_attributes":[],"variations":[],"grouped_products":[],"price_html":"","related_ids":[],"has_options":false,"post_password":""}
        """;

    private const string Variant =
        """
        {"id":0,"type":"variation","date_created":null,"date_created_gmt":null,"date_modified":null,"date_modified_gmt":null,"description":"","permalink":"","sku":"","status":"publish","tax_class":"parent",
        """ + Common +
        """
        ,"image":null,"gallery_image_ids":[],"attributes":[],"name":"","parent_id":0}
        """;

    public static JsonObject Product(ShopVersion version) => Known(JsonNode.Parse(Simple)!.AsObject(), version);

    public static JsonObject Variation(long parent, ShopVersion version)
    {
        var item = Known(JsonNode.Parse(Variant)!.AsObject(), version);
        item["parent_id"] = parent;
        return item;
    }

    private static JsonObject Known(JsonObject item, ShopVersion version)
    {
        if (!version.HasGtin)
            item.Remove("global_unique_id");
        if (!version.HasBrands)
            item.Remove("brands");
        if (!version.HasGalleries)
            item.Remove("gallery_image_ids");
        return item;
    }
}
