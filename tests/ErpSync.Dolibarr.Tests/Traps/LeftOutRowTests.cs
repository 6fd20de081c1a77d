namespace ErpSync.Dolibarr.Tests;

/// <summary>
/// Rows that Dolibarr fails to load: it leaves them out of its lists without a word, and the page is short as if it were the last. Where the answer tells how many rows there are, the
/// walk goes on and nothing counts as gone.
/// </summary>
public sealed class LeftOutRowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(25)]
    public async Task Row_that_is_left_out_neither_ends_a_full_read_nor_passes_for_deleted(int broken)
    {
        await using var erp = await StartAsync(25);
        erp.State.Orders[broken].FailsToLoad = true;

        var results = await erp.ReadAsync<Order>();

        results.Select(result => result.Record?.Id.Value).OfType<string>().Should().Equal(Enumerable.Range(1, 25).Where(number => number != broken).Select(number => $"{number}"));
        var problem = results.Should().ContainSingle(result => result.Problem != null).Which.Problem!;
        (problem.Code, problem.EntityKind, problem.Id).Should().Be(("dolibarr.list-incomplete", EntityKind.Order, null), "nobody knows which it is, so nothing unseen counts as gone");
        problem.Message.Should().Contain("1 more rows of orders");
    }

    [Fact]
    public async Task Listing_with_rows_left_out_is_not_a_complete_one()
    {
        await using var erp = await StartAsync(12);
        (await erp.ListAsync<Order>()).Should().HaveCount(12);
        erp.State.Orders[3].FailsToLoad = true;

        var list = () => erp.ListAsync<Order>();

        (await list.Should().ThrowAsync<ConnectorException>()).Which.Problem.Code.Should().Be("dolibarr.list-incomplete");
    }

    [Fact]
    public async Task Page_of_nothing_but_rows_left_out_ends_the_walk_with_a_problem_and_not_without_end()
    {
        await using var erp = await StartAsync(25);
        for (var number = 11; number <= 25; number++)
            erp.State.Orders[number].FailsToLoad = true;

        var results = await erp.ReadAsync<Order>();

        results.Count(result => result.Record != null).Should().Be(10);
        results.Should().ContainSingle(result => result.Problem != null).Which.Problem!.Message.Should().Contain("15 more rows");
    }

    [Fact]
    public async Task Record_that_is_asked_for_by_id_and_left_out_is_a_problem_with_its_id_and_one_that_is_gone_is_not()
    {
        await using var erp = await StartAsync(4);
        erp.State.Orders[2].FailsToLoad = true;

        var results = await erp.Connector.Get<IFinder<Order>>().FindAsync([.. new[] { "1", "2", "3", "99" }.Select(id => new RemoteId(id))], CancellationToken.None).ToListAsync();

        results.Select(result => result.Record?.Id.Value).OfType<string>().Should().Equal("1", "3");
        results.Should().ContainSingle(result => result.Problem != null).Which.Problem!.Id.Should().Be(new RemoteId("2"));
    }

    [Fact]
    public async Task Token_that_a_row_left_out_may_bear_is_not_reported_as_unknown()
    {
        await using var erp = await StartAsync(2);
        erp.State.Orders[2].FailsToLoad = true;
        erp.State.Orders[2]["ref_ext"] = "main:shop:x:1";

        var find = () => erp.Connector.Get<ITokenFinder<Order>>().FindByTokenAsync(["main:shop:x:1"], CancellationToken.None);

        (await find.Should().ThrowAsync<ConnectorException>("else the order would be made a second time")).Which.Problem.Code.Should().Be("dolibarr.list-incomplete");
    }

    [Theory]
    [InlineData("23.0.0-beta", 20, 2)]
    [InlineData("23.0.0-beta", 19, 2)]
    [InlineData("23.0.0-beta", 21, 3)]
    [InlineData("18.0.0", 20, 3)]
    public async Task Full_last_page_is_known_to_be_the_last_where_the_number_of_rows_is_told(string version, int orders, int requests)
    {
        await using var erp = await StartAsync(orders, version);

        (await erp.ListAsync<Order>()).Should().HaveCount(orders);

        erp.Server.Requests.Snapshot().Count(request => request.Path.EndsWith("/orders", StringComparison.Ordinal)).Should().Be(requests);
    }

    [Theory]
    [InlineData("18.0.0")]
    [InlineData("23.0.0-beta")]
    public async Task Product_that_is_left_out_passes_neither_for_deleted_nor_for_new(string version)
    {
        await using var erp = await StartAsync(0, version);
        erp.State.Products[4].FailsToLoad = true;
        erp.State.Products[4].RefExt = "main:shop:product:4";

        var read = await erp.ReadAsync<Product>();
        read.Count(result => result.Record != null).Should().Be(8);
        read.Should().ContainSingle(result => result.Problem != null).Which.Problem!.Code.Should().Be("dolibarr.list-incomplete");
        (await erp.Connector.Get<IFinder<Product>>().FindAsync([new RemoteId("4"), new RemoteId("5")], CancellationToken.None).ToListAsync()).Select(result => result.Record?.Id ?? result.Problem!.Id).Should().BeEquivalentTo([new RemoteId("4"), new RemoteId("5")]);
        var find = () => erp.Connector.Get<ITokenFinder<Product>>().FindByTokenAsync(["main:shop:product:4"], CancellationToken.None);
        await find.Should().ThrowAsync<ConnectorException>();
        (await erp.Connector.Get<IKeyFinder<Product>>().FindByKeyAsync(["P4"], CancellationToken.None).ToListAsync()).Should().ContainSingle(result => result.Problem != null, "nothing is made while it may be there");
    }

    [Fact]
    public async Task Supplier_that_is_left_out_makes_the_listing_incomplete()
    {
        await using var erp = await StartAsync(0);
        for (var number = 0; number < 3; number++)
            (await erp.CreateAsync(new Supplier { Name = $"Supplier {number}" }, $"main:shop:supplier:{number}")).Written();
        erp.State.ThirdParties.Last().FailsToLoad = true;

        (await erp.ReadAsync<Supplier>()).Should().HaveCount(3).And.ContainSingle(result => result.Problem != null);
        var list = () => erp.ListAsync<Supplier>();
        await list.Should().ThrowAsync<ConnectorException>();
    }

    private static async Task<Erp> StartAsync(int orders, string version = "23.0.0-beta")
    {
        var erp = await Trade.StartAsync(options => options.DocumentPageSize = 10, server => server.Version = version, state =>
        {
            for (var number = 1; number <= orders; number++)
                state.AddOrder("""{"socid":1,"date":1795305600,"lines":[{"fk_product":1,"qty":1,"subprice":"10","tva_tx":"20","product_type":0}]}""");
        });
        await erp.OpenAsync();
        erp.Server.Requests.Clear();
        return erp;
    }
}
