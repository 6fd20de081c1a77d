using ErpSync.Recipes.Tests.Connect;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Pairs;

public sealed class DailySummaryTests
{
    [Fact]
    public async Task A_day_is_told_in_orders_money_and_what_was_set_aside()
    {
        await using var world = ConnectWorld.New();
        var express = world.Shop.State.Sales.AddCarrier("Express", 9m);
        var orders = new[] { world.Shop.Order(quantity: 2), world.Shop.Order(quantity: 1) };
        world.Shop.Order(carrier: express.Id);
        await world.ConnectAsync();
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        await world.FeedAsync(ConnectFeedNames.ImportNewOrders);
        var history = world.Services.GetRequiredService<ISyncHistory>();

        var summary = await history.SummariseAsync("main", new DateOnly(2026, 11, 22));

        (summary.OrdersIn, summary.Parked, summary.ParkedOnDay, summary.Conflicts).Should().Be((2, 1, 1, 0));
        summary.Orders.In.Should().Equal(new Money(orders.Sum(order => order.Amount("total_paid_tax_incl")), CurrencyCode.Parse("EUR")));
        summary.IsBalanced.Should().BeTrue(summary.ToString());
        summary.ToString().Should().Contain("2 orders in").And.NotContain("DIFFERS");

        var booked = world.Erp.State.Orders.First();
        booked.Amounts = booked.Amounts with { Gross = booked.Amounts.Gross + 1 };
        (await history.SummariseAsync("main", new DateOnly(2026, 11, 22))).IsBalanced.Should().BeFalse();
        (await history.SummariseAsync("main", new DateOnly(2026, 11, 21))).OrdersIn.Should().Be(0);
    }
}
