namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>Maps are proposed from what both systems have.</summary>
public sealed class ProposalsTests
{
    [Fact]
    public void Statuses_are_proposed_both_ways_by_what_they_mean()
    {
        Remote<OrderStatus>[] statuses = [Status("10", OrderStage.Pending, false), Status("2", OrderStage.Confirmed, true), Status("6", OrderStage.Cancelled, false), Status("5", OrderStage.Completed, true)];

        StatusProposals.ForShop(statuses).Select(rule => (rule.Status, rule.Action, rule.Retry)).Should().Equal(
            ("2", OrderStatusAction.Import, false), ("5", OrderStatusAction.Import, false), ("6", OrderStatusAction.DoNotImport, false), ("10", OrderStatusAction.DoNotImport, true));
        StatusProposals.ForErp(statuses, []).Should().BeEquivalentTo(new Dictionary<OrderStage, string> { [OrderStage.Confirmed] = "2", [OrderStage.Completed] = "5", [OrderStage.Cancelled] = "6" });
    }

    [Fact]
    public async Task Ways_of_payment_are_proposed_from_the_two_running_systems()
    {
        await using var shop = await CyberShop.StartAsync();
        shop.Order();
        var connectors = new[] { "shop", "erp" }.Select(name => Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<Connector>(shop.World.Services, name)).ToList();
        var (mine, theirs) = (await ReadAsync(connectors[0]), await ReadAsync(connectors[1]));

        ReferenceProposals.PaymentMethods(mine, theirs).Should().Contain(new KeyValuePair<string, string>("ps_wirepayment", "2")).And.Contain(new KeyValuePair<string, string>("ps_checkpayment", "7"));
    }

    private static async Task<List<Remote<PaymentMethod>>> ReadAsync(Connector connector)
    {
        var methods = new List<Remote<PaymentMethod>>();
        await foreach (var result in connector.Get<IReader<PaymentMethod>>().ReadAsync(default))
            methods.Add(result.Record!);
        return methods;
    }

    private static Remote<OrderStatus> Status(string id, OrderStage stage, bool paid) => new(new RemoteId(id), new OrderStatus { Name = id, Stage = stage, IsPaid = paid, AllowsInvoice = paid });
}
