using System.Text.Json;
using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>Replays recorded requests one after the other on one stand-in and compares every value of the answers but the dates.</summary>
public sealed class HistoryTests : DolibarrTest
{
    private static readonly string[] Dates = ["date_creation", "date_modification", "tms", "datem"];

    public HistoryTests() => State.ProductExtraFields.Add("shopid");

    [RecordedFact]
    public async Task Products_created_and_updated_in_level_mode_show_the_recorded_values()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";

        await Replay(
            "product-create", "product-create-ttc", "product-create-multiprices", "product-create-duplicate-ref", "product-get", "product-by-ref", "product-by-ref-ext-duplicate", "product-get-stock",
            "product-update", "product-update-price");
        State.AddProduct(p => { p.Id = 4; p.Ref = "FOUR"; });
        await Replay("product-create-duplicate-ref-ext", "product-create-form");
    }

    [RecordedFact]
    public async Task Products_in_single_price_mode_show_the_recorded_values()
    {
        State.ProductExtraFields.Add("longdesc");
        State.AddProduct(p => { p.Id = 1060; p.Ref = "EMO-2"; });

        await Replay("product-create-single-price", "product-get-single-price", "product-update-single-price", "product-update-single-price-ttc");
        State.Constants["PRODUCT_PRICE_UNIQ"] = null;
        await Replay("product-update-price-no-mode");
    }

    [RecordedFact]
    public async Task Variants_show_the_recorded_values()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";
        State.AddAttribute("COLOR", "Colour", "Red", "Blue");
        State.AddAttribute("SIZE", "Size", "S", "M");
        State.AddProduct(p => { p.Id = 46; p.Ref = "BULK-0030"; });

        await Replay("variant-parent-create", "variant-create-clean", "variant-child-clean", "variant-child-update-ref-ext");
    }

    [RecordedFact]
    public async Task Special_characters_show_the_recorded_values()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";
        State.AddProduct(p => { p.Id = 6; p.Ref = "FORM-1"; });

        await Replay("product-create-special", "product-special-by-label");
    }

    [RecordedFact]
    public async Task Warehouses_and_movements_show_the_recorded_values()
    {
        State.RemoveWarehouse(1);
        State.AddProduct(p => p.Ref = "TS-001");
        State.AddWarehouse(w => { w.Id = 1; (w.Label, w.Place, w.Description, w.Address, w.Zip, w.Town, w.CountryId) = ("MAIN", "Main warehouse", "Paris", "1 rue du Test", "75001", "Paris", 1); });
        State.AddWarehouse(w => { w.Id = 2; (w.Label, w.Place) = ("SHOP2", "Second"); });

        await Replay("warehouse-get", "warehouses-list", "warehouse-create-duplicate", "stockmovement-add", "warehouse-update");
        State.SetStock(1, 2, 4m);
        await Post("stockmovements", """{"product_id":1,"warehouse_id":1,"qty":1}""");
        await Replay("stockmovement-remove");
        await Post("stockmovements", """{"product_id":1,"warehouse_id":1,"qty":-1}""");
        await Replay("product-stock", "product-stock-one-warehouse");
    }

    [RecordedFact]
    public async Task Categories_show_the_recorded_values()
    {
        State.AddProduct(p => p.Ref = "TS-001");

        await Replay(
            "category-create", "category-create-child", "category-create-duplicate", "category-get", "category-get-childs", "category-link-product-again", "category-of-product", "product-categories",
            "category-update-utf8");
    }

    private async Task Replay(params string[] names)
    {
        var folder = RecordingFolder.Of("dolibarr").Single(f => f.EndsWith("23.0.0-beta", StringComparison.Ordinal));
        foreach (var name in names)
        {
            var recording = Recording.Read(Path.Combine(folder, name + ".json"), folder)!;
            var path = Scope.Path(recording.Request)[1..] + (recording.Request.Query.Length > 0 ? "?" + recording.Request.Query : "");
            var isForm = recording.Request.Headers.TryGetValue("Content-Type", out var type) && type.Contains("form", StringComparison.Ordinal);
            var reply = isForm ? await PostForm(path, recording.Request.Body!) : await Send(new HttpMethod(recording.Request.Method), path, recording.Request.Body);

            Differences(JsonDocument.Parse(recording.Response!.Body!).RootElement, reply.Json, "$").Should().BeEmpty("{0} was recorded so", name);
        }
    }

    private async Task<Reply> PostForm(string path, string body)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("DOLAPIKEY", Erp.ApiKey);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync(new Uri(Erp.BaseAddress, "api/index.php/" + path), content);
        return new Reply(answer.StatusCode, "", await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<string> Differences(JsonElement recorded, JsonElement answered, string path)
    {
        if (recorded.ValueKind != answered.ValueKind)
            return [$"{path}: {recorded.GetRawText()} became {answered.GetRawText()}"];
        return recorded.ValueKind switch
        {
            JsonValueKind.Object => recorded.EnumerateObject().Where(p => !Dates.Contains(p.Name) && p.Name != "debug").SelectMany(p =>
                answered.TryGetProperty(p.Name, out var value) ? Differences(p.Value, value, path + "." + p.Name) : [$"{path}.{p.Name} is missing"]),
            JsonValueKind.Array when recorded.GetArrayLength() != answered.GetArrayLength() => [$"{path}: {recorded.GetArrayLength()} entries became {answered.GetArrayLength()}"],
            JsonValueKind.Array => recorded.EnumerateArray().Zip(answered.EnumerateArray()).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}[{i}]")),
            JsonValueKind.String when recorded.GetString() != answered.GetString() => [$"{path}: \"{recorded.GetString()}\" became \"{answered.GetString()}\""],
            JsonValueKind.Number when recorded.GetRawText() != answered.GetRawText() => [$"{path}: {recorded.GetRawText()} became {answered.GetRawText()}"],
            _ => [],
        };
    }
}
