namespace ErpSync.Dolibarr.Tests;

/// <summary>Categories and the links of products to them.</summary>
public sealed class CategoryTests
{
    [Fact]
    public async Task Path_names_the_categories_from_the_top()
    {
        await using var erp = await Erp.StartAsync();
        var top = erp.State.AddCategory(category => category.Label = "Clothes").Id;
        var sub = erp.State.AddCategory(category => (category.Label, category.ParentId) = ("T-shirts & tops", top)).Id;
        await erp.OpenAsync();
        (await erp.RecordsAsync<Category>()).Select(record => (record.Id.Value, record.Value.Path, record.Value.Parent?.Id.Value)).Should()
            .Equal(($"{top}", "Clothes", null), ($"{sub}", "Clothes / T-shirts & tops", $"{top}"));
        (await erp.FindAsync<Category>($"{sub}")).Value.Path.Should().Be("Clothes / T-shirts & tops");
    }

    [Fact]
    public async Task Categories_of_customers_are_left_out()
    {
        await using var erp = await Erp.StartAsync();
        erp.State.AddCategory(category => (category.Label, category.Type) = ("VIP", 2));
        await erp.OpenAsync();
        (await erp.RecordsAsync<Category>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Name_that_exists_under_the_same_parent_is_a_duplicate_and_under_another_one_is_not()
    {
        await using var erp = await Erp.StartAsync();
        var top = erp.State.AddCategory(category => category.Label = "Clothes").Id;
        await erp.OpenAsync();
        var wanted = new Category { Name = LocalizedText.Of("en", "Clothes") };
        (await erp.CreateAsync(wanted)).Should().BeOfType<WriteResult<Category>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.Duplicate);
        (await erp.CreateAsync(wanted with { Parent = new Ref(EntityKind.Category, RemoteId.From(top)) })).Should().BeOfType<WriteResult<Category>.Written>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Emoji_on_a_default_database_is_a_rejection_that_names_the_setting(bool isNew)
    {
        await using var erp = await Erp.StartAsync(server: server => server.Utf8mb4 = false);
        var id = erp.State.AddCategory(category => category.Label = "Clothes").Id;
        var result = isNew
            ? await erp.CreateAsync(new Category { Name = LocalizedText.Of("en", "Emoji 😀") })
            : await erp.UpdateAsync(await erp.FindAsync<Category>($"{id}"), category => category with { Description = LocalizedText.Of("en", "<p>😀</p>") }, nameof(Category.Description));
        var problem = result.Should().BeOfType<WriteResult<Category>.Failed>().Subject.Problem;
        (problem.Kind, problem.Code).Should().Be((ProblemKind.Rejected, "dolibarr.charset"), problem.ToString());
    }

    [Fact]
    public async Task Delete_that_answers_500_and_does_nothing_is_a_refusal()
    {
        await using var erp = await Erp.StartAsync(server: server => server.CategoryDeleteFails = true);
        var id = erp.State.AddCategory(category => category.Label = "Clothes").Id;
        var results = await erp.Connector.Get<IDeleter<Category>>().DeleteAsync([await erp.FindAsync<Category>($"{id}")], CancellationToken.None);
        results.Single().Should().BeOfType<WriteResult<Category>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.Rejected);
    }

    [Fact]
    public async Task Links_are_read_written_and_taken_away()
    {
        await using var erp = await Erp.StartAsync();
        var (one, two) = (erp.State.AddCategory(category => category.Label = "One").Id, erp.State.AddCategory(category => category.Label = "Two").Id);
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        erp.State.LinkCategory(one, id);
        var current = await erp.FindAsync<Product>($"{id}");
        current.Value.Categories.Should().Equal(new Ref(EntityKind.Category, RemoteId.From(one)));
        var before = erp.Server.Requests.Writes;
        await erp.UpdateAsync(current, product => product with { Categories = [new Ref(EntityKind.Category, RemoteId.From(two))] }, nameof(Product.Categories));
        (erp.Server.Requests.Writes - before).Should().Be(2, "one link and one unlink, no update of the product");
        erp.State.Categories[one].ProductIds.Should().BeEmpty();
        erp.State.Categories[two].ProductIds.Should().Equal(id);
    }

    [Fact]
    public async Task Link_made_in_the_screen_is_found_by_the_sweep()
    {
        await using var erp = await Erp.StartAsync();
        var categories = Enumerable.Range(1, 4).Select(number => erp.State.AddCategory(category => category.Label = $"C{number}").Id).ToList();
        var products = Enumerable.Range(1, 3).Select(number => erp.State.AddProduct(product => (product.Ref, product.Label) = ($"P{number}", "Apple")).Id).ToList();
        erp.State.LinkCategory(categories[0], products[0]);
        await erp.OpenAsync();
        await erp.RecordsAsync<Product>();
        var (sweeper, memory) = (erp.Connector.Get<ISweeper<Product>>(), new TestMemory());
        (await sweeper.SweepAsync(memory, 4, CancellationToken.None)).Should().BeEmpty("the full read saw these links");
        sweeper.RequestsPerRound.Should().Be(4);

        erp.State.LinkCategory(categories[2], products[1]);
        erp.State.UnlinkCategory(categories[0], products[0]);
        await erp.OpenAsync();
        var named = new List<string>();
        for (var cycle = 0; cycle < 2; cycle++)
            named.AddRange((await sweeper.SweepAsync(memory, 2, CancellationToken.None)).Select(id => id.Value));
        named.Should().BeEquivalentTo($"{products[0]}", $"{products[1]}");
    }

    [Fact]
    public async Task Sweep_without_any_memory_names_what_may_have_changed()
    {
        await using var erp = await Erp.StartAsync();
        var category = erp.State.AddCategory(row => row.Label = "One").Id;
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        erp.State.LinkCategory(category, id);
        (await erp.Connector.Get<ISweeper<Product>>().SweepAsync(new TestMemory(), 5, CancellationToken.None)).Select(named => named.Value).Should().Equal($"{id}");
    }
}
