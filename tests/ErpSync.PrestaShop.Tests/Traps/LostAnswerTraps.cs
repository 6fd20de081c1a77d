using ErpSync.Sandbox;

namespace ErpSync.PrestaShop.Tests.Traps;

/// <summary>The answer to a write is lost after the shop stored it: nothing is sent twice, whatever the record is.</summary>
public sealed class LostAnswerTraps
{
    private const string TrackingNumber = "1Z999";

    public static TheoryData<FaultKind> Losses => [FaultKind.DropAfterCommit, FaultKind.ErrorAfterCommit, FaultKind.TruncatedBody];

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_customer_is_not_doubled(FaultKind fault)
    {
        await using var shop = await LosingAsync(fault);

        var result = (await shop.CreateAsync(new Customer { FirstName = "Jane", LastName = "Doe", Email = "lost@example.com" }))[0];

        Shown(result);
        shop.Server.State.Sales.Customers.Count(row => row["email"] == "lost@example.com").Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task An_address_is_not_doubled(FaultKind fault)
    {
        await using var shop = await LosingAsync(fault);
        var customer = shop.Server.State.Sales.AddCustomer("owner@example.com");
        var before = shop.Server.State.Sales.Addresses.Count;

        var result = (await shop.CreateAsync(new Address { Owner = new Ref(EntityKind.Customer, RemoteId.From(customer.Id)), FirstName = "Jane", LastName = "Doe", Line1 = "1 Main St", City = "Lyon", Country = "FR" }))[0];

        Shown(result);
        shop.Server.State.Sales.Addresses.Should().HaveCount(before + 1);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_category_and_a_maker_are_not_doubled(FaultKind fault)
    {
        await using var shop = await LosingAsync(fault);
        var (categories, makers) = (shop.Server.State.Categories.Count, shop.Server.State.Manufacturers.Count);

        Shown((await shop.CreateAsync(new Category { Name = LocalizedText.From([new("en", "Lost"), new("fr", "Perdu")]), Active = true }))[0]);
        shop.Server.Faults.Add(new Fault(fault) { Method = "POST" });
        Shown((await shop.CreateAsync(new Manufacturer { Name = "Lost", Active = true }))[0]);

        shop.Server.State.Categories.Should().HaveCount(categories + 1);
        shop.Server.State.Manufacturers.Should().HaveCount(makers + 1);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_price_is_not_doubled(FaultKind fault)
    {
        await using var shop = await LosingAsync(fault);
        var product = shop.Server.State.AddProduct(one => one.Price = 20m);

        var result = (await shop.CreateAsync(new Price { Owner = new Ref(EntityKind.Product, RemoteId.From(product.Id)), Net = new Money(14m, Samples.Euro) }))[0];

        Shown(result);
        shop.Server.State.SpecificPrices.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_state_is_added_once_and_mails_nobody(FaultKind fault)
    {
        await using var shop = await LosingAsync(fault);
        SalesSeed.Order(shop.Server.State);
        var order = (await shop.ReadAsync<Order>()).Single();
        var before = shop.Server.State.Sales.Histories.Count;

        var result = (await shop.UpdateAsync((order, order.Value with { Stage = OrderStage.Shipped }, [nameof(Order.Stage)])))[0];
        var again = (await shop.ReadAsync<Order>()).Single();
        await shop.UpdateAsync((again, again.Value with { Stage = OrderStage.Shipped }, [nameof(Order.Stage)]));

        Shown(result);
        again.Value.Stage.Should().Be(OrderStage.Shipped);
        shop.Server.State.Sales.Histories.Should().HaveCount(before + 1);
        shop.Server.State.Sales.Mails.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_second_parcel_is_not_doubled(FaultKind fault)
    {
        await using var shop = await LosingAsync(fault);
        SalesSeed.Order(shop.Server.State);
        var order = new Ref(EntityKind.Order, new RemoteId("1"));
        shop.Server.State.Sales.OrderCarriers.Single().With(("tracking_number", "FIRST"));

        var result = (await shop.CreateAsync(new Shipment { Order = order, TrackingNumbers = [TrackingNumber] }))[0];

        Shown(result);
        shop.Server.State.Sales.OrderCarriers.Select(row => row["tracking_number"]).Should().Equal("FIRST", TrackingNumber);
    }

    [Theory]
    [InlineData(FaultKind.DropAfterCommit, "9.1.4")]
    [InlineData(FaultKind.ErrorAfterCommit, "8.2.1")]
    [InlineData(FaultKind.DropAfterCommit, "1.7.8")]
    public async Task A_quantity_whose_answer_is_lost_is_stored_once_and_the_others_are_too(FaultKind fault, string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var products = Enumerable.Range(0, 3).Select(_ => shop.Server.State.AddProduct()).ToList();
        await shop.OpenAsync();
        var levels = (await shop.ReadAsync<StockLevel>()).Where(level => products.Exists(product => level.Value.Owner == new Ref(EntityKind.Product, RemoteId.From(product.Id)))).ToList();
        shop.Server.Faults.Add(new Fault(fault) { Method = version == "1.7.8" ? "PUT" : "PATCH" });

        var results = await shop.UpdateAsync([.. levels.Select(level => (level, level.Value with { Quantity = 7 }, new[] { nameof(StockLevel.Quantity) }))]);

        results.Should().OnlyContain(result => result is WriteResult<StockLevel>.Written);
        (await shop.ReadAsync<StockLevel>()).Where(level => levels.Exists(one => one.Id == level.Id)).Should().HaveCount(3).And.OnlyContain(level => level.Value.Quantity == 7);
        shop.Server.Requests.Writes.Should().Be(1);
    }

    private static async Task<Shop> LosingAsync(FaultKind fault)
    {
        var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(fault) { Method = "POST" });
        return shop;
    }

    // Found, or told as unknown so that it is looked for: never as refused, which would be sent again.
    private static void Shown<T>(WriteResult<T> result)
        where T : class, IEntity =>
        (result is WriteResult<T>.Written || result is WriteResult<T>.Failed { Problem.Kind: ProblemKind.OutcomeUnknown }).Should().BeTrue(result.ToString());
}
