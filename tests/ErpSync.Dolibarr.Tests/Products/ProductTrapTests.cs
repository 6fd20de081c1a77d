using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>The traps of Dolibarr's products, each with what the connector makes of it.</summary>
public sealed class ProductTrapTests
{
    [Fact]
    public async Task Token_of_a_product_does_not_find_the_child_that_inherited_it()
    {
        await using var erp = await Erp.StartAsync();
        var (parent, _) = SeedVariant(erp.State, "main:shop:product:1");
        erp.State.Products.Where(product => product.RefExt == "main:shop:product:1").Should().HaveCount(2, "a child inherits its parent's ref_ext");
        var found = await erp.Connector.Get<ITokenFinder<Product>>().FindByTokenAsync(["main:shop:product:1"], CancellationToken.None);
        found.Should().Equal(new Dictionary<string, RemoteId> { ["main:shop:product:1"] = RemoteId.From(parent) });
        (await erp.Connector.Get<ITokenFinder<ProductVariant>>().FindByTokenAsync(["main:shop:product:9"], CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Children_of_variants_are_not_products()
    {
        await using var erp = await Erp.StartAsync();
        var (parent, child) = SeedVariant(erp.State, null);
        await erp.OpenAsync();
        var products = await erp.RecordsAsync<Product>();
        products.Select(record => (record.Id.Value, record.Value.HasVariants)).Should().Equal(($"{parent}", true));
        (await erp.ListAsync<Product>()).Select(line => line.Id.Value).Should().Equal($"{parent}");
        (await erp.TryFindAsync<Product>($"{child}")).Should().BeNull();
        (await erp.RecordsAsync<ProductVariant>()).Single().Id.Value.Should().Be($"{child}");
    }

    [Theory]
    [InlineData("x') or (t.rowid:>:0")]
    [InlineData("A(b) 'c'")]
    [InlineData("1 union select 2")]
    [InlineData("50% off, \"new\"")]
    public async Task Reference_that_no_filter_can_express_is_found_exactly(string reference)
    {
        await using var erp = await Erp.StartAsync();
        erp.State.AddProduct(product => (product.Ref, product.Label) = ("decoy", "Decoy"));
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = (reference, "Odd")).Id;
        erp.State.AddProduct(product => (product.Ref, product.Label) = (reference[..^1] + "z", "Nearly"));
        var found = await erp.Connector.Get<IKeyFinder<Product>>().FindByKeyAsync([reference], CancellationToken.None).ToListAsync();
        found.Select(result => result.Record!.Id.Value).Should().Equal($"{id}");
    }

    [Fact]
    public async Task Reference_that_differs_by_case_is_another_one()
    {
        await using var erp = await Erp.StartAsync();
        erp.State.AddProduct(product => (product.Ref, product.Label) = ("TS-1", "Shirt"));
        (await erp.Connector.Get<IKeyFinder<Product>>().FindByKeyAsync(["ts-1"], CancellationToken.None).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Reference_that_exists_in_another_case_is_a_duplicate()
    {
        await using var erp = await Erp.StartAsync();
        erp.State.AddProduct(product => (product.Ref, product.Label) = ("TS-1", "Shirt"));
        await erp.OpenAsync();
        var result = await erp.CreateAsync(new Product { Reference = "ts-1", Name = LocalizedText.Of("en", "Shirt") });
        result.Should().BeOfType<WriteResult<Product>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.Duplicate);
    }

    [Fact]
    public async Task Create_whose_answer_is_lost_is_found_by_its_token()
    {
        await using var erp = await Erp.StartAsync();
        await erp.OpenAsync();
        erp.Server.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "POST" });
        var result = await erp.CreateAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "Apple") }, "main:shop:product:1");
        result.Should().BeOfType<WriteResult<Product>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);
        var found = await erp.Connector.Get<ITokenFinder<Product>>().FindByTokenAsync(["main:shop:product:1"], CancellationToken.None);
        found["main:shop:product:1"].Value.Should().Be($"{erp.State.Products.FindByRef("A")!.Id}");
        erp.State.Products.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Emoji_on_a_default_database_is_a_rejection_that_names_the_setting(string method)
    {
        await using var erp = await Erp.StartAsync(server: server => server.Utf8mb4 = false);
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        var result = method == "POST"
            ? await erp.CreateAsync(new Product { Reference = "B", Name = LocalizedText.Of("en", "Party 😀") })
            : await erp.UpdateAsync(await erp.FindAsync<Product>($"{id}"), product => product with { Name = LocalizedText.Of("en", "Party 😀") }, nameof(Product.Name));
        var problem = result.Should().BeOfType<WriteResult<Product>.Failed>().Subject.Problem;
        (problem.Kind, problem.Code).Should().Be((ProblemKind.Rejected, "dolibarr.charset"), problem.ToString());
        problem.Remedy.Should().Contain("utf8mb4");
    }

    [Fact]
    public async Task Long_label_is_shortened_and_a_long_reference_is_refused()
    {
        await using var erp = await Erp.StartAsync();
        await erp.OpenAsync();
        var profile = erp.Connector.Get<IKind<Product>>().Profile;
        var wanted = new Product { Reference = "A", Name = LocalizedText.Of("en", new string('L', 300)) };
        var id = ((WriteResult<Product>.Written)await erp.CreateAsync(wanted)).Id;
        Assert.Equal(profile.Normalise(wanted).Name, (await erp.FindAsync<Product>(id.Value)).Value.Name);
        var refused = await erp.CreateAsync(wanted with { Reference = new string('R', 140) });
        refused.Should().BeOfType<WriteResult<Product>.Failed>().Which.Problem.Code.Should().Be("dolibarr.too-long");
    }

    [Fact]
    public async Task Used_product_cannot_be_deleted_and_the_message_says_why()
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product => (product.Ref, product.Label, product.IsUsed) = ("A", "Apple", true)).Id;
        var results = await erp.Connector.Get<IDeleter<Product>>().DeleteAsync([await erp.FindAsync<Product>($"{id}")], CancellationToken.None);
        results.Single().Should().BeOfType<WriteResult<Product>.Failed>().Which.Problem.Code.Should().Be("dolibarr.in-use");
    }

    [Fact]
    public async Task Update_sends_the_named_fields_only()
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product => (product.Ref, product.Label, product.NotePrivate, product.Url) = ("A", "Apple", "keep me", "https://x.example/")).Id;
        var current = await erp.FindAsync<Product>($"{id}");
        erp.State.EditProduct(id, product => product.Barcode = "4006381333931");
        await erp.UpdateAsync(current, product => product with { Name = LocalizedText.Of("en", "Pear") }, nameof(Product.Name));
        var row = erp.State.Products[id];
        (row.Label, row.Barcode, row.NotePrivate, row.Url).Should().Be(("Pear", "4006381333931", "keep me", "https://x.example/"));
    }

    [Fact]
    public async Task Unreadable_row_is_one_problem_and_the_others_are_read()
    {
        await using var erp = await Erp.StartAsync();
        using var json = System.Text.Json.JsonDocument.Parse("""[{"id":"1","ref":"A","price":"12,5"},{"id":"2","ref":"B","price":"1.5"}]""");
        var rows = json.RootElement.EnumerateArray().ToList();
        var fault = FluentActions.Invoking(() => ProductRow.Read(rows[0], null)).Should().Throw<ConnectorException>().Which.Problem;
        (fault.Id!.Value.Value, fault.Field, fault.Kind).Should().Be(("1", "price", ProblemKind.Unreadable));
        ProductRow.Read(rows[1], null).Price.Should().Be(1.5m);
    }

    internal static (int Parent, int Child) SeedVariant(DolibarrState state, string? refExt)
    {
        var parent = state.AddProduct(product => (product.Ref, product.Label, product.Price, product.VatRate, product.RefExt) = ("HOOD", "Hoodie", 40, 20, refExt));
        var colour = state.AddAttribute("COLOUR", "Colour", "Red", "Blue");
        var red = state.AttributeValues.First(value => value.Value == "Red").Id;
        var variant = state.AddVariant(parent.Id, new Dictionary<int, int> { [colour.Id] = red }, variant => variant.PriceImpact = 5, "HOOD-RED");
        return (parent.Id, variant.ChildId);
    }
}
