using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce.Tests;

/// <summary>Fields are matched in one pass in the order in which the shop gives them, and found in any other order too.</summary>
public sealed class RowOrderTraps
{
    private const string Json = """{"id":7,"name":"Mug","type":"simple","sku":"M-1","regular_price":"19.90","sale_price":"","manage_stock":true,"stock_quantity":"12","weight":"\u0030.25","date_modified_gmt":"2026-11-22T03:25:08","dimensions":{"length":"10"},"virtual":"1","tags":[{"name":"a &amp; b"}],"meta_data":[{"key":"k","value":"v"}]}""";

    [Fact]
    public void Fields_in_any_order_with_foreign_ones_between_give_the_same_row()
    {
        var expected = Read(Json);
        (expected.Name, expected.Sku, expected.Regular, expected.Sale, expected.Stock, expected.Weight, expected.Length, expected.IsVirtual).Should().Be(("Mug", "M-1", 19.90m, null, 12L, 0.25m, 10m, true));
        expected.ModifiedAt.Should().Be(new DateTimeOffset(2026, 11, 22, 3, 25, 8, TimeSpan.Zero));
        var properties = JsonNode.Parse(Json)!.AsObject().ToList();
        for (var seed = 1; seed <= 50; seed++)
        {
            var random = new Random(seed);
            var shuffled = new JsonObject();
            foreach (var property in properties.Append(new("_links", new JsonObject())).Append(new("price_html", "x")).OrderBy(_ => random.Next()))
                shuffled.Add(property.Key, property.Value?.DeepClone());

            Read(shuffled.ToJsonString()).Should().BeEquivalentTo(expected, $"the order of seed {seed} does not matter");
        }
    }

    [Theory]
    [InlineData("""{"id":7,"date_modified_gmt":"2026-11-22T03:25:08Z"}""")]
    [InlineData("""{"id":7,"date_modified_gmt":"2026-11-22T04:25:08+01:00"}""")]
    [InlineData("""{"id":7,"date_modified_gmt":"2026-11-22 03:25:08"}""")]
    public void Dates_with_a_zone_or_a_blank_are_the_same_instant(string json) => Read(json).ModifiedAt.Should().Be(new DateTimeOffset(2026, 11, 22, 3, 25, 8, TimeSpan.Zero));

    [Fact]
    public void Name_that_stands_twice_counts_with_its_last_value() => Read("""{"id":7,"sku":"A","sku":"B"}""").Sku.Should().Be("B");

    private static ProductRow Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ProductRow.Read(document.RootElement, ["k"]);
    }
}
