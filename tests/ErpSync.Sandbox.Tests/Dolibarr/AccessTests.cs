namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class AccessTests : DolibarrTest
{
    [Fact]
    public async Task A_call_without_a_key_is_401()
    {
        var reply = await Get("products", key: "");

        reply.Status.Should().Be(401);
        reply.Message.Should().StartWith("Unauthorized: Failed to login to API.");
    }

    [Fact]
    public async Task An_unknown_key_is_401_at_the_stage_of_authentication()
    {
        var reply = await Get("products", key: "wrong");

        reply.Status.Should().Be(401);
        reply["debug"].GetProperty("source").GetString().Should().EndWith("at authenticate stage");
    }

    [Theory]
    [InlineData("DOLAPIKEY")]
    [InlineData("api_key")]
    public async Task The_key_may_stand_in_the_query(string parameter) =>
        (await Get($"status?{parameter}={Erp.ApiKey}", key: "")).Status.Should().Be(200);

    [Fact]
    public async Task The_key_may_be_a_bearer_token_and_the_entity_must_be_one()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Erp.BaseAddress, "api/index.php/") };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Erp.ApiKey);
        (await client.GetAsync("status")).StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        client.DefaultRequestHeaders.Add("DOLAPIENTITY", "2");
        (await client.GetAsync("products")).StatusCode.Should().Be(System.Net.HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(DolibarrRights.ProductRead, "GET", "products", 200)]
    [InlineData(DolibarrRights.ProductRead, "GET", "categories", 403)]
    [InlineData(DolibarrRights.ProductRead, "GET", "warehouses", 403)]
    [InlineData(DolibarrRights.ProductRead, "GET", "stockmovements", 403)]
    [InlineData(DolibarrRights.StockRead, "GET", "products", 403)]
    [InlineData(DolibarrRights.Everyday, "GET", "setup/conf/MAIN_LANG_DEFAULT", 403)]
    [InlineData(DolibarrRights.Everyday, "GET", "setup/modules", 403)]
    [InlineData(DolibarrRights.Everyday, "GET", "setup/company", 403)]
    [InlineData(DolibarrRights.None, "GET", "setup/dictionary/vat", 200)]
    [InlineData(DolibarrRights.ProductRead, "DELETE", "products/1", 403)]
    [InlineData(DolibarrRights.ProductRead, "PUT", "products/1", 403)]
    [InlineData(DolibarrRights.CategoryRead, "POST", "categories/1/objects/product/1", 403)]
    [InlineData(DolibarrRights.CategoryRead | DolibarrRights.ProductWrite, "POST", "categories/1/objects/product/1", 200)]
    public async Task Each_endpoint_asks_for_its_right(DolibarrRights rights, string method, string path, int status)
    {
        State.AddProduct(p => p.Ref = "A");
        State.AddCategory(c => c.Label = "C");
        Erp.Keys.Add("limited", rights);

        (await Send(new HttpMethod(method), path, method == "GET" ? null : "{}", "limited")).Status.Should().Be(status);
    }

    [Fact]
    public async Task An_endpoint_of_a_module_that_is_off_is_403_even_for_the_administrator()
    {
        State.Modules.Remove("stock");

        (await Get("warehouses")).Status.Should().Be(403);
    }

    [Theory]
    [InlineData("GET", "nothinghere")]
    [InlineData("GET", "proposals")]
    [InlineData("GET", "supplierorders")]
    [InlineData("GET", "setup/dictionary/incoterms")]
    public async Task What_is_not_simulated_is_501_in_plain_text(string method, string path)
    {
        var reply = await Send(new HttpMethod(method), path, null);

        reply.Status.Should().Be(501);
        reply.MediaType.Should().Be("text/html");
        reply.Body.Should().Be("API not found (failed to include API file)");
    }

    [Fact]
    public async Task Deleting_the_list_is_405() => (await Delete("products")).Status.Should().Be(405);

    [Fact]
    public async Task Constants_modules_company_and_taxes_are_read()
    {
        (await Get("setup/conf/PRODUCT_PRICE_UNIQ")).Body.Should().Be("\"1\"");
        (await Get("setup/conf/PRODUIT_MULTIPRICES")).Status.Should().Be(400);
        (await Get("setup/modules")).Json.EnumerateArray().Select(m => m.GetString()).Should().Contain("variants");
        (await Get("setup/company"))["currency_code"].GetString().Should().Be("EUR");
        (await Get("setup/dictionary/vat?sqlfilters=(t.fk_pays:=:1)")).Json.EnumerateArray().Select(r => r.GetProperty("taux").GetString()).Should().Equal("0", "2.1", "5.5", "10", "20");
        (await Get("setup/dictionary/vat?sqlfilters=(t.fk_pays:=:4)")).Json.GetArrayLength().Should().Be(0);
        (await Get("users/info"))["login"].GetString().Should().Be("admin");
    }

    [Fact]
    public void A_version_that_was_not_recorded_is_refused() =>
        FluentActions.Invoking(() => new DolibarrSandbox(new DolibarrSandboxOptions { Version = "22.0.0" })).Should().Throw<ArgumentException>();
}
