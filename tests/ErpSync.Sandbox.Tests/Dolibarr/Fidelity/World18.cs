namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>The server of version 18: two products, one of them with a child.</summary>
public static class World18
{
    public static void Seed(DolibarrState state, string name)
    {
        if (name is not ("attribute-create" or "attribute-value-create"))
            state.AddAttribute("COLOR", "Colour", "Red");
        else if (name == "attribute-value-create")
            state.AddAttribute("COLOR", "Colour");
        if (name is "product-create" or "product-create-special")
            return;
        var first = state.AddProduct(p =>
        {
            p.Ref = name == "products-list-pagination" || name == "products-list-properties" ? "X" : "TS-001";
            p.RefExt = "PS-1";
            p.Label = "T-shirt";
            p.Description = "<p>é & <b>x</b></p>";
            p.Price = 10.12m;
            p.VatRate = 20m;
            p.Barcode = "3760001000012";
            p.BarcodeType = 2;
        });
        Plain(state, "SP-ea_&_1__2");
        if (name is "products-list-pagination" or "products-list-properties")
            Enumerable.Range(0, 5).ToList().ForEach(i => Plain(state, $"B{i}"));
        if (name is "product-stock" or "stockmovements-list")
            state.SetStock(first.Id, 1, 10m);
        if (name == "documents-list")
            state.AddDocument(first.Id, "a.txt", "hi"u8.ToArray());
        if (name is "variant-child" or "variants-list")
            state.AddVariant(first.Id, new Dictionary<int, int> { [1] = 1 }, v => { v.PriceImpact = 2m; v.RefExt = "PS-1-1"; }, "TS-001-RED");
    }

    private static void Plain(DolibarrState state, string reference) => state.AddProduct(p =>
    {
        p.Ref = reference;
        p.Label = reference;
        p.PriceBaseType = "";
    });
}
