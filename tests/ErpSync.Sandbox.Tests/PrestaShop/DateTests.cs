using static ErpSync.Sandbox.Tests.PrestaShop.InputXmlText;

namespace ErpSync.Sandbox.Tests.PrestaShop;

public class DateTests
{
    [Theory]
    [InlineData("PATCH", "products/1", "<prestashop><product><id>1</id></product></prestashop>", true)]
    [InlineData("PATCH", "products/1", "<prestashop><product><id>1</id><associations><categories><category><id>2</id></category></categories></associations></product></prestashop>", true)]
    [InlineData("PATCH", "stock_availables/1", "<prestashop><stock_available><id>1</id><quantity>5</quantity></stock_available></prestashop>", false)]
    [InlineData("POST", "combinations", "<prestashop><combination><id_product>1</id_product><minimal_quantity>1</minimal_quantity></combination></prestashop>", false)]
    [InlineData("PATCH", "combinations/1", "<prestashop><combination><id>1</id><price>3</price></combination></prestashop>", false)]
    [InlineData("DELETE", "combinations/1", null, false)]
    [InlineData("DELETE", "specific_prices/1", null, false)]
    [InlineData("DELETE", "images/products/1/1", null, false)]
    [InlineData("PATCH", "categories/2", "<prestashop><category><id>2</id><active>1</active></category></prestashop>", false)]
    [InlineData("PATCH", "manufacturers/1", "<prestashop><manufacturer><id>1</id><active>1</active></manufacturer></prestashop>", false)]
    public async Task Only_writes_of_the_product_itself_touch_its_date(string method, string path, string? body, bool touched)
    {
        var clock = new ShopClock(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero));
        await using var client = await ShopClient.StartAsync(clock: clock);
        client.State.AddManufacturer("Brand");
        client.State.AddProduct();
        client.State.AddCombination(1);
        client.State.AddSpecificPrice(price => price.ProductId = 1);
        client.State.AddImage(1, Pictures.Png);
        clock.Advance(TimeSpan.FromHours(1));

        var answer = await client.SendAsync(method, path, body);

        answer.Status.Should().BeOneOf(200, 201);
        client.State.Products[1].DateUpd.Should().Be(touched ? "2026-07-01 13:00:00" : "2026-07-01 12:00:00");
    }

    [Theory]
    [InlineData("products")]
    [InlineData("?output_format=JSON")]
    public async Task The_Date_header_tells_the_clock_of_the_shop(string path)
    {
        await using var client = await ShopClient.StartAsync(clock: new ShopClock(new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero)));

        var answer = await client.GetAsync(path);

        answer.Headers["Date"].Should().Be("Thu, 15 Jan 2026 10:00:00 GMT");
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-01-15 11:00:00")]
    [InlineData("America/New_York", "2026-01-15 05:00:00")]
    [InlineData("UTC", "2026-01-15 10:00:00")]
    public async Task Times_are_in_the_zone_of_the_shop(string zone, string expected)
    {
        await using var client = await ShopClient.StartAsync(clock: new ShopClock(new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero)));
        client.State.Configure("PS_TIMEZONE", zone);

        await client.SendAsync("POST", "products", Product(""));

        (await client.JsonAsync("products/1?display=[date_upd]")).GetProperty("products")[0].GetProperty("date_upd").GetString().Should().Be(expected);
        (await client.JsonAsync("configurations?filter[name]=PS_TIMEZONE&display=[value]")).GetProperty("configurations")[0].GetProperty("value").GetString().Should().Be(zone);
    }
}
