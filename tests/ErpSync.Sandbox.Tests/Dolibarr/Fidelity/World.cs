using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>Seeds the stand-in comparable to the recorded servers, with the recorded ids.</summary>
public static class World
{
    private const string PlainUserKey = "plain-user";

    public static DolibarrSandboxOptions Options(string version, string name) => new()
    {
        Version = version,
        Clock = new TestClock(),
        Utf8mb4 = name.EndsWith("utf8mb4", StringComparison.Ordinal),
    };

    /// <summary>The key that a recording was made with.</summary>
    public static string Key(DolibarrSandbox erp, RecordedRequest request)
    {
        erp.Keys.Add(PlainUserKey, DolibarrRights.ProductRead | DolibarrRights.StockRead);
        return request.Body == """{"product_id": 48, "warehouse_id": 4, "qty": 1}""" ? PlainUserKey : erp.ApiKey;
    }

    public static void Seed(DolibarrSandbox erp, string version, string name, string recordedBody)
    {
        var state = erp.State;
        Prices(state, name);
        if (name.Contains("empty", StringComparison.Ordinal) && name != "documents-product-empty")
        {
            Empty(state);
            if (name == "multicurrencies-empty")
                state.Currencies[1].Name = "Euros (€)";
            return;
        }

        Warehouses(state, name);
        if (version == "18.0.0")
            World18.Seed(state, name);
        else
            World23.Seed(state, name, recordedBody);
        if (version == "18.0.0")
            WorldTrade18.Seed(state, name);
        else
            WorldTrade.Seed(state, name);
    }

    private static void Prices(DolibarrState state, string name)
    {
        state.Constants["PRODUCT_PRICE_UNIQ"] = name.Contains("no-mode", StringComparison.Ordinal) ? null : "1";
        state.Constants["PRODUIT_MULTIPRICES"] = name.Contains("single-price", StringComparison.Ordinal) || name.Contains("no-mode", StringComparison.Ordinal) ? null : "1";
        state.VatRates.Add(new DolibarrVatRate(23, 14, 0m, "VAT rate 0"));
        state.VatRates.Add(new DolibarrVatRate(25, 14, 5m, "GST/TPS and PST/TVQ rate for Province") { LocalTax1 = "9.975", LocalTax1Type = 1 });
        state.VatRates.Add(new DolibarrVatRate(174, 4, 21m, "VAT rate - standard") { LocalTax1 = "5.2", LocalTax1Type = 3, LocalTax2 = "-19:-15:-9", LocalTax2Type = 5 });
    }

    private static void Empty(DolibarrState state)
    {
        if (state.Warehouses.Find(1) is { } warehouse)
            state.RemoveWarehouse(warehouse.Id);
    }

    private static void Warehouses(DolibarrState state, string name)
    {
        if (name == "warehouse-create")
            state.RemoveWarehouse(1);
        else
            state.AddWarehouse(w => w.Label = "SHOP2");
    }
}
