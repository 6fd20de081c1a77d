using System.Text.Json.Nodes;
using ErpSync.Sandbox.Vtiger;

namespace ErpSync.Vtiger.Tests;

/// <summary>Products and orders for tests of documents.</summary>
internal static class OrderSeeds
{
    private static readonly CurrencyCode Euro = Documents.Euro;

    public static async Task<Crm> StartAsync(Action<VtigerOptions>? configure = null)
    {
        var crm = await Crm.StartAsync(configure);
        await crm.OpenAsync();
        return crm;
    }

    public static string Product(VtigerState state, string code, params string[] taxes)
    {
        var element = new JsonObject { ["productname"] = "Product " + code, ["productcode"] = code, ["unit_price"] = "10", ["discontinued"] = "1", ["qtyinstock"] = "100" };
        foreach (var tax in taxes)
            element[tax] = tax switch { "tax1" => "4.5", "tax2" => "10", _ => "12.5" };
        return state.Add("Products", element).Id;
    }

    public static void Seed(VtigerState state, VtigerRecord account, string subject, params (string Product, int Quantity, decimal Price)[] lines) => state.Add("SalesOrder", new JsonObject
    {
        ["subject"] = subject,
        ["sostatus"] = "Approved",
        ["account_id"] = account.Id,
        ["bill_street"] = "x",
        ["ship_street"] = "x",
        ["hdnTaxType"] = "individual",
        ["currency_id"] = "21x1",
        ["conversion_rate"] = "1",
        ["productid"] = lines[0].Product,
        ["LineItems"] = new JsonArray([.. lines.Select(line => (JsonNode)new JsonObject { ["productid"] = line.Product, ["quantity"] = $"{line.Quantity}", ["listprice"] = line.Price, ["tax1"] = "4.5" })]),
    });

    public static async Task<Order> OrderAsync(Crm crm, params DocumentLine[] lines)
    {
        var customer = await crm.CreatedAsync(new Customer { Company = "ACME", Email = "buyer@acme.example" });
        return new Order { Reference = "1000", Customer = new Ref(EntityKind.Customer, customer.Id), BillTo = new PostalAddress { Line1 = "1 rue de la Paix" }, Currency = Euro, Lines = lines.ToValueList(), Stage = OrderStage.Pending, TotalGross = lines.All(line => line.Taxes?.Any(rate => rate.Compound) != true) ? new Money(lines.Sum(line => line.Gross!.Value.Amount), Euro) : null };
    }
}
