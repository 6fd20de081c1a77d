using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <content>Seeding.</content>
public sealed partial class WooCommerceState
{
    /// <summary>Adds a product as the admin would.</summary>
    /// <param name="body">What the API would be sent: name, sku, regular_price …</param>
    /// <param name="id">Its id; 0 takes the next.</param>
    /// <returns>The product; edit it freely, nothing is dated or announced then.</returns>
    public JsonObject AddProduct(JsonObject body, long id = 0)
    {
        lock (Gate)
            return ProductRecords.Create(this, body, isBatch: false, null, id);
    }

    /// <summary>Adds a variation.</summary>
    /// <param name="product">The id of the variable product.</param>
    /// <param name="body">What the API would be sent: sku, regular_price, attributes …</param>
    /// <param name="id">Its id; 0 takes the next.</param>
    /// <returns>The variation.</returns>
    public JsonObject AddVariation(long product, JsonObject body, long id = 0)
    {
        lock (Gate)
            return ProductRecords.Create(this, body, isBatch: false, product, id);
    }

    /// <summary>Adds a category, a tag or a brand.</summary>
    /// <param name="taxonomy"><c>product_cat</c>, <c>product_tag</c>, <c>product_brand</c>, or <c>pa_…</c> for a term of an attribute.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parent">The id of the term above; 0 for none.</param>
    /// <param name="id">Its id; 0 takes the next.</param>
    /// <returns>The term.</returns>
    public JsonObject AddTerm(string taxonomy, string name, long parent = 0, long id = 0)
    {
        lock (Gate)
            return TermRecords.Create(this, taxonomy, new JsonObject { ["name"] = name, ["parent"] = parent }, id);
    }

    /// <summary>Adds a global attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its id; 0 takes the next.</param>
    /// <returns>The attribute.</returns>
    public JsonObject AddAttribute(string name, long id = 0)
    {
        lock (Gate)
            return AttributeRecords.Create(this, new JsonObject { ["name"] = name }, id);
    }

    /// <summary>Adds a customer.</summary>
    /// <param name="body">What the API would be sent: email, first_name, billing …</param>
    /// <param name="id">Its id; 0 takes the next.</param>
    /// <returns>The customer.</returns>
    public JsonObject AddCustomer(JsonObject body, long id = 0)
    {
        lock (Gate)
            return CustomerRecords.Create(this, body, id);
    }

    /// <summary>Adds an order.</summary>
    /// <param name="body">What the API would be sent: line_items, billing, customer_id …</param>
    /// <param name="id">Its id; 0 takes the next.</param>
    /// <returns>The order.</returns>
    public JsonObject AddOrder(JsonObject body, long id = 0)
    {
        lock (Gate)
            return OrderRecords.Create(this, body, id);
    }

    /// <summary>Changes a setting of the shop, as the admin would.</summary>
    /// <param name="group">The group: general, products or tax.</param>
    /// <param name="id">The setting, for example <c>woocommerce_manage_stock</c>.</param>
    /// <param name="value">Its value as the API tells it.</param>
    public void Set(string group, string id, string value)
    {
        lock (Gate)
            Settings[group, id] = value;
    }

    /// <summary>Adds a coupon.</summary>
    /// <param name="body">What the API would be sent: code, discount_type, amount …</param>
    /// <param name="id">Its id; 0 takes the next.</param>
    /// <returns>The coupon.</returns>
    public JsonObject AddCoupon(JsonObject body, long id = 0)
    {
        lock (Gate)
            return CouponRecords.Create(this, body, id);
    }

    /// <summary>Adds a tax rate.</summary>
    /// <param name="country">ISO code of two letters; empty for all.</param>
    /// <param name="percent">The rate, as text.</param>
    /// <param name="name">Its name.</param>
    /// <param name="taxClass">The slug of the class; <c>standard</c> unless told.</param>
    /// <param name="state">The state; empty for all.</param>
    /// <param name="priority">Rates of different priority add up.</param>
    /// <param name="compound">Taken over the price and the taxes before.</param>
    /// <returns>The rate.</returns>
    public JsonObject AddTax(string country, string percent, string name, string taxClass = "standard", string state = "", int priority = 1, bool compound = false)
    {
        lock (Gate)
        {
            var id = Taxes.Count == 0 ? 1 : Taxes.Keys.Last() + 1;
            return Taxes[id] = new JsonObject
            {
                ["id"] = id,
                ["country"] = country,
                ["state"] = state,
                ["postcode"] = "",
                ["city"] = "",
                ["rate"] = Json.Number(percent).Fixed(4),
                ["name"] = name,
                ["priority"] = priority,
                ["compound"] = compound,
                ["shipping"] = true,
                ["order"] = 0,
                ["class"] = taxClass,
                ["postcodes"] = new JsonArray(),
                ["cities"] = new JsonArray(),
            };
        }
    }

    /// <summary>Adds a note to an order, as the admin would; the order's date does not move.</summary>
    /// <param name="order">The order's id.</param>
    /// <param name="text">The words, HTML allowed.</param>
    /// <param name="isForCustomer">True for a note that the customer is sent.</param>
    /// <param name="author">Who wrote it.</param>
    /// <returns>The note; edit it freely.</returns>
    public JsonObject AddOrderNote(long order, string text, bool isForCustomer = false, string author = "admin")
    {
        lock (Gate)
        {
            var note = new JsonObject { ["id"] = NextLine(), ["author"] = author };
            Date(note, "date_created", Now);
            note["note"] = TextForms.Html(text);
            note["customer_note"] = isForCustomer;
            if (!Notes.TryGetValue(order, out var known))
                Notes[order] = known = [];
            known.Add(note);
            return note;
        }
    }

    private void SeedShop()
    {
        TermRecords.Create(this, "product_cat", new JsonObject { ["name"] = "Uncategorized" }, 15);
        AddTax("FR", "20", "TVA 20%");
        AddTax("FR", "5.5", "TVA 5,5%", "reduced-rate");
        AddTax("CA", "5", "GST", state: "QC");
        AddTax("CA", "9.975", "QST", state: "QC", priority: 2, compound: true);
        foreach (var (id, title) in new[] { ("bacs", "Direct bank transfer"), ("cheque", "Check payments"), ("cod", "Cash on delivery") })
            Gateways.Add(new JsonObject { ["id"] = id, ["title"] = title, ["description"] = "", ["order"] = "", ["enabled"] = id == "bacs", ["method_title"] = title, ["method_description"] = "", ["method_supports"] = new JsonArray("products"), ["settings"] = new JsonObject(), ["needs_setup"] = false, ["post_install_scripts"] = new JsonArray(), ["settings_url"] = $"http://127.0.0.1/wp-admin/admin.php?page=wc-settings&tab=checkout&section={id}", ["connection_url"] = null, ["setup_help_text"] = null, ["required_settings_keys"] = new JsonArray() });
        Zones[0] = new JsonObject { ["id"] = 0, ["name"] = "Locations not covered by your other zones", ["order"] = 0 };
        Zones[1] = new JsonObject { ["id"] = 1, ["name"] = "France", ["order"] = 0 };
    }
}
