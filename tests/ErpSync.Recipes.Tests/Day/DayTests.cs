using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace ErpSync.Recipes.Tests.Day;

/// <summary>One day of a shop in simulation. <c>ERPSYNC_DAY_ORDERS</c> and <c>ERPSYNC_DAY_SEED</c> choose another one; see the README beside this file.</summary>
public sealed class DayTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Day_of_a_shop_ends_with_money_stock_and_statuses_of_both_sides_as_the_books_say()
    {
        var (seed, orders) = (Setting("ERPSYNC_DAY_SEED", 1), Setting("ERPSYNC_DAY_ORDERS", 2000));
        await using var day = await PlayAsync(seed, orders);
        Happened(day, orders);
        Report(seed, orders, day).Should().BeEmpty();
    }

    [Fact]
    public async Task Payment_of_which_half_is_lost_on_the_way_is_caught() => await CaughtAsync(
        builder => builder.ConfigureConnector("erp", (_, connector) => connector.Decorate(new HalfAPayment())),
        "order * paid in the ERP: expected *, found *");

    [Fact]
    public async Task Order_that_is_made_twice_is_caught() => await CaughtAsync(
        builder => builder.ConfigureConnector("erp", (_, connector) => connector.With<ICreator<Order>>(new TwiceTheFirst(connector.Get<ICreator<Order>>()))),
        "order * orders in the ERP: expected 1, found 2");

    [Fact]
    public async Task Stock_movement_that_is_swallowed_is_caught() => await CaughtAsync(
        builder => builder.ConfigureConnector("shop", (_, connector) => connector.Decorate(new SwallowedStock())),
        "stock of * in the shop: expected *, found *");

    /// <summary>Plays a short day with a defect planted between the engine and a system: the audit must name it, the seed and the record.</summary>
    private async Task CaughtAsync(Action<IErpSyncBuilder> defect, string expected)
    {
        await using var day = await PlayAsync(2, 30, 12, defect);
        Report(2, 30, day).Should().Match($"seed 2, 30 orders,*{expected}*");
    }

    private async Task<ShopDay> PlayAsync(int seed, int orders, int steps = 42, Action<IErpSyncBuilder>? more = null)
    {
        var day = new ShopDay(seed, orders, steps, more);
        try
        {
            await day.PlayAsync();
            return day;
        }
        catch
        {
            foreach (var line in day.World.Log)
                output.WriteLine(line);
            await day.DisposeAsync();
            throw;
        }
    }

    /// <summary>A day on which nothing happens proves nothing.</summary>
    private static void Happened(ShopDay day, int orders)
    {
        var books = day.Books.Orders;
        books.Count.Should().Be(orders);
        foreach (var stage in Enum.GetValues<Stage>().Where(_ => orders >= 500))
            books.Should().Contain(order => order.Stage == stage, "the day walks through {0}", stage);
        if (orders < 500)
            return;
        books.Should().Contain(order => order.Parcels.Count > 1, "some parcels go out in parts");
        books.Should().Contain(order => order.OnSlips > 0m, "some money goes back");
        books.Should().Contain(order => order.Stage == Stage.Cancelled && order.IsInvoiced, "some invoices are cancelled");
        books.Should().Contain(order => order.Currency == "USD" && order.Stage == Stage.Delivered);
        day.Crashes.Should().BeGreaterThan(2);
        day.Outages.Should().BeGreaterThan(12);
    }

    private string Report(int seed, int orders, ShopDay day)
    {
        var differences = new DayAudit(day.World, day.Books).Differences();
        output.WriteLine($"seed {seed}, {orders} orders, {day.Outages} outages, {day.Crashes} crashes, {day.World.ShopServer.Requests.Total} + {day.World.ErpServer.Requests.Total} requests, {differences.Count} differences");
        foreach (var line in day.World.Log)
            output.WriteLine(line);
        return differences.Count == 0 ? "" : string.Join(Environment.NewLine, differences.Take(30).Prepend($"seed {seed}, {orders} orders, {differences.Count} differences:"));
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : usual;
}
