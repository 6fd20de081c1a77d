namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>The parents and children of the server of version 23.</summary>
public static class World23Variants
{
    private static readonly string[] OfFirst =
        ["variant-child-after-parent", "variant-child-product", "products-list-variants-only", "products-list-parents-only", "variants-list", "variants-list-stock", "variant-delete", "products-list-filter-extrafield", "stockmovement-add-variant", "warehouse-products"];

    private static readonly int[] Hoods = [47, 48, 49];

    public static void Seed(DolibarrState state, string name)
    {
        if (OfFirst.Contains(name))
            First(state, name);
        if (name is "variant-parent-create" or "products-list-variants-only")
            return;
        Hood(state, name);
    }

    private static void First(DolibarrState state, string name)
    {
        state.AddVariant(1, new Dictionary<int, int> { [1] = 1, [2] = 3 }, v => { v.ChildId = 12; v.WeightImpact = 0.05m; }, "TS-001-RED-S");
        state.AddVariant(1, new Dictionary<int, int> { [1] = 2, [2] = 4 }, v => { v.ChildId = 13; v.PriceImpact = 10m; v.PriceImpactIsPercent = true; });
        state.AddVariant(1, new Dictionary<int, int> { [99] = 1 }, v => v.ChildId = 16);
        if (name is "variant-child-product" or "variant-child-after-parent")
            state.AddVariant(1, new Dictionary<int, int> { [1] = 1, [2] = 3 }, v => v.ChildId = 14, "TS-001_RED_S");
        if (name == "warehouse-products")
            state.SetStock(12, 1, 7m);
    }

    private static void Hood(DolibarrState state, string name)
    {
        state.AddProduct(p =>
        {
            (p.Id, p.Ref, p.Label, p.RefExt, p.Price, p.VatRate) = (Hoods[0], "HOOD", "Hoodie", "PS-50", 40m, 20m);
            if (name == "variant-parent-price-change")
                p.ExtraFields["shopid"] = "A2";
        });
        if (name is "variant-create-clean")
            return;
        state.AddVariant(Hoods[0], new Dictionary<int, int> { [1] = 1, [2] = 3 }, v => { v.ChildId = Hoods[1]; v.PriceImpact = 5m; v.RefExt = "PS-50-501"; }, "HOOD-RED-S");
        state.AddVariant(Hoods[0], new Dictionary<int, int> { [1] = 2, [2] = 4 }, v => { v.ChildId = Hoods[2]; v.PriceImpact = 1m; }, "HOOD-BLUE-M");
        if (name is "product-conditional-get" or "variant-child-after-parent-price")
            Edited(state.Products[Hoods[1]]);
        if (name is "variant-child-after-parent-price")
            Enumerable.Range(2, 4).ToList().ForEach(level => state.Products[Hoods[1]].PriceLevels[level] = new DolibarrPriceLevel());
        state.Products[Hoods[1]].IsUsed = true;
    }

    /// <summary>What was stored in the child after its creation.</summary>
    private static void Edited(DolibarrProduct child)
    {
        child.ExtraFields["shopid"] = "zzz";
        child.Barcode = "3760001000500";
        child.BarcodeType = 2;
        child.RefExt = "PS-50-501";
    }
}
