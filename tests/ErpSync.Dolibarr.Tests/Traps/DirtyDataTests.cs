using System.Text.Json;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Dolibarr's dirty data, read for what they mean.</summary>
public sealed class DirtyDataTests
{
    [Fact]
    public void Number_as_text_with_eight_decimals_is_a_number()
    {
        var row = Row("""{"id":"7","price":"10.12000000","tva_tx":"20.0000","weight":"0.25","stock_reel":"1.50000000"}""");
        (row.Id, row.Price, row.VatPercent, row.Weight, row.StockReal).Should().Be((7L, 10.12m, 20m, 0.25m, 1.5m));
        Row("""{"id":7,"price":10.12}""").Price.Should().Be(10.12m, "some endpoints give numbers");
    }

    [Fact]
    public void Empty_text_is_nothing()
    {
        var row = Row("""{"id":"7","ref_ext":"","barcode":"","price":"","cost_price":"","date_modification":"","weight_units":""}""");
        (row.RefExt, row.Barcode, row.Price, row.CostPrice, row.ModifiedAt, row.WeightUnits).Should().Be((null, null, null, null, null, null));
    }

    [Fact]
    public void Empty_list_in_place_of_a_map_is_an_empty_map()
    {
        var row = Row("""{"id":"7","array_options":[],"multiprices":[],"multilangs":[],"stock_warehouse":[]}""");
        (row.Extra.Count, row.Levels.Count, row.Translations.Count, row.Stock.Count).Should().Be((0, 0, 0, 0));
    }

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Empty_list_as_404_is_an_empty_list(string version)
    {
        await using var erp = await Erp.StartAsync(server: server => server.Version = version);
        await erp.OpenAsync();
        (await erp.RecordsAsync<Product>()).Should().BeEmpty();
        (await erp.RecordsAsync<Category>()).Should().BeEmpty();
        (await erp.RecordsAsync<SupplierPrice>()).Should().BeEmpty();
        (await erp.RecordsAsync<ProductImage>()).Should().BeEmpty();
        (await erp.ListAsync<ProductVariant>()).Should().BeEmpty();
    }

    [Fact]
    public void Date_is_seconds_or_local_text_by_endpoint()
    {
        Row("""{"id":"7","date_modification":1795318232}""").ModifiedAt.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1795318232));
        Row("""{"id":"7","date_modification":"1795318232"}""").ModifiedAt.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1795318232));
        ProductRow.Read(Json("""{"id":"7","date_modification":"2026-11-22 03:28:10"}"""), TimeSpan.FromHours(1)).ModifiedAt.Should().Be(new DateTimeOffset(2026, 11, 22, 2, 28, 10, TimeSpan.Zero));
        Row("""{"id":"7","date_modification":"0000-00-00 00:00:00"}""").ModifiedAt.Should().BeNull();
    }

    [Fact]
    public async Task Html_entities_of_a_category_are_equal_to_their_letters()
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddCategory(row => (row.Label, row.Description) = ("Caf&eacute; &amp; th&eacute;", "<p>Caf&eacute;</p>")).Id;
        var record = await erp.FindAsync<Category>($"{id}");
        record.Value.Name["en"].Should().Be("Café & thé");
        LocalizedTextField.Html.AreEqual(record.Value.Description, LocalizedText.Of("en", "<p>Café</p>")).Should().BeTrue();
    }

    [Fact]
    public async Task Reference_that_collides_after_it_was_cleaned_is_a_duplicate_and_named()
    {
        await using var erp = await Erp.StartAsync();
        erp.State.AddProduct(product => (product.Ref, product.Label) = ("A_B", "First"));
        await erp.OpenAsync();
        var result = await erp.CreateAsync(new Product { Reference = "A/B", Name = LocalizedText.Of("en", "Second") });
        var problem = result.Should().BeOfType<WriteResult<Product>.Failed>().Subject.Problem;
        (problem.Kind, problem.Code).Should().Be((ProblemKind.Duplicate, "dolibarr.duplicate"));
        erp.State.Products.Should().ContainSingle();
    }

    [Fact]
    public async Task Missing_module_is_named_whether_it_answers_403_or_501()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.Modules.Remove("stock"));
        await erp.OpenAsync();
        (await erp.Connector.Get<IProbe>().ProbeAsync([new Need(EntityKind.StockLevel, true, false, true, false)], CancellationToken.None)).Should().Contain(finding => finding.Code == "dolibarr.module-off");
        var verdict = DolibarrErrors.Judge("GET", "shipments", 501, "text/html", "API not found (failed to include API file)")!;
        (verdict.Kind, verdict.Code).Should().Be((ProblemKind.Misconfigured, "dolibarr.module-off"));
    }

    [Fact]
    public void Read_only_field_that_was_sent_back_is_a_refusal_that_names_the_way()
    {
        var verdict = DolibarrErrors.Judge("PUT", "products/1", 400, "application/json", """{"error":{"code":400,"message":"Bad Request: Stock reel cannot be updated here. Use the /stockmovements endpoint instead"}}""")!;
        verdict.Kind.Should().Be(ProblemKind.Rejected);
        verdict.Message.Should().Contain("stockmovements");
    }

    [Fact]
    public async Task Stock_in_a_product_s_row_is_never_sent_back()
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        erp.State.SetStock(id, 1, 5);
        var result = await erp.UpdateAsync(await erp.FindAsync<Product>($"{id}"), product => product with { Name = LocalizedText.Of("en", "Pear"), Active = false }, nameof(Product.Name), nameof(Product.Active));
        result.Should().BeOfType<WriteResult<Product>.Written>();
        erp.State.GetStock(id, 1).Should().Be(5);
    }

    [Fact]
    public async Task Extra_field_that_the_server_does_not_know_is_refused_and_not_dropped()
    {
        await using var erp = await Erp.StartAsync(options => options.CustomFields.Add("missing"), seed: state => state.AddExtraField("product", "shopid"));
        await erp.OpenAsync();
        var result = await erp.CreateAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "Apple"), Custom = TextMap.From([new("missing", "x")]) });
        var problem = result.Should().BeOfType<WriteResult<Product>.Failed>().Subject.Problem;
        (problem.Code, problem.Field).Should().Be(("dolibarr.extra-field-unknown", "Custom"));
        problem.Message.Should().Contain("missing");
        erp.State.Products.Should().BeEmpty();
    }

    private static ProductRow Row(string json) => ProductRow.Read(Json(json), null);

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
