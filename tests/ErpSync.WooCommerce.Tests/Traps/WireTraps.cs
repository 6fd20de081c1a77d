using ErpSync.Http;
using ErpSync.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.WooCommerce.Tests;

/// <summary>The traps of the wire: split bytes, pages of hosts, answers that got lost, several workers.</summary>
public sealed class WireTraps
{
    private static readonly CurrencyCode Euro = new("EUR");

    [Fact]
    public async Task Unescaped_UTF_8_that_is_split_across_network_reads_stays_intact()
    {
        const string Name = "Théière 日本 😀 – «é»";
        var rows = await ReadAsync($$"""[{"id":1,"name":"{{Name}}","sku":"é😀","meta_data":[],"tags":[{"id":2,"name":"Été ☀"}]}]""", "application/json; charset=UTF-8");

        var row = rows.Should().ContainSingle().Subject.Value!;
        (row.Name, row.Sku, row.Tags[0]).Should().Be((Name, "é😀", "Été ☀"));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Under maintenance</body></html>", "text/html; charset=UTF-8")]
    [InlineData("", "application/json; charset=UTF-8")]
    [InlineData("[{\"id\":1},{\"id\":2,\"na", "application/json; charset=UTF-8")]
    [InlineData("{\"code\":\"oops\"}", "application/json; charset=UTF-8")]
    public async Task Answer_of_200_that_is_no_list_is_a_fault_and_never_an_empty_listing(string body, string mediaType)
    {
        var read = () => ReadAsync(body, mediaType);

        (await read.Should().ThrowAsync<ConnectorException>()).Which.Problem.Kind.Should().BeOneOf(ProblemKind.Unreadable, ProblemKind.Unavailable);
    }

    [Fact]
    public async Task Warning_of_PHP_before_the_answer_is_skipped()
    {
        await using var shop = await StartAsync();
        shop.Server.Faults.Add(new Fault(FaultKind.PhpWarning) { PathContains = "/products", Times = 1 });

        (await shop.RecordsAsync<Product>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Batches_hold_a_hundred_and_the_rest_goes_in_the_next()
    {
        await using var shop = await StartAsync();
        shop.Server.Requests.Clear();

        var results = await shop.Connector.Get<ICreator<Product>>().CreateAsync([.. Enumerable.Range(0, 250).Select(number => new Creation<Product>($"main:erp:product:{number}", new Product { Name = LocalizedText.Of("en", $"P{number}") }))], CancellationToken.None);

        results.Should().HaveCount(250).And.AllBeOfType<WriteResult<Product>.Written>();
        shop.Server.Requests.Snapshot().Count(request => request.IsWrite).Should().Be(3);
    }

    [Theory]
    [InlineData(FaultKind.ErrorAfterCommit)]
    [InlineData(FaultKind.DropAfterCommit)]
    [InlineData(FaultKind.TruncatedBody)]
    public async Task Order_whose_creation_was_not_answered_is_found_by_its_token_for_a_second_POST_would_make_a_second_order(FaultKind fault)
    {
        await using var shop = await StartAsync();
        shop.Server.Faults.Add(new Fault(fault) { Method = "POST", PathContains = "orders" });
        var order = new Order { Currency = Euro, BillTo = new PostalAddress { Country = "FR" }, Lines = [new DocumentLine { Kind = LineKind.Product, Product = new Ref(EntityKind.Product, new RemoteId(ReadTraps.FirstId(shop))), Net = new Money(10, Euro) }] };

        (await shop.CreateAsync(order)).Should().BeOfType<WriteResult<Order>.Written>();

        shop.State.Orders.Should().ContainSingle();
        (await shop.Connector.Get<ITokenFinder<Order>>().FindByTokenAsync(["main:shop:x:1"], CancellationToken.None)).Should().ContainSingle();
    }

    [Fact]
    public async Task Order_that_nobody_stored_stays_unknown_and_is_not_repeated_here()
    {
        await using var shop = await StartAsync();
        shop.Server.Faults.Add(new Fault(FaultKind.DropBeforeCommit) { Method = "POST", PathContains = "orders" });

        (await shop.CreateAsync(new Order { Currency = Euro })).Should().BeOfType<WriteResult<Order>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);

        shop.State.Orders.Should().BeEmpty();
    }

    [Fact]
    public async Task Attribute_that_another_worker_made_meanwhile_is_taken_over()
    {
        await using var shop = await StartAsync();
        var owner = new Ref(EntityKind.Product, new RemoteId(ReadTraps.FirstId(shop)));
        await shop.CreateAsync(new ProductVariant { Product = owner, Options = [new VariantOption("Size", "M")] });
        shop.State.AddAttribute("Colour");

        (await shop.CreateAsync(new ProductVariant { Product = owner, Options = [new VariantOption("Size", "L"), new VariantOption("Colour", "red")] }, "main:erp:x:2")).Should().BeOfType<WriteResult<ProductVariant>.Written>();

        shop.State.Attributes.Should().HaveCount(2);
    }

    [Fact]
    public async Task Tag_that_another_worker_made_meanwhile_is_taken_over()
    {
        await using var shop = await StartAsync();
        var product = (await shop.RecordsAsync<Product>()).Single();
        await shop.UpdateAsync<Product>(product, value => value with { Tags = TextSet.From(["one"]) }, nameof(Product.Tags));
        shop.State.AddTerm("product_tag", "two");

        (await shop.UpdateAsync<Product>(product, value => value with { Tags = TextSet.From(["two"]) }, nameof(Product.Tags))).Should().BeOfType<WriteResult<Product>.Written>().Which.Stored!.Value.Tags.Should().Equal("two");
    }

    [Fact]
    public async Task Two_workers_that_move_stock_from_the_same_reading_both_count()
    {
        await using var shop = await StartAsync();
        var level = (await shop.RecordsAsync<StockLevel>()).Single();

        await Task.WhenAll(
            shop.UpdateAsync<StockLevel>(level, value => value with { Quantity = value.Quantity + 5 }, nameof(StockLevel.Quantity)),
            shop.UpdateAsync<StockLevel>(level, value => value with { Quantity = value.Quantity - 2 }, nameof(StockLevel.Quantity)));

        shop.State.Products.Values.Single()["stock_quantity"]!.ToString().Should().Be("6");
    }

    [Fact]
    public async Task Shop_whose_versions_routes_are_unknown_asks_for_brands_once()
    {
        await using var shop = await Shop.StartAsync(server: server => server.Version = "9.4.0");
        await shop.OpenAsync();
        (await shop.RecordsAsync<Manufacturer>()).Should().BeEmpty();
        (await shop.CreateAsync(new Manufacturer { Name = "Acme" })).Should().BeOfType<WriteResult<Manufacturer>.Failed>().Which.Problem.Code.Should().Be("woocommerce.no-route");

        shop.Connector.Get<IKind<Product>>().Profile.ReadFields.Should().NotContain(nameof(Product.Manufacturer));
        shop.Server.Requests.Snapshot().Count(request => !request.IsWrite && request.Path.EndsWith("brands", StringComparison.Ordinal)).Should().Be(1);
    }

    private static async Task<Shop> StartAsync()
    {
        var shop = await Shop.StartAsync(seed: state => state.AddProduct(ReadTraps.Body("Mug", "M-1")));
        await shop.OpenAsync();
        return shop;
    }

    private static async Task<List<JsonItem<ProductRow>>> ReadAsync(string body, string mediaType)
    {
        using var handler = new SplittingHandler(body, mediaType);
        var services = new ServiceCollection();
        services.AddErpSyncHttp("split", options =>
        {
            options.BaseAddress = new Uri("https://shop.example/");
            options.Retries = 0;
            options.ReadProblem = WooErrors.ReadProblem;
        }).ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        var client = new WooClient(provider.GetRequiredKeyedService<ConnectionClient>("split"));
        return await new WooPager(client, new WooCommerceOptions { PageSize = 10 }).ReadAsync("products", ProductReader.Parser([]), CancellationToken.None).Take(5).ToListAsync();
    }
}
