namespace ErpSync.PrestaShop.Tests;

/// <summary>From when until when a special price holds, in clean and in dirty rows.</summary>
public sealed class PriceDateTests
{
    [Theory]
    [InlineData("0000-00-00 00:00:00", "0000-00-00 00:00:00", null, null)]
    [InlineData("2026-03-01 00:00:00", "0000-00-00 00:00:00", "2026-02-28T23:00:00Z", null)]
    [InlineData("0000-00-00 00:00:00", "2026-03-31 23:59:59", null, "2026-03-31T22:00:00Z")]
    [InlineData("2026-03-31 00:00:00", "2026-03-01 23:59:59", "2026-03-30T22:00:00Z", "2026-03-01T23:00:00Z")]
    public async Task Zero_dates_are_no_limit_and_an_end_before_its_beginning_is_told_as_it_is(string from, string to, string? begins, string? ends)
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct(p => p.Price = 20m);
        var row = shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Reduction, price.ReductionType) = (product.Id, 0.1m, "percentage"));
        (row["from"], row["to"]) = (from, to);
        await shop.OpenAsync();

        var read = (await shop.ReadAsync<Price>()).Single().Value;

        (read.From, read.Until).Should().Be((Instant(begins), Instant(ends)));
        (read.Net.Amount, read.ReductionPercent).Should().Be((18m, 10m));

        static DateTimeOffset? Instant(string? text) => text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
