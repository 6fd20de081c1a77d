using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace ErpSync.Sandbox.Tests.Vtiger;

public sealed class LoadTests(ITestOutputHelper output) : VtigerTest
{
    [Fact]
    public async Task Five_thousand_products_and_a_thousand_orders_are_listed_and_looked_up()
    {
        var watch = Stopwatch.StartNew();
        Add("Accounts", """{"accountname":"A"}""", 10);
        for (var i = 0; i < 5_000; i++)
            Add("Products", $$"""{"productname":"P{{i}}","productcode":"CODE-{{i:D4}}","unit_price":"1"}""", 1_000 + i);
        for (var i = 0; i < 1_000; i++)
            Add("SalesOrder", """{"subject":"S","account_id":"11x10","LineItems":[{"productid":"14x1000","quantity":"1","listprice":"1"},{"productid":"14x1001","quantity":"1","listprice":"1"},{"productid":"14x1002","quantity":"1","listprice":"1"}]}""");
        Report("seed", watch);

        var (id, seen) = ("14x0", 0);
        for (var page = await Page(id); page.GetArrayLength() > 0; page = await Page(id))
        {
            seen += page.GetArrayLength();
            id = page[page.GetArrayLength() - 1].GetProperty("id").GetString()!;
        }

        Report("51 pages by key", watch);
        for (var i = 0; i < 50; i++)
            (await QueryAsync($"select id from Products where productcode in ({string.Join(',', Enumerable.Range(i * 100, 100).Select(code => $"'CODE-{code:D4}'"))});")).Result.GetArrayLength().Should().Be(100);
        Report("50 look-ups of 100 codes", watch);
        (await QueryAsync("select * from SalesOrder order by id limit 0,100;")).Result.GetArrayLength().Should().Be(34);
        Report("orders with their lines", watch);

        seen.Should().Be(5_000);
    }

    private async Task<System.Text.Json.JsonElement> Page(string after) => (await QueryAsync($"select * from Products where id > '{after}' order by id limit 0,100;")).Result;

    private void Report(string what, Stopwatch watch)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {watch.ElapsedMilliseconds} ms"));
        watch.Restart();
    }
}
