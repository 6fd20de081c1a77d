namespace ErpSync.Dolibarr.Tests;

/// <summary>Cursors: server time, local filters, clocks that change.</summary>
public sealed class CursorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Cursor_is_read_as_it_was_written()
    {
        var cursor = new ServerCursor(Noon, TimeSpan.FromHours(2));
        ServerCursor.Parse(cursor.ToString(), "erp").Should().Be(cursor);
        ServerCursor.Parse(new ServerCursor(Noon, null).ToString(), "erp").Offset.Should().BeNull();
    }

    [Fact]
    public void Filter_is_local_time_with_an_overlap() =>
        new ServerCursor(Noon, TimeSpan.FromHours(1)).LocalTime(new DolibarrSetup { ZoneOffset = TimeSpan.FromHours(1) }).Should().Be("2026-01-15 12:59:58");

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void Clock_change_between_two_runs_hides_nothing(int then, int now) =>
        new ServerCursor(Noon, TimeSpan.FromHours(then)).LocalTime(new DolibarrSetup { ZoneOffset = TimeSpan.FromHours(now) }).Should().Be("2026-01-15 12:59:58");

    [Fact]
    public void Unknown_zone_goes_back_as_far_as_any_zone_could() =>
        new ServerCursor(Noon, null).LocalTime(new DolibarrSetup()).Should().Be("2026-01-14 23:59:58");

    [Fact]
    public void Configured_zone_stands_above_what_the_server_says() =>
        new ServerCursor(Noon, TimeSpan.FromHours(9)).LocalTime(new DolibarrSetup { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), ZoneOffset = TimeSpan.Zero }).Should().Be("2026-01-15 20:59:58");

    [Theory]
    [InlineData("Asia/Tokyo", "23.0.0-beta")]
    [InlineData("America/Los_Angeles", "23.0.0-beta")]
    [InlineData("Asia/Tokyo", "18.0.0")]
    public async Task Edit_is_noticed_whatever_the_server_s_zone(string zone, string version)
    {
        await using var erp = await Erp.StartAsync(server: server => (server.TimeZone, server.Version) = (TimeZoneInfo.FindSystemTimeZoneById(zone), version));
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple")).Id;
        erp.Clock.Advance(TimeSpan.FromDays(2));
        await erp.OpenAsync();
        var cursor = await erp.CursorAsync<Product>();
        (await erp.ChangedAsync<Product>(cursor)).Should().BeEmpty();
        erp.Clock.Advance(TimeSpan.FromSeconds(1));
        erp.State.EditProduct(id, product => product.Label = "Pear");
        erp.Clock.Advance(TimeSpan.FromMinutes(5));
        await erp.OpenAsync();
        (await erp.ChangedAsync<Product>(cursor)).Should().Equal($"{id}");
    }

    [Fact]
    public async Task Edit_of_an_extra_field_alone_is_noticed_where_such_fields_are_carried()
    {
        await using var erp = await Erp.StartAsync(options => options.CustomFields.Add("shopid"), seed: state => state.ProductExtraFields.Add("shopid"));
        var id = erp.State.AddProduct(product =>
        {
            (product.Ref, product.Label) = ("A", "Apple");
            product.ExtraFields["shopid"] = "1";
        }).Id;
        // The first update of a row writes units of measure along.
        await erp.UpdateAsync(await erp.FindAsync<Product>($"{id}"), product => product with { Name = LocalizedText.Of("en", "Pear") }, nameof(Product.Name));
        erp.Clock.Advance(TimeSpan.FromHours(1));
        await erp.OpenAsync();
        var cursor = await erp.CursorAsync<Product>();
        erp.Clock.Advance(TimeSpan.FromMinutes(1));
        var current = await erp.FindAsync<Product>($"{id}");
        var modified = erp.State.Products[id].Modified;
        await erp.UpdateAsync(current, product => product with { Custom = TextMap.From([new("shopid", "2")]) }, nameof(Product.Custom));
        erp.State.Products[id].Modified.Should().Be(modified, "an extra field bumps its own table only");
        (await erp.ChangedAsync<Product>(cursor)).Should().Equal($"{id}");
        erp.State.Products[id].ExtraFields["shopid"].Should().Be("2");
    }
}
