using static ErpSync.Sandbox.Tests.PrestaShop.InputXmlText;

namespace ErpSync.Sandbox.Tests.PrestaShop;

public class StockTests
{
    [Fact]
    public async Task The_sum_row_follows_combination_rows_but_keeps_what_was_written_to_it_until_then()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();
        var (first, second) = (client.State.AddCombination(1), client.State.AddCombination(1));
        var (sum, row) = (client.State.Stock(1).Id, client.State.Stock(1, first.Id).Id);

        await client.SendAsync("PATCH", "stock_availables", Of("stock_available", $"<id>{row}</id><quantity>7</quantity>"));
        client.State.Stock(1).Quantity.Should().Be(7);
        await client.SendAsync("PATCH", "stock_availables", Of("stock_available", $"<id>{sum}</id><quantity>100</quantity>"));
        client.State.Stock(1).Quantity.Should().Be(100);
        await client.SendAsync("PATCH", "stock_availables", Of("stock_available", $"<id>{client.State.Stock(1, second.Id).Id}</id><quantity>-3</quantity>"));
        client.State.Stock(1).Quantity.Should().Be(4);
    }

    [Fact]
    public async Task Stock_rows_cannot_be_created_or_deleted_and_PUT_needs_all_fields()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();

        (await client.SendAsync("POST", "stock_availables", Of("stock_available", ""))).Codes.Should().Equal(101);
        (await client.SendAsync("DELETE", "stock_availables/1")).Codes.Should().Equal(101);
        (await client.SendAsync("PUT", "stock_availables/1", Of("stock_available", "<id>1</id><quantity>8</quantity>"))).Codes.Should().Equal(41);
        (await client.SendAsync("PATCH", "stock_availables/1", Of("stock_available", "<id>1</id><quantity>2.5</quantity>"))).Codes.Should().Equal(85);
    }

    [Fact]
    public async Task A_combination_brings_and_takes_its_stock_row()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();
        await client.SendAsync("POST", "combinations", Of("combination", "<id_product>1</id_product><minimal_quantity>1</minimal_quantity>"));
        await client.SendAsync("POST", "combinations", Of("combination", "<id_product>1</id_product><minimal_quantity>1</minimal_quantity>"));
        client.State.SetStock(1, 5, combinationId: 1);
        client.State.SetStock(1, 6, combinationId: 2);

        await client.SendAsync("DELETE", "combinations/1");

        client.State.StockAvailables.Select(row => (row.CombinationId, row.Quantity)).Should().Equal((0, 6), (2, 6));
        client.State.Products[1].ProductType.Should().Be("combinations");
    }

    [Theory]
    [InlineData("9.1.4", true)]
    [InlineData("8.2.1", false)]
    public async Task A_second_default_combination_is_refused_and_not_stored(string version, bool withCode)
    {
        await using var client = await ShopClient.StartAsync(version);
        client.State.AddProduct();
        client.State.AddCombination(1);

        var answer = await client.SendAsync("POST", "combinations", Of("combination", "<id_product>1</id_product><minimal_quantity>1</minimal_quantity><default_on>1</default_on>"));

        answer.Status.Should().Be(500);
        answer.Codes.Should().Equal(withCode ? [46] : []);
        client.State.Combinations.Count.Should().Be(1);
    }
}
