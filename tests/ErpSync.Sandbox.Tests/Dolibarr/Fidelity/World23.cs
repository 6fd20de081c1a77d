namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>The server of version 23, at the moment of a recording.</summary>
public static class World23
{
    /// <summary>Recordings made before the first update of product 1.</summary>
    private static readonly string[] Young = ["product-get", "product-get-stock", "product-by-ref-ext-duplicate", "product-update"];

    /// <summary>Recordings made before anything was moved in stock.</summary>
    private static readonly string[] BeforeStock =
    [
        .. Young, "product-update-price", "product-update-unknown-field", "product-update-extrafield", "product-update-translations", "product-get-translations", "category-objects",
        "variant-child-after-parent", "variant-child-product", "products-list-variants-only", "variants-list", "variants-list-stock",
    ];

    private static readonly string[] Translated = ["product-get-translations", "category-objects", "products-list-page1", "products-list-variants-only", "product-update-extrafield-html"];

    public static void Seed(DolibarrState state, string name, string recordedBody)
    {
        ExtraFields(state, recordedBody);
        if (name == "extrafields-list")
        {
            state.AddExtraField("product", "shopid", size: "64");
            state.AddExtraField("commande", "shopid", size: "64");
        }

        SpecialPrices(state, name);
        Categories(state, name);
        if (name is not ("attribute-create" or "attribute-value-create"))
        {
            state.AddAttribute("COLOR", "Colour", "Red", "Blue");
            state.AddAttribute("SIZE", "Size", "S", "M").RefExt = "PS-AG-2";
        }
        else if (name == "attribute-value-create")
        {
            state.AddAttribute("COLOR", "Colour");
        }

        if (name != "product-create")
            First(state, name);
        Others(state, name);
        World23Variants.Seed(state, name);
        if (!BeforeStock.Contains(name) && name != "warehouse-create")
            Stock(state, name);
        if (name is not ("documents-product-empty" or "document-upload-image" or "document-upload-bad-base64"))
            Documents(state);
    }

    private static void ExtraFields(DolibarrState state, string recordedBody)
    {
        state.ProductExtraFields.Add("shopid");
        if (recordedBody.Contains("options_longdesc", StringComparison.Ordinal))
            state.ProductExtraFields.Add("longdesc");
    }

    private static void SpecialPrices(DolibarrState state, string name)
    {
        if (name.StartsWith("purchase-price", StringComparison.Ordinal))
            state.AddThirdParty(supplier => { supplier.Id = 7; (supplier["name"], supplier["fournisseur"]) = ("Supplier One", "1"); });
        if (name.StartsWith("purchase-prices", StringComparison.Ordinal))
            state.AddSupplierPrice(price => (price.ProductId, price.SupplierId, price.Reference, price.VatRate) = (49, 7, "SUP-BLUE-M", 20m));
        if (name == "purchase-prices-list")
            state.AddSupplierPrice(price => (price.ProductId, price.SupplierId, price.Reference, price.VatRate) = (48, 7, "SUP-RED-S", 20m));
        if (name is not ("prices-per-customer-on" or "prices-per-customer-one"))
            return;
        state.Constants["PRODUIT_CUSTOMER_PRICES"] = "1";
        state.AddCustomerPrice(price => (price.ProductId, price.CustomerId, price.CustomerName, price.Price) = (1061, 1, "Dupont & Fils SARL", 7m));
    }

    private static void Categories(DolibarrState state, string name)
    {
        if (name == "category-create")
            return;
        state.AddCategory(c => { c.Label = "Clothes"; c.Description = "<p>All <b>clothes</b></p>"; });
        if (name != "category-create-child")
            state.AddCategory(c => { c.Label = "T-shirts & tops"; c.ParentId = 1; c.RefExt = "PS-CAT-12"; });
        if (name != "category-create-child")
            state.AddCategory(c => c.Label = "Numeric type");
    }

    private static void First(DolibarrState state, string name)
    {
        var isYoung = Young.Contains(name);
        var product = state.AddProduct(p =>
        {
            p.Ref = "TS-001";
            p.RefExt = "PS-1";
            p.Label = "T-shirt blanc";
            p.Description = "<p>Un <strong>t-shirt</strong> blanc &amp; doux</p>";
            p.Price = 10.12m;
            p.VatRate = 20m;
            p.Weight = 0.25m;
            p.WeightUnits = 0;
            p.Barcode = "3760001000012";
            p.BarcodeType = 2;
            p.NotePrivate = "from shop";
            p.Url = isYoung || name == "product-update-price" ? "https://shop.example/p/1" : null;
            p.ExtraFields["shopid"] = name == "products-list-filter-extrafield" ? "1001" : "1";
            if (state.ProductExtraFields.Contains("longdesc"))
                p.ExtraFields["longdesc"] = "x";
            p.WasUpdated = !isYoung;
            if (!isYoung && name is not "product-update-price")
                p.PriceLevels[2] = new DolibarrPriceLevel { Price = 9.9m, VatRate = 20m };
            if (p.PriceLevels.Count > 0)
                p.PriceLevels[1] = new DolibarrPriceLevel { Price = 10.12346m, VatRate = 20m };
            if (Translated.Contains(name))
                p.Translations["fr_FR"] = new DolibarrTranslation("T-shirt blanc FR", "desc FR");
        });
        if (state.Categories.Find(2) is { } category && name != "category-unlink-product")
            state.LinkCategory(category.Id, product.Id);
    }

    private static void Others(DolibarrState state, string name)
    {
        if (name != "product-create-ttc")
            Plain(state, 2, "TS-002", p => { p.RefExt = "PS-2"; p.PriceBaseType = "TTC"; p.PriceTtc = 12m; p.VatRate = 5.5m; });
        if (name != "product-create-multiprices")
            Plain(state, 3, "TS-003", Levels);
        if (name != "product-create-duplicate-ref-ext")
            Plain(state, 5, "TS-001C", p => p.RefExt = "PS-1");
        if (name != "product-create-form")
            Plain(state, 6, "FORM-1");
        if (name != "product-create-special")
            Plain(state, 7, "SP-ea_&_2_", p => p.Label = "Crème brûlée");
        foreach (var (id, service) in new[] { (8, "PrestaShipping"), (9, "PrestaDiscount"), (10, "PrestaWrapping") })
        {
            if (!name.StartsWith("service-create", StringComparison.Ordinal))
                Plain(state, id, service, p => p.Type = 1);
        }

        if (!name.StartsWith("product-special", StringComparison.Ordinal))
            Enumerable.Range(17, 4).ToList().ForEach(id => Plain(state, id, $"BULK-{id - 16:0000}", p => { p.Price = id; p.Modified = new TestClock().GetUtcNow().AddMinutes(1); }));
        if (name != "product-create-emoji-utf8mb4")
            Plain(state, 1060, "EMO-2");
        if (name != "product-create-single-price")
            Plain(state, 1061, "SINGLE-1", p => { p.Price = 10.12m; p.VatRate = 20m; });
        if (name is "product-update-price-no-mode")
            state.Products[1061].WasUpdated = true;
    }

    private static void Levels(DolibarrProduct product)
    {
        product.Price = 15m;
        product.VatRate = 20m;
        foreach (var (level, price) in new[] { (1, 20m), (2, 18.5m), (3, 15m) })
            product.PriceLevels[level] = new DolibarrPriceLevel { Price = price, VatRate = 20m };
    }

    private static void Plain(DolibarrState state, int id, string reference, Action<DolibarrProduct>? configure = null) => state.AddProduct(p =>
    {
        p.Id = id;
        p.Ref = reference;
        p.Label = reference;
        configure?.Invoke(p);
    });

    private static void Stock(DolibarrState state, string name)
    {
        if (state.Products.Find(1) is not null)
        {
            state.SetStock(1, 1, 7m);
            state.SetStock(1, 2, 4m);
        }

        if (state.Products.Find(2) is not null)
            state.SetStock(2, 1, 1.5m);
        if (state.Products.Find(48) is not null && !name.StartsWith("variant-", StringComparison.Ordinal))
        {
            state.SetStock(48, 1, 70m);
            state.SetStock(49, 1, 71m);
        }

        foreach (var movement in state.StockMovements.Where(m => m.ProductId == 1))
            movement.InventoryCode = movement.WarehouseId == 1 ? "INV1" : null;
    }

    private static void Documents(DolibarrState state)
    {
        if (state.Products.Find(1) is null)
            return;
        state.AddDocument(1, "front.png", new byte[683]);
        state.AddDocument(1, "bad.png", Array.Empty<byte>());
        state.AddDocument(1, "x.php", new byte[5]);
    }
}
