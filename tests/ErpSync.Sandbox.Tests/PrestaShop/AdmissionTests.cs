namespace ErpSync.Sandbox.Tests.PrestaShop;

public class AdmissionTests
{
    [Fact]
    public async Task No_credentials_are_answered_in_plain_text()
    {
        await using var client = await ShopClient.StartAsync();
        client.UseKey(null);

        var answer = await client.GetAsync("products");

        (answer.Status, answer.Body).Should().Be((401, "401 Unauthorized"));
        answer.ContentType.Should().StartWith("text/html");
        answer.Headers.Should().ContainKey("WWW-Authenticate").And.NotContainKey("PSWS-Version");
    }

    [Theory]
    [InlineData("short", new[] { 18 })]
    [InlineData("UNKNOWN0UNKNOWN0UNKNOWN0UNKNOWN0", new[] { 20, 21 })]
    [InlineData("INACTIVEINACTIVEINACTIVEINACTIVE", new[] { 20, 21 })]
    public async Task A_bad_key_is_401_and_shows_no_version(string key, int[] codes)
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.Keys.Add("INACTIVEINACTIVEINACTIVEINACTIVE", added => added.Active = false);
        client.UseKey(key);

        var answer = await client.GetAsync("products?output_format=JSON");

        answer.Status.Should().Be(401);
        answer.Codes.Should().Equal(codes);
        answer.Headers["PSWS-Version"].Should().Be("0");
    }

    [Fact]
    public async Task Rights_are_per_resource_and_method_and_PATCH_is_one_of_its_own()
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.Keys.Add("LIMITED0LIMITED0LIMITED0LIMITED0", key => key.Allow("products", "GET", "PUT"));
        client.UseKey("LIMITED0LIMITED0LIMITED0LIMITED0");

        var patch = await client.SendAsync("PATCH", "products", InputXmlText.Of("product", "<id>1</id>"));
        var combinations = await client.GetAsync("combinations");
        var root = await client.GetAsync("");

        (patch.Status, patch.Codes[0]).Should().Be((405, 25));
        (combinations.Status, combinations.Codes[0]).Should().Be((401, 26));
        root.Xml.Element("api")!.Elements().Should().ContainSingle().Which.Attribute("patch")!.Value.Should().Be("false");
    }

    [Fact]
    public async Task A_lost_authorization_header_leaves_ws_key()
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.DropAuthorizationHeader = true;

        (await client.GetAsync("products")).Status.Should().Be(401);
        (await client.GetAsync($"products?ws_key={client.Shop.ApiKey}")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Switched_off_is_503_with_code_22_before_the_key_is_looked_at()
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.WebserviceEnabled = false;
        client.UseKey("nonsense");

        var answer = await client.GetAsync("products");

        (answer.Status, answer.Codes[0], answer.Headers["PSWS-Version"]).Should().Be((503, 22, "0"));
    }

    [Fact]
    public async Task Maintenance_is_a_503_page()
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.Maintenance = true;

        var answer = await client.GetAsync("products?output_format=JSON");

        answer.Status.Should().Be(503);
        answer.ContentType.Should().StartWith("text/html");
    }

    [Fact]
    public async Task A_foreign_host_and_an_unknown_shop_are_redirected_to_the_home_page()
    {
        await using var client = await ShopClient.StartAsync();

        var shop = await client.GetAsync("products?id_shop=99&limit=2");
        client.Shop.Domain = "shop.example";
        var host = await client.GetAsync("products?limit=2");

        shop.Status.Should().Be(302);
        shop.Headers["Location"].Should().EndWith("/?url=products&limit=2");
        host.Status.Should().Be(302);
        host.Headers["Location"].Should().Be("http://shop.example/?url=products&limit=2");
    }

    [Fact]
    public async Task An_address_over_8_KB_is_414_from_the_web_server()
    {
        await using var client = await ShopClient.StartAsync();

        var fits = await client.GetAsync($"products?filter[id]=[{string.Join('|', Enumerable.Range(100_000, 800))}]");
        var tooLong = await client.GetAsync($"products?filter[id]=[{string.Join('|', Enumerable.Range(100_000, 1_300))}]");

        fits.Status.Should().Be(200);
        (tooLong.Status, tooLong.ContentType).Should().Be((414, "text/html"));
    }

    [Fact]
    public async Task Unknown_resources_and_methods_are_refused_by_code_and_unsimulated_ones_by_501()
    {
        await using var client = await ShopClient.StartAsync();

        var unknown = await client.GetAsync("produits");
        var options = await client.SendAsync("OPTIONS", "products");
        var stores = await client.GetAsync("stores");

        (unknown.Status, unknown.Codes[0]).Should().Be((400, 27));
        (options.Status, options.Codes[0]).Should().Be((405, 23));
        (stores.Status, stores.Body).Should().Be((501, "Not simulated by this stand-in: the resource 'stores'."));
    }

    [Fact]
    public async Task PATCH_is_no_method_in_1_7()
    {
        await using var client = await ShopClient.StartAsync("1.7.8");
        client.State.AddProduct();

        var answer = await client.SendAsync("PATCH", "products/1", InputXmlText.Of("product", "<id>1</id>"));

        (answer.Status, answer.Codes[0]).Should().Be((405, 23));
    }

    [Fact]
    public async Task The_long_form_of_the_address_works_without_rewriting()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();

        var answer = await client.GetAsync("../webservice/dispatcher.php?url=products/1&display=[id]");

        answer.Status.Should().Be(200);
        answer.Xml.Element("product")!.Element("id")!.Value.Should().Be("1");
    }
}
