using System.Text.Json;

namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class Version18Tests() : DolibarrTest(o => o.Version = "18.0.0")
{
    [Theory]
    [InlineData("products")]
    [InlineData("categories")]
    [InlineData("stockmovements")]
    public async Task An_empty_list_is_404(string path) => (await Get(path)).Status.Should().Be(404);

    [Fact]
    public async Task Labels_keep_their_html_but_references_are_cleaned()
    {
        await Post("products", """{"ref":"SP-éà &<1>/2","label":"Crème & <b>gras</b> \"q\" 漢字","description":"a <script>alert(1)</script> é & €"}""");

        State.Products[1].Ref.Should().Be("SP-ea_&_1__2");
        State.Products[1].Label.Should().Be("Crème & <b>gras</b> \"q\" 漢字");
        State.Products[1].Description.Should().Be("a <script>alert(1)</script> é & €");
    }

    [Fact]
    public async Task Dates_are_texts_in_the_time_of_the_server()
    {
        State.AddProduct(p => p.Ref = "A");

        (await Get("products/1"))["date_modification"].GetString().Should().Be("2026-11-22 03:28:12");
    }

    [Fact]
    public async Task Properties_are_ignored_and_stock_shows_only_warehouses()
    {
        State.AddProduct(p => p.Ref = "A");
        State.SetStock(1, 1, 10m);

        (await Get("products?properties=id")).Json[0].EnumerateObject().Count().Should().BeGreaterThan(100);
        (await Get("products/1/stock")).Json.EnumerateObject().Select(p => p.Name).Should().Equal("stock_warehouses");
    }

    [Fact]
    public async Task A_missing_right_is_401()
    {
        Erp.Keys.Add("limited", DolibarrRights.None);

        (await Get("products", "limited")).Status.Should().Be(401);
    }

    [Fact]
    public async Task Bearer_tokens_are_not_known_yet()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Erp.BaseAddress, "api/index.php/") };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Erp.ApiKey);

        (await client.GetAsync("status")).StatusCode.Should().Be(System.Net.HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Movements_go_by_their_old_field_names()
    {
        State.AddProduct(p => p.Ref = "A");

        await Post("stockmovements", """{"product_id":1,"warehouse_id":1,"qty":1,"movementlabel":"old","label":"new"}""");

        State.StockMovements[1].Label.Should().Be("old");
    }

    [Theory]
    [InlineData("stockmovements/1")]
    [InlineData("warehouses/1/products")]
    [InlineData("setup/dictionary/vat")]
    public async Task Endpoints_of_later_versions_are_404_at_the_route(string path)
    {
        var reply = await Get(path);

        reply.Status.Should().Be(404);
        reply["debug"].GetProperty("source").GetString().Should().EndWith("at route stage");
    }

    [Fact]
    public async Task The_status_tells_only_the_version() =>
        (await Get("status"))["success"].EnumerateObject().Select(p => p.Name).Should().Equal("code", "dolibarr_version", "access_locked");

    [Fact]
    public async Task A_single_price_in_level_mode_is_kept_as_the_price()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";
        State.AddProduct(p => { p.Ref = "A"; p.Price = 10.12m; p.VatRate = 20m; });

        var reply = await Put("products/1", """{"price":"12"}""");

        reply["price"].GetString().Should().Be("12.00000000");
        reply["multiprices"].GetProperty("0").GetString().Should().Be("12");
        reply["multiprices_tva_tx"].GetProperty("1").GetString().Should().Be("20.0000 ()");
        reply["multiprices_default_vat_code"].ValueKind.Should().Be(JsonValueKind.Array);
        reply["level"].GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task A_label_alone_does_not_rewrite_levels()
    {
        State.Constants["PRODUIT_MULTIPRICES"] = "1";
        State.AddProduct(p => { p.Ref = "A"; p.Price = 10.12m; p.VatRate = 20m; p.PriceLevels[1] = new DolibarrPriceLevel { Price = 10.12346m, VatRate = 20m }; });

        (await Put("products/1", """{"label":"New"}"""))["price"].GetString().Should().Be("10.12000000");
    }
}
