using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce.Tests;

/// <summary>The traps of lists, dates and sweeps.</summary>
public sealed class ListTraps
{
    [Fact]
    public async Task Records_of_one_second_across_a_page_boundary_are_each_given_once()
    {
        await using var shop = await StartAsync(35, pageSize: 10);
        var cursor = await shop.CursorAsync<Product>();
        foreach (var product in shop.State.Products.Values)
            product["date_modified_gmt"] = "2026-11-22T03:00:00";

        var changed = await shop.ChangedAsync<Product>(cursor);

        changed.Should().HaveCount(35).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Edits_and_new_records_during_the_walk_lose_and_repeat_no_record()
    {
        await using var shop = await StartAsync(45, pageSize: 10);
        var cursor = await shop.CursorAsync<Product>();
        var all = shop.State.Products.Keys.ToList();
        foreach (var product in shop.State.Products.Values.Skip(5))
            product["date_modified_gmt"] = "2026-11-22T03:00:00";
        foreach (var product in shop.State.Products.Values.Take(5))
            product["date_modified_gmt"] = "2026-11-21T03:00:00";
        shop.Clock.Advance(TimeSpan.FromSeconds(30));
        var read = new List<string>();

        await foreach (var result in shop.Connector.Get<IChangeReader<Product>>().ReadChangedAsync(cursor, CancellationToken.None))
        {
            read.Add(result.Record!.Id.Value);
            if (read.Count != 15)
                continue;
            foreach (var early in shop.State.Products.Values.Take(5))
                early["date_modified_gmt"] = "2026-11-22T03:00:30";
            shop.State.AddProduct(ReadTraps.Body("New", "NEW"));
        }

        read.Should().OnlyHaveUniqueItems();
        read.Should().Contain(all.Skip(5).Select(id => RemoteId.From(id).Value));
        (await shop.ChangedAsync<Product>(cursor)).Should().HaveCount(46, "the next cycle reaches back and sees what moved behind the walk");
    }

    [Fact]
    public async Task Customers_have_no_filter_for_dates_so_their_listing_tells_the_stamps()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddCustomer(new JsonObject { ["email"] = "a@example.test" }));
        await shop.OpenAsync();
        var before = (await shop.ListAsync<Customer>()).Single().Stamp;
        shop.State.Customers.Values.Single()["date_modified_gmt"] = "2026-11-22T04:00:00";

        (await shop.ListAsync<Customer>()).Single().Stamp.Should().NotBe(before);
        shop.Server.Requests.Snapshot().Should().NotContain(request => request.Path.EndsWith("/customers", StringComparison.Ordinal) && request.Query.Contains("modified_after", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Customer_of_any_role_is_read()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddCustomer(new JsonObject { ["email"] = "a@example.test" })["role"] = "subscriber");
        await shop.OpenAsync();

        (await shop.RecordsAsync<Customer>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Category_that_is_renamed_changes_no_product_because_products_point_by_number()
    {
        await using var shop = await Shop.StartAsync(seed: state =>
        {
            var category = state.AddTerm("product_cat", "Mugs");
            var body = ReadTraps.Body("Mug", "M-1");
            body["categories"] = new JsonArray(new JsonObject { ["id"] = category["id"]!.DeepClone() });
            state.AddProduct(body);
        });
        await shop.OpenAsync();
        var before = (await shop.RecordsAsync<Product>()).Single().Value;
        var category = (await shop.RecordsAsync<Category>()).Single();
        await shop.UpdateAsync<Category>(category, value => value with { Name = LocalizedText.Of("en", "Cups") }, nameof(Category.Name));

        (await shop.RecordsAsync<Product>()).Single().Value.Categories.Should().Equal(before.Categories);
    }

    [Fact]
    public async Task Save_that_changes_nothing_bears_a_new_date_and_the_same_content()
    {
        await using var shop = await StartAsync(1);
        var before = (await shop.RecordsAsync<Product>()).Single();
        var cursor = await shop.CursorAsync<Product>();
        shop.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.UpdateAsync<Product>(before, value => value, nameof(Product.Name));

        (await shop.ChangedAsync<Product>(cursor)).Should().ContainSingle("the echo looks like a change");
        var after = (await shop.RecordsAsync<Product>()).Single();
        after.ModifiedAt.Should().BeAfter(before.ModifiedAt!.Value);
        CatalogShapes.Product.Fields.Where(field => !field.AreEqual(before.Value, after.Value)).Should().BeEmpty("content decides");
    }

    [Fact]
    public async Task Sweeps_find_stock_of_products_and_variations_that_a_plugin_wrote_without_a_new_date()
    {
        await using var shop = await VariableAsync();
        var memory = new TestMemory();
        var sweeper = shop.Connector.Get<ISweeper<StockLevel>>();
        (await RoundAsync(sweeper, memory)).Should().BeEmpty();
        foreach (var row in shop.State.Products.Values.Where(row => row["manage_stock"]!.ToString() == "true"))
            row["stock_quantity"] = 77;

        (await RoundAsync(sweeper, memory)).Should().HaveCount(2).And.Contain(id => id.Value.Contains(':')).And.Contain(id => !id.Value.Contains(':'));
    }

    [Fact]
    public async Task Sweep_finds_meta_data_of_variations_that_a_plugin_wrote_without_a_new_date()
    {
        await using var shop = await VariableAsync();
        var memory = new TestMemory();
        var sweeper = shop.Connector.Get<ISweeper<ProductVariant>>();
        await RoundAsync(sweeper, memory);
        shop.State.Products.Values.Last()["meta_data"] = new JsonArray(new JsonObject { ["id"] = 1, ["key"] = "erp_note", ["value"] = "raw" });

        (await RoundAsync(sweeper, memory)).Should().ContainSingle();
    }

    [Fact]
    public async Task Sweep_finds_a_title_that_was_changed_in_the_media_library_for_it_moves_no_product()
    {
        await using var shop = await Shop.StartAsync(seed: state =>
        {
            state.RemoteFiles["https://cdn.example/a.png"] = [0x89, 0x50, 1];
            var body = ReadTraps.Body("Mug", "M-1");
            body["images"] = new JsonArray(new JsonObject { ["src"] = "https://cdn.example/a.png" });
            state.AddProduct(body);
        });
        await shop.OpenAsync();
        var memory = new TestMemory();
        var sweeper = shop.Connector.Get<ISweeper<ProductImage>>();
        await RoundAsync(sweeper, memory);
        shop.State.Products.Values.Single()["images"]![0]!["alt"] = "New words";

        (await RoundAsync(sweeper, memory)).Should().Equal((await shop.RecordsAsync<ProductImage>()).Single().Id);
    }

    [Fact]
    public async Task Sweep_costs_what_it_was_given_and_goes_on_where_it_stopped()
    {
        await using var shop = await StartAsync(35, pageSize: 10);
        var memory = new TestMemory();
        var sweeper = shop.Connector.Get<ISweeper<Product>>();
        await sweeper.SweepAsync(memory, 4, CancellationToken.None);
        shop.State.Products.Values.Last()["regular_price"] = "99";
        var before = shop.Meter.Requests.Data;

        var found = new List<RemoteId>();
        for (var cycle = 0; cycle < 4; cycle++)
            found.AddRange(await sweeper.SweepAsync(memory, 1, CancellationToken.None));

        (shop.Meter.Requests.Data - before).Should().Be(4);
        found.Should().ContainSingle();
    }

    [Fact]
    public async Task Product_that_came_back_from_the_bin_is_listed_and_changed_again()
    {
        await using var shop = await StartAsync(3);
        var cursor = await shop.CursorAsync<Product>();
        var product = shop.State.Products.Values.First();
        product["status"] = "trash";
        await shop.OpenAsync();
        (await shop.ListAsync<Product>()).Should().HaveCount(2);
        shop.Clock.Advance(TimeSpan.FromMinutes(5));
        product["status"] = "publish";
        product["date_modified_gmt"] = "2026-11-22T03:05:00";
        await shop.OpenAsync();

        (await shop.ListAsync<Product>()).Should().HaveCount(3);
        (await shop.ChangedAsync<Product>(cursor)).Should().Contain(product["id"]!.ToString());
    }

    [Fact]
    public async Task Stock_of_a_variation_that_its_product_manages_is_no_level_of_its_own()
    {
        await using var shop = await VariableAsync();
        shop.State.Products.Values.Last()["manage_stock"] = "parent";

        (await shop.RecordsAsync<StockLevel>()).Should().ContainSingle().Which.Value.Owner.Kind.Should().Be(EntityKind.Product);
    }

    private static async Task<IReadOnlyCollection<RemoteId>> RoundAsync<T>(ISweeper<T> sweeper, TestMemory memory)
        where T : class, IEntity => await sweeper.SweepAsync(memory, 5, CancellationToken.None);

    private static async Task<Shop> StartAsync(int products, int pageSize = 100)
    {
        var shop = await Shop.StartAsync(options => options.PageSize = pageSize, seed: state => Enumerable.Range(0, products).ToList().ForEach(number => state.AddProduct(ReadTraps.Body($"P{number}", $"P{number}"))));
        await shop.OpenAsync();
        return shop;
    }

    private static async Task<Shop> VariableAsync()
    {
        var shop = await Shop.StartAsync(options => options.CustomFields.Add("erp_note"), seed: state =>
        {
            state.AddProduct(ReadTraps.Body("Mug", "M-1"));
            state.AddAttribute("Size");
            var parent = state.AddProduct(new JsonObject { ["name"] = "Shirt", ["type"] = "variable", ["attributes"] = new JsonArray(new JsonObject { ["id"] = 1, ["variation"] = true, ["options"] = new JsonArray("M") }) });
            state.AddVariation(parent["id"]!.GetValue<long>(), new JsonObject { ["sku"] = "S-M", ["manage_stock"] = true, ["stock_quantity"] = 5, ["attributes"] = new JsonArray(new JsonObject { ["id"] = 1, ["option"] = "M" }) });
        });
        await shop.OpenAsync();
        return shop;
    }
}
