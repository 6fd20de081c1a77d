using ErpSync.Sandbox;

namespace ErpSync.PrestaShop.Tests;

public sealed class ReadTraps
{
    [Fact]
    public async Task Every_list_names_its_fields_and_its_order()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.AddProduct();
        await shop.OpenAsync();

        await shop.ReadAsync<Product>();
        await shop.ReadAsync<ProductVariant>();
        await shop.ReadAsync<StockLevel>();
        await shop.ReadAsync<Category>();
        await shop.ListAsync<Product>();
        await shop.FindAsync<Product>("1");

        shop.Server.Requests.Snapshot().Should().OnlyContain(request =>
            request.Query.Contains("display=", StringComparison.Ordinal) && request.Query.Contains("sort=", StringComparison.Ordinal) && request.Query.Contains("output_format=JSON", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    public async Task Stock_of_a_product_with_combinations_is_theirs_alone(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var (_, values) = shop.Server.State.AddOption("Size", "S", "M");
        var simple = shop.Server.State.AddProduct();
        var parent = shop.Server.State.AddProduct();
        var small = shop.Server.State.AddCombination(parent.Id, c => c.OptionValueIds = [values[0].Id]);
        var late = shop.Server.State.AddProduct();
        var medium = shop.Server.State.AddCombination(parent.Id, c => c.OptionValueIds = [values[1].Id]);
        await shop.OpenAsync();

        var read = (await shop.ReadAsync<StockLevel>()).Select(level => level.Id.Value).ToList();
        var listed = (await shop.ListAsync<StockLevel>()).Select(line => line.Id.Value).ToList();
        var found = await shop.FindAsync<StockLevel>($"product:{parent.Id}", $"product:{simple.Id}", $"variant:{small.Id}");

        read.Should().Contain([$"product:{simple.Id}", $"product:{late.Id}", $"variant:{small.Id}", $"variant:{medium.Id}"]).And.NotContain($"product:{parent.Id}");
        listed.Should().BeEquivalentTo(read);
        found.Select(level => level.Id.Value).Should().BeEquivalentTo([$"product:{simple.Id}", $"variant:{small.Id}"]);
    }

    [Theory]
    [InlineData("A,B")]
    [InlineData("A|B")]
    [InlineData("A]B")]
    [InlineData("O'Neil & Çé \"x\"")]
    [InlineData("100%_x")]
    public async Task A_reference_with_operators_is_found_and_nothing_else(string reference)
    {
        await using var shop = await Shop.StartAsync();
        var wanted = shop.Server.State.AddProduct(p => p.Reference = reference);
        shop.Server.State.AddProduct(p => p.Reference = "A");
        shop.Server.State.AddProduct(p => p.Reference = "B");
        shop.Server.State.AddProduct(p => p.Reference = "100xyx");
        await shop.OpenAsync();

        var found = await shop.Connector.Get<IKeyFinder<Product>>().FindByKeyAsync([reference, "plain"], CancellationToken.None).ToListAsync();

        found.Should().ContainSingle().Which.Record!.Id.Should().Be(RemoteId.From(wanted.Id));
    }

    [Fact]
    public async Task References_differ_by_case()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.AddProduct(p => p.Reference = "abc-1");
        var wanted = shop.Server.State.AddProduct(p => p.Reference = "ABC-1");
        await shop.OpenAsync();

        var found = await shop.Connector.Get<IKeyFinder<Product>>().FindByKeyAsync(["ABC-1"], CancellationToken.None).ToListAsync();

        found.Should().ContainSingle().Which.Record!.Id.Should().Be(RemoteId.From(wanted.Id));
    }

    [Fact]
    public async Task A_page_that_breaks_off_goes_on_behind_the_last_record()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.PageSize = 40);
        for (var number = 0; number < 100; number++)
            shop.Server.State.AddProduct();
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(FaultKind.TruncatedBody) { Method = "GET", PathContains = "products", Skip = 1 });

        var products = await shop.ReadAsync<Product>();

        products.Select(product => product.Id).Should().OnlyHaveUniqueItems();
        products.Should().HaveCount(shop.Server.State.Products.Count);
    }

    [Fact]
    public async Task A_record_on_which_the_shop_breaks_is_told_by_its_id_and_the_others_are_read()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.PageSize = 4);
        for (var number = 0; number < 6; number++)
            shop.Server.State.AddProduct();
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(FaultKind.ErrorBeforeCommit) { Method = "GET", PathContains = "products", Times = 3 });

        var results = await shop.Connector.Get<IReader<Product>>().ReadAsync(CancellationToken.None).ToListAsync();

        var first = shop.Server.State.Products.Min(product => product.Id);
        results.Should().HaveCount(shop.Server.State.Products.Count);
        var problem = results.Should().ContainSingle(result => result.Problem != null).Which.Problem!;
        problem.Id.Should().Be(RemoteId.From(first));
        problem.Code.Should().Be("prestashop.record-breaks-shop");
    }

    [Fact]
    public async Task A_record_that_breaks_the_listing_is_still_there()
    {
        // Only its id is known then: it must not pass for one of the rows that are no records, and so for a deleted one.
        await using var shop = await Shop.StartAsync();
        var customer = shop.Server.State.Sales.AddCustomer("one@example.com");
        var addresses = new[] { shop.Server.State.Sales.AddAddress(customer.Id), shop.Server.State.Sales.AddAddress(customer.Id) };
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(FaultKind.ErrorBeforeCommit) { Method = "GET", PathContains = "addresses", Times = 12 });

        var listed = await shop.ListAsync<Address>();

        shop.Server.Requests.Snapshot().Should().Contain(request => Uri.UnescapeDataString(request.Query).Contains("display=[id]", StringComparison.Ordinal), "the page of one record broke, and its id was asked for alone");
        listed.Select(one => one.Id).Should().Equal(addresses.Select(address => RemoteId.From(address.Id)));
    }

    [Fact]
    public async Task Warnings_that_PHP_printed_before_the_data_do_no_harm()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.AddProduct();
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(FaultKind.PhpWarning) { Method = "GET", PathContains = "products" });

        var products = await shop.ReadAsync<Product>();

        products.Should().HaveCount(shop.Server.State.Products.Count);
    }

    [Fact]
    public async Task A_changed_product_is_read_since_a_cursor_by_the_clock_of_the_shop()
    {
        await using var shop = await Shop.StartAsync();
        var old = shop.Server.State.AddProduct();
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.OpenAsync();
        var cursor = await shop.Connector.Get<IChangeReader<Product>>().TakeCursorAsync(CancellationToken.None);
        var id = (await shop.CreateAsync(Samples.Product("NEW")))[0].Id();

        var changed = await shop.Connector.Get<IChangeReader<Product>>().ReadChangedAsync(cursor, CancellationToken.None).ToListAsync();

        changed.Select(result => result.Record!.Id).Should().Contain(id).And.NotContain(RemoteId.From(old.Id));
    }
}
