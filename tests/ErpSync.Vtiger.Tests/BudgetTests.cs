using System.Text.Json.Nodes;

namespace ErpSync.Vtiger.Tests;

/// <summary>The published request budgets, counted at the connection's own meter.</summary>
public sealed class BudgetTests
{
    [Fact]
    public async Task Read_of_1000_contacts_takes_12_requests()
    {
        await using var crm = await Crm.StartAsync(seed: state =>
        {
            for (var number = 0; number < 1000; number++)
                state.Add("Contacts", new JsonObject { ["lastname"] = $"C{number}", ["email"] = $"c{number}@example.org" });
        });
        await crm.OpenAsync();
        (await crm.RecordsAsync<Contact>()).Should().HaveCount(1000);
        crm.Meter.Requests.Data.Should().BeLessThanOrEqualTo(12);
    }

    [Fact]
    public async Task Read_of_1000_products_without_their_taxes_takes_12_requests()
    {
        await using var crm = await Crm.StartAsync(options => options.ProductTaxes = false, seed: state => TenFactsTraps.Products(state, 1000));
        await crm.OpenAsync();
        (await crm.RecordsAsync<Product>()).Should().HaveCount(1000);
        crm.Meter.Requests.Data.Should().BeLessThanOrEqualTo(12);
    }

    [Fact]
    public async Task Taxes_take_one_request_per_changed_product_and_none_for_the_others()
    {
        await using var crm = await Crm.StartAsync(seed: state => TenFactsTraps.Products(state, 50));
        await crm.OpenAsync();
        await crm.RecordsAsync<Product>();
        crm.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var record in crm.State.Records.Values.Where(record => record.Module == "Products").Take(3))
            record["modifiedtime"] = "2026-11-22 03:00:30";
        await crm.OpenAsync();
        var before = crm.Meter.Requests.Data;
        await crm.RecordsAsync<Product>();
        (crm.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(2 + 3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_of_50_orders_with_150_lines_takes_5_requests(bool isAdmin)
    {
        await using var crm = await Crm.StartAsync(options => (options.UserName, options.AccessKey) = isAdmin ? (options.UserName, options.AccessKey) : ("clerk", "ClerkKey"), seed: state =>
        {
            state.AddUser(new ErpSync.Sandbox.VtigerUser(5, "clerk", "ClerkKey"));
            TenFactsTraps.Products(state, 3);
            var account = state.Add("Accounts", new JsonObject { ["accountname"] = "ACME" });
            var products = state.Records.Values.Where(record => record.Module == "Products").Select(record => record.Id).ToList();
            for (var number = 0; number < 50; number++)
            {
                state.Add("SalesOrder", new JsonObject
                {
                    ["subject"] = $"o{number}",
                    ["sostatus"] = "Created",
                    ["account_id"] = account.Id,
                    ["bill_street"] = "x",
                    ["ship_street"] = "x",
                    ["hdnTaxType"] = "individual",
                    ["currency_id"] = "21x1",
                    ["conversion_rate"] = "1",
                    ["productid"] = products[0],
                    ["LineItems"] = new JsonArray([.. products.Select(id => (JsonNode)new JsonObject { ["productid"] = id, ["quantity"] = "1", ["listprice"] = "10", ["tax1"] = "4.5" })]),
                });
            }
        });
        await crm.OpenAsync();
        (await crm.RecordsAsync<Order>()).SelectMany(order => order.Value.Lines).Should().HaveCount(150);
        crm.Meter.Requests.Data.Should().BeLessThanOrEqualTo(5);
    }
}
