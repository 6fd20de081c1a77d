using ErpSync.Vtiger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErpSync.Recipes.Tests.Vtiger;

/// <summary>Section E of the list: orders.</summary>
public sealed class OrderRuleTests
{
    [Fact]
    public async Task Vtiger_E1_Order_is_booked_in_the_currency_of_the_customer_with_its_rate()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Shop.AddCurrency("USD", 1.1m);
            world.Crm.AddCurrency("USD", "USA, Dollars", "$", 1.2m);
        });
        world.Order(world.Register(), VtigerWorld.Waiting, 2, (world.Product("MUG"), 1));
        await world.OrdersAsync();
        world.Only("SalesOrder")["currency_id"].Should().Be("21x2");
        world.Only("SalesOrder")["conversion_rate"].Should().StartWith("1.1");
    }

    [Fact]
    public async Task Vtiger_E2_Customer_comes_first_then_the_products_then_the_order()
    {
        await using var world = await VtigerWorld.StartAsync();
        world.TwoLines(VtigerWorld.Waiting);
        await world.OrdersAsync();
        var order = world.Only("SalesOrder");
        world.Only("Accounts").Number.Should().BeLessThan(order.Number);
        world.In("Products").Should().OnlyContain(product => product.Number < order.Number);
    }

    [Fact]
    public async Task Vtiger_E3_Subject_is_prefix_and_number_with_nothing_in_between()
    {
        await using var world = await VtigerWorld.StartAsync();
        var order = world.TwoLines(VtigerWorld.Waiting);
        await world.OrdersAsync();
        world.Only("SalesOrder")["subject"].Should().Be($"Bon de commande no{order.Id}");
    }

    [Theory]
    [InlineData("é", false)]
    [InlineData("a/b", false)]
    [InlineData(" CMD", false)]
    [InlineData("CMD #[1]_-", true)]
    [InlineData("", true)]
    public async Task Vtiger_E4_Prefix_takes_letters_digits_and_five_signs(string prefix, bool isValid)
    {
        await using var world = await VtigerWorld.StartAsync();
        world.TwoLines(VtigerWorld.Waiting);
        var restart = () => world.Host.Restart(VtigerWorld.Registration(o => o.OrderPrefix = prefix));
        if (!isValid)
        {
            restart();
            var read = () => world.Host.Services.GetRequiredService<IOptionsMonitor<VtigerOptions>>().Get("crm");
            read.Should().Throw<OptionsValidationException>().WithMessage($"*{prefix.Trim()}*");
            return;
        }

        restart();
        await world.OrdersAsync();
        world.Only("SalesOrder")["subject"].Should().StartWith(prefix);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Vtiger_E5_Account_is_made_with_the_order_where_the_option_says_so(bool creates)
    {
        await using var world = await VtigerWorld.StartAsync(o => o.CreateAccounts = creates, o => o.Defaults["SalesOrder.account_id"] = "11x2", world => world.Add("Accounts", ("accountname", "Web shop")).Id.Should().Be("11x2"));
        world.TwoLines(VtigerWorld.Waiting);
        await world.OrdersAsync();
        world.In("Accounts").Should().HaveCount(creates ? 2 : 1);
        world.Only("SalesOrder")["account_id"].Should().Be(creates ? world.In("Accounts")[1].Id : "11x2");
    }

    [Fact]
    public async Task Vtiger_E6_Deal_is_made_with_a_prefix_of_its_own()
    {
        await using var world = await VtigerWorld.StartAsync(o => o.CreateDeals = true);
        var order = world.TwoLines(VtigerWorld.Waiting);
        await world.OrdersAsync();
        world.Only("Potentials")["potentialname"].Should().Be($"Commande boutique no{order.Id}");
        world.Only("SalesOrder")["potential_id"].Should().Be(world.Only("Potentials").Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Vtiger_E7_Deal_is_linked_to_the_account_and_without_one_to_the_contact(bool creates)
    {
        await using var world = await VtigerWorld.StartAsync(o => (o.CreateDeals, o.CreateAccounts) = (true, creates), o => o.Defaults["SalesOrder.account_id"] = "11x2", world => world.Add("Accounts", ("accountname", "Web shop")));
        world.TwoLines(VtigerWorld.Waiting);
        await world.OrdersAsync();
        world.Only("Potentials")["related_to"].Should().Be(creates ? world.In("Accounts")[1].Id : "");
        world.Only("Potentials")["contact_id"].Should().Be(creates ? "" : world.Only("Contacts").Id);
    }

    [Fact]
    public async Task Vtiger_E8_Mandatory_account_that_nobody_delivers_is_told_by_the_check_and_holds_the_order()
    {
        await using var world = await VtigerWorld.StartAsync(o => o.CreateAccounts = false);
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "vtiger.field-missing" && finding.Message.Contains("account_id", StringComparison.Ordinal));
        world.TwoLines(VtigerWorld.Waiting);
        var run = await world.TryFeedAsync("orders");
        run.Failed.Should().Be(1);
        world.In("SalesOrder").Should().BeEmpty();
    }

    [Fact]
    public async Task Vtiger_E9_Street_that_the_shop_lacks_gets_the_default()
    {
        await using var world = await VtigerWorld.StartAsync();
        var customer = world.Register();
        world.Shop.Sales.AddAddress(customer.Id).With(("address1", ""));
        world.Order(customer, VtigerWorld.Waiting, (world.Product("MUG"), 1));
        await world.OrdersAsync();
        (world.Only("SalesOrder")["bill_street"], world.Only("SalesOrder")["ship_street"]).Should().Be(("--None--", "--None--"));
    }

    [Fact]
    public async Task Vtiger_E10_Second_event_for_an_order_makes_no_second_sales_order()
    {
        await using var world = await VtigerWorld.StartAsync();
        var order = world.TwoLines(VtigerWorld.Waiting);
        await world.OrdersAsync();
        await world.Host.Signals.SignalAsync("main", EntityKind.Order, RemoteId.From(order.Id), SignalEvent.Created);
        await world.Host.Signals.CarryOverAsync("main");
        world.Touch(order);
        await world.OrdersAsync();
        world.In("SalesOrder").Should().ContainSingle();
    }

    [Fact]
    public async Task Vtiger_E11_Order_in_a_currency_without_link_is_held_with_the_reason_and_never_booked_in_the_base_currency()
    {
        await using var world = await VtigerWorld.StartAsync(o => o.CreateCurrencies = false, seed: world => world.Shop.AddCurrency("GBP", 0.85m));
        world.Order(world.Register(), VtigerWorld.Waiting, 2, (world.Product("MUG"), 1));
        var run = await world.TryFeedAsync("orders");
        run.Failed.Should().Be(1);
        run.Messages.Should().Contain(message => message.Contains("GBP", StringComparison.Ordinal));
        world.In("SalesOrder").Should().BeEmpty();
    }
}
