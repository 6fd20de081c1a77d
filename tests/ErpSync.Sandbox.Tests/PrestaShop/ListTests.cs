namespace ErpSync.Sandbox.Tests.PrestaShop;

public class ListTests
{
    [Theory]
    [InlineData("filter[reference]=aé 1", "1")]
    [InlineData("filter[reference]=AE 1", "1")]
    [InlineData("filter[reference]=[b-1]", "2")]
    [InlineData("filter[reference]=[B-1|B_1]", "2,3")]
    [InlineData("filter[reference]=[B]%", "2,3")]
    [InlineData("filter[reference]=%[1]", "1,2,3")]
    [InlineData("filter[reference]=%[B_1]%", "2,3")]
    [InlineData("filter[id]=[2|3|99]", "2,3")]
    [InlineData("filter[id]=[3,2]", "2,3")]
    [InlineData("filter[id]=>[2]", "3,4")]
    [InlineData("filter[id]=<[2]", "1")]
    [InlineData("filter[id]=![1|2]", "3,4")]
    [InlineData("filter[id]=abc", "")]
    [InlineData("filter[price]=[9,10]", "")]
    [InlineData("filter[price]=[10,20]", "1,2")]
    [InlineData("filter[price]=10&filter[active]=1", "1")]
    [InlineData("filter[name]=%[tuy]%", "4")]
    [InlineData("filter[name]=%[tuy]%&language=1", "")]
    public async Task Filters_read_values_as_the_database_does(string query, string ids)
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct(product => (product.Reference, product.Price) = ("AÉ 1", 10m));
        client.State.AddProduct(product => (product.Reference, product.Price) = ("B-1", 20m));
        client.State.AddProduct(product => (product.Reference, product.Price) = ("B_1", 100m));
        client.State.AddProduct(product =>
        {
            product.Name["en"] = "Hose";
            product.Name["fr"] = "Tuyau";
        });

        var answer = await client.GetAsync("products?sort=[id_ASC]&" + query);

        string.Join(',', answer.Xml.Descendants("product").Select(product => product.Attribute("id")!.Value)).Should().Be(ids);
    }

    [Theory]
    [InlineData("filter[bogus]=1", 32)]
    [InlineData("filter[categories]=3", 32)]
    [InlineData("filter[date_upd]=>[2020-01-01]", 32)]
    [InlineData("filter[reference]=", 33)]
    [InlineData("filter[manufacturer_name]=x", 34)]
    [InlineData("display=[id,bogus]", 35)]
    [InlineData("sort=[id]", 37)]
    [InlineData("sort=[bogus_ASC]", 38)]
    [InlineData("sort=[date_upd_ASC]", 38)]
    [InlineData("limit=1,2,3", 39)]
    [InlineData("schema=foo", 28)]
    public async Task A_bad_list_query_is_500_with_its_code_and_four_warnings(string query, int code)
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.GetAsync("products?" + query);

        answer.Status.Should().Be(500);
        answer.Codes.Should().Equal(code, 3, 3, 3, 3);
    }

    [Theory]
    [InlineData("filter[id]=>=[5]")]
    [InlineData("display=[id,categories]")]
    [InlineData("price[a][use_tax]=1")]
    public async Task What_was_never_seen_is_501(string query)
    {
        await using var client = await ShopClient.StartAsync();

        (await client.GetAsync("products?" + query)).Status.Should().Be(501);
    }

    [Fact]
    public async Task Without_sort_the_list_does_not_come_by_id()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();
        client.State.AddProduct();
        client.State.AddProduct(product =>
        {
            product.Active = false;
            product["indexed"] = "0";
        });

        var unsorted = await client.GetAsync("products?limit=2");
        var sorted = await client.GetAsync("products?sort=[id_ASC]&limit=1,2");

        unsorted.Xml.Descendants("product").Select(product => (int)product.Attribute("id")!).Should().Equal(3, 1);
        sorted.Xml.Descendants("product").Select(product => (int)product.Attribute("id")!).Should().Equal(2, 3);
    }

    [Fact]
    public async Task Date_filters_need_date_1_and_are_strict_at_greater_and_inclusive_in_ranges()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct(product => product.DateUpd = "2026-03-01 10:00:00");

        (await client.GetAsync("products?date=1&filter[date_upd]=>[2026-03-01 10:00:00]&output_format=JSON")).Body.Should().Be("[]");
        (await client.GetAsync("products?date=1&filter[date_upd]=>[2026-03-01T09:59:59Z]&output_format=JSON")).Body.Should().Be("""{"products":[{"id":1}]}""");
        (await client.GetAsync("products?date=1&filter[date_upd]=[2026-03-01 10:00:00,2035-01-01 00:00:00]&output_format=JSON")).Body.Should().Be("""{"products":[{"id":1}]}""");
    }

    [Fact]
    public async Task A_date_filter_on_a_table_without_dates_is_empty_in_9_and_dies_in_8()
    {
        await using var nine = await ShopClient.StartAsync();
        await using var eight = await ShopClient.StartAsync("8.2.1");
        nine.State.AddProduct();
        eight.State.AddProduct();
        const string Query = "stock_availables?filter[date_upd]=>[2020-01-01]&date=1&output_format=JSON";

        (await nine.GetAsync(Query)).Body.Should().Be("[]");
        var dead = await eight.GetAsync(Query);
        (dead.Status, dead.Bytes.Length).Should().Be((500, 0));
    }

    [Theory]
    [InlineData("9.1.4", "-1", 200)]
    [InlineData("8.2.1", "-1", 500)]
    [InlineData("9.1.4", "0", 200)]
    [InlineData("9.1.4", "abc", 200)]
    [InlineData("9.1.4", "50,5", 200)]
    public async Task Odd_limits_give_an_empty_list_or_die(string version, string limit, int status)
    {
        await using var client = await ShopClient.StartAsync(version);
        client.State.AddProduct();

        var answer = await client.GetAsync($"products?limit={limit}&output_format=JSON");

        (answer.Status, answer.Body).Should().Be((status, status == 200 ? "[]" : ""));
    }

    [Fact]
    public async Task Sub_fields_of_an_association_can_be_selected()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct(product => product.Reference = "A");

        var answer = await client.GetAsync("products?display=[reference,stock_availables[id]]&output_format=JSON");

        answer.Body.Should().Be("""{"products":[{"reference":"A","associations":{"stock_availables":[{"id":1}]}}]}""");
    }

    [Fact]
    public async Task Languages_are_refused_by_code()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();

        var word = await client.GetAsync("products/1?language=fr");
        var missing = await client.GetAsync("products/1?language=99");

        (word.Status, string.Join(',', word.Codes)).Should().Be((400, "79,81"));
        (missing.Status, string.Join(',', missing.Codes)).Should().Be((400, "81"));
    }
}
