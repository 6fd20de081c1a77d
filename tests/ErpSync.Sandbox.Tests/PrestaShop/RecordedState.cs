using ErpSync.Sandbox.PrestaShop;
using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>Brings the store to where it was when a recording was taken.</summary>
internal static class RecordedState
{
    private static readonly string[] BeforeCombinations =
    [
        "combinations-create", "products-update-put-full", "products-update-put-id-mismatch", "products-update-put-destroys", "products-patch", "products-patch-result",
        "products-patch-all-languages", "products-patch-empty", "products-patch-associations-only", "products-method-override",
    ];

    public static void Prepare(PrestaShopSandbox shop, Recording taken)
    {
        var (state, recording) = (shop.State, taken.Name);
        DemoStore.Seed(state);
        state.Manufacturers[1].AddressIds = [4];
        DemoStore.AddSupply(state, created: !recording.StartsWith("suppliers-create", StringComparison.Ordinal));
        if (recording.StartsWith("dates-boundary", StringComparison.Ordinal))
            state.Products[2].DateUpd = taken.Request.Query.Split("filter[date_upd]=")[1].Split('[')[1][..21].Replace("%20", " ", StringComparison.Ordinal);
        if (IsBeforeCreates(recording))
            return;
        if (BeforeCombinations.Contains(recording))
            DemoStore.AddHose(state, withCombinations: false);
        else
            DemoStore.AddCreated(state);
        if (!recording.StartsWith("specific-prices-create", StringComparison.Ordinal) || recording.EndsWith("duplicate", StringComparison.Ordinal))
            DemoStore.AddPrices(state);
        if (shop.Version.StartsWith('8'))
            ForgetTypes(state);
        DemoSales.Seed(shop, taken);
        Adjust(shop, recording);
        if (recording.StartsWith("multishop", StringComparison.Ordinal))
            AddShops(state);
    }

    /// <summary>True for lists that were taken when only the demo products existed, so that their ids can be compared.</summary>
    public static bool IsBeforeCreates(string recording) =>
        (recording.StartsWith("products-filter", StringComparison.Ordinal) || recording.StartsWith("products-list", StringComparison.Ordinal))
        && recording is not "products-filter-date-url-unencoded-gt";

    /// <summary>8.x leaves the type of products empty that the API created.</summary>
    private static void ForgetTypes(PrestaShopState state)
    {
        foreach (var product in state.Products.Where(product => product.Id >= 20 && product.ProductType == "standard"))
            product.ProductType = "";
    }

    private static void Adjust(PrestaShopSandbox shop, string recording)
    {
        var state = shop.State;
        switch (recording)
        {
            case "auth-webservice-disabled" or "auth-webservice-disabled-json":
                shop.WebserviceEnabled = false;
                break;
            case "customers-get-deleted":
                shop.State.Sales.RemoveCustomer(3);
                break;
            case "taxes-get-deleted":
                state.Taxes[34].Deleted = true;
                break;
            case "products-get-pack-15":
                state.Products[15].CategoryIds = [2, 6, 8, 9];
                break;
            case "images-products-upload":
                state.RemoveProduct(20);
                DemoStore.AddHose(state, withCombinations: false);
                break;
            case "products-update-put-destroys":
                state.Products[20].ManufacturerId = 3;
                break;
            case "images-categories-upload":
                break;
            default:
                if (recording.StartsWith("images-categories", StringComparison.Ordinal))
                    GiveCategoryPicture(shop);
                break;
        }
    }

    private static void GiveCategoryPicture(PrestaShopSandbox shop)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = ShopClient.Basic(shop.ApiKey);
        using var form = Pictures.Form(Pictures.Jpeg);
        http.PostAsync(new Uri(shop.BaseAddress, "api/images/categories/10"), form).GetAwaiter().GetResult().Dispose();
    }

    private static void AddShops(PrestaShopState state)
    {
        state.AddShop("Shop 2");
        state.AddShop("Shop 3").GroupId = 2;
        foreach (var product in Enumerable.Range(1, 4))
        {
            state.PutInShop(product, 2);
            state.PutInShop(product, 3);
        }
    }
}
