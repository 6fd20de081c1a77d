using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>Seeds a store so that it mirrors the recorded one, with the same ids where recordings use them.</summary>
internal static class DemoStore
{
    private static readonly (int Id, string Reference, decimal Price, string Name)[] Demo =
    [
        (1, "demo_1", 23.9m, "Hummingbird printed t-shirt"), (2, "demo_3", 35.9m, "Hummingbird printed sweater"), (3, "demo_6", 29m, "The best is yet to come' Framed poster"),
        (4, "demo_5", 29m, "The adventure begins Framed poster"), (5, "demo_7", 29m, "Today is a good day Framed poster"), (6, "demo_11", 11.9m, "Mug The best is yet to come"),
        (7, "demo_12", 11.9m, "Mug The adventure begins"), (8, "demo_13", 11.9m, "Mug Today is a good day"), (9, "demo_15", 18.9m, "Mountain fox cushion"),
        (10, "demo_16", 18.9m, "Brown bear cushion"), (11, "demo_17", 18.9m, "Hummingbird cushion"), (12, "demo_18", 9m, "Mountain fox - Vector graphics"),
        (13, "demo_19", 9m, "Brown bear - Vector graphics"), (14, "demo_20", 9m, "Hummingbird - Vector graphics"), (15, "demo_21", 35m, "Pack Mug + Framed poster"),
        (16, "demo_8", 12.9m, "Mountain fox notebook"), (17, "demo_9", 12.9m, "Brown bear notebook"), (18, "demo_10", 12.9m, "Hummingbird notebook"),
        (19, "demo_14", 13.9m, "Customizable mug"),
    ];

    public static void Seed(PrestaShopState state)
    {
        AddReference(state);
        foreach (var (id, reference, price, name) in Demo)
        {
            state.StockAvailables.NextId = id;
            At(state, id, product =>
            {
                (product.Reference, product.Price) = (reference, price);
                product.Name.SetAll(name);
                (product.WholesalePrice, product.Weight, product.ManufacturerId) = (5.49m, 0.3m, id == 15 ? 0 : 1);
                product["id_supplier"] = "1";
                product["low_stock_threshold"] = "0";
                product.Features = id < 15 ? [(1, 4), (2, 8)] : [];
            });
        }

        AddShirts(state);
        AddPack(state);
        state.Products[19]["customizable"] = state.Products[19]["text_fields"] = "1";
    }

    /// <summary>What was created while recording: the hose with its combinations, drafts, bulk products.</summary>
    public static void AddCreated(PrestaShopState state)
    {
        AddHose(state, withCombinations: true);
        foreach (var id in new[] { 21, 22 })
            At(state, id, product => Minimal(product));
        At(state, 23, product => (product.Reference, product.Price) = ("ÄÖ-\"&'/é", 1234.567891m));
        state.Products[23].Name.SetAll("Çâble “été” 5€ & 10% – 日本語 🙂");
        At(state, 24, product => product.Reference = "HOSE-1");
        At(state, 27, product => product.Name["en"] = "Only English");
        state.Products[27].Name["fr"] = "";
        foreach (var id in Enumerable.Range(29, 6))
            At(state, id, product => Bulk(product, id));
    }

    /// <summary>What suppliers ask: of the demo products, and of the hose once that was posted.</summary>
    public static void AddSupply(PrestaShopState state, bool created)
    {
        state.ProductSuppliers.NextId = 11;
        state.AddProductSupplier(1, 1, asked => (asked.Reference, asked.Price) = ("demo_1_46", 5.49m));
        if (!created)
            return;
        state.AddSupplier("Großhandel Müller").Description["en"] = "Supplier";
        state.Suppliers[3].Description["fr"] = "Fournisseur";
    }

    /// <summary>The product that most writes were tried on, after its partial PUT.</summary>
    public static void AddHose(PrestaShopState state, bool withCombinations)
    {
        state.StockAvailables.NextId = 59;
        At(state, 20, product =>
        {
            Minimal(product);
            (product.Reference, product.Ean13, product.Price) = ("HOSE-1", "4006381333931", 23.456789m);
            (product.Saved, product.Active, product.AvailableForOrder, product.ShowPrice, product.TaxRulesGroupId) = (true, true, true, true, 1);
            (product.DefaultCategoryId, product.CategoryIds, product.Features) = (10, [2, 10], [(3, 11)]);
            product["indexed"] = "1";
            product.Name.SetAll("Garden hose");
        });
        if (!withCombinations)
            return;
        state.StockAvailables.NextId = 74;
        state.Combinations.NextId = 40;
        state.AddCombination(20, combination => (combination.Reference, combination.OptionValueIds) = ("HOSE-1-10", [26]));
        state.AddCombination(20, combination => (combination.Reference, combination.PriceImpact, combination.OptionValueIds) = ("HOSE-1-25", 15m, [27]));
        state.AddCombination(20, combination => (combination.Reference, combination.PriceImpact, combination.OptionValueIds) = ("HOSE-1-25B", 16m, [27]));
        state.Images.NextId = 24;
        for (var image = 24; image <= 28; image++)
            state.AddImage(20, Pictures.Jpeg);
    }

    public static void AddPrices(PrestaShopState state)
    {
        state.SpecificPrices.NextId = 3;
        state.AddSpecificPrice(price => (price.ProductId, price.FromQuantity, price.Reduction, price.ReductionType) = (20, 5, 0.1m, "percentage"));
        state.SpecificPrices[3]["reduction_tax"] = "1";
        state.AddSpecificPrice(price => (price.ProductId, price.CombinationId, price.CustomerId, price.Price) = (20, 41, 2, 17.3m));
        state.AddSpecificPrice(price => (price.ProductId, price.CurrencyId, price.GroupId, price.Reduction) = (20, 2, 3, 2m));
    }

    private static void AddReference(PrestaShopState state)
    {
        var dollar = state.AddCurrency("USD", 1.2m, "US Dollar");
        dollar["numeric_iso_code"] = "840";
        foreach (var (name, parent) in new[] { ("Clothes", 2), ("Men", 3), ("Women", 3), ("Accessories", 2), ("Stationery", 6), ("Home Accessories", 6), ("Art", 2), ("Garden", 2), ("Watering", 10), ("Bad link", 2) })
            state.AddCategory(name, parent);
        state.AddSupplier("Fashion supplier");
        state.AddSupplier("Accessories supplier");
        foreach (var name in new[] { "Studio Design", "Graphic Corner", "Hozelock & Söhne" })
            state.AddManufacturer(name);
        state.AddOption("Size", "S", "M", "L", "XL");
        state.AddOption("Color", [.. Enumerable.Range(5, 14).Select(id => $"Colour {id}")]);
        state.AddOption("Dimension", "40x60cm", "60x90cm", "80x120cm");
        state.AddOption("Paper Type", "Ruled", "Plain", "Squared", "Doted");
        state.AddOption("Length", "10 m", "25 m");
        state.AddFeature("Composition", "Polyester", "Wool", "Ceramic", "Cotton", "Recycled cardboard", "Matt paper");
        state.AddFeature("Property", "Long sleeves", "Short sleeves", "Removable cover", "120 pages");
        state.AddFeature("Material", "Rubber");
        state.AddTaxRuleGroup("FR Taux super réduit (2.1%)", 2.1m);
        state.AddTaxRuleGroup("EU VAT For Virtual Products", 20m);
        state.Taxes.NextId = 33;
        state.AddTaxRuleGroup("Double tax (combined)", 5m);
        state.AddTaxRuleGroup("QST", 9.975m);
    }

    private static void AddShirts(PrestaShopState state)
    {
        state.StockAvailables.NextId = 20;
        foreach (var value in Enumerable.Range(0, 8))
            state.AddCombination(1, combination => combination.OptionValueIds = [1 + (value / 2), value % 2 == 0 ? 8 : 11]);
        foreach (var value in Enumerable.Range(1, 4))
            state.AddCombination(2, combination => combination.OptionValueIds = [value]);
        (state.Products[1].DefaultCategoryId, state.Products[1].CategoryIds) = (4, [2, 3, 4]);
        (state.Products[2].DefaultCategoryId, state.Products[2].CategoryIds) = (5, [2, 3, 5]);
        int[] owners = [1, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 14, 16, 17, 18, 19, 19, 2, 14, 15];
        foreach (var product in owners)
            state.AddImage(product, Pictures.Jpeg);
    }

    private static void AddPack(PrestaShopState state)
    {
        var pack = state.Products[15];
        (pack.ProductType, pack.Bundle) = ("pack", [(5, 19, 5), (7, 0, 5)]);
        pack["cache_is_pack"] = "1";
    }

    private static void Bulk(PrestaShopProduct product, int id)
    {
        Minimal(product);
        (product.Reference, product.Price, product.Saved, product.Active, product.AvailableForOrder, product.ShowPrice) = ($"BULK-{id - 28}", 1.5m, true, true, true, true);
        (product.DefaultCategoryId, product.TaxRulesGroupId) = (10, 1);
        product["indexed"] = "1";
    }

    private static void Minimal(PrestaShopProduct product)
    {
        product.Name.SetAll("Minimal");
        (product.Price, product.Saved, product.Active, product.AvailableForOrder, product.ShowPrice) = (5.5m, false, false, false, false);
        (product.DefaultCategoryId, product.CategoryIds, product.TaxRulesGroupId, product.MinimalQuantity) = (0, [], 0, 0);
        product["redirect_type"] = "";
        foreach (var field in new[] { "indexed", "pack_stock_type", "additional_delivery_times" })
            product[field] = "0";
    }

    private static void At(PrestaShopState state, int id, Action<PrestaShopProduct> configure)
    {
        state.Products.NextId = id;
        state.AddProduct(configure);
    }
}
