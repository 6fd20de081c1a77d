namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class FilterTests : DolibarrTest
{
    public FilterTests()
    {
        State.ProductExtraFields.Add("shopid");
        State.AddProduct(p => { p.Ref = "A"; p.Label = "Crème"; p.Price = 1m; p.RefExt = "PS-1"; p.ExtraFields["shopid"] = "7"; });
        Clock.Advance(TimeSpan.FromSeconds(10));
        State.AddProduct(p => { p.Ref = "B"; p.Label = "Butter"; p.Price = 2m; p.RefExt = "PS-2"; p.OnSale = false; });
        Clock.Advance(TimeSpan.FromSeconds(10));
        State.AddProduct(p => { p.Ref = "C"; p.Label = "Cheese"; p.Price = 3m; });
    }

    [Theory]
    [InlineData("(t.ref:=:'a')", "A")]
    [InlineData("(t.ref:!=:'A')", "B,C")]
    [InlineData("(t.ref:in:'A','C')", "A,C")]
    [InlineData("(t.ref:notin:'A','C')", "B")]
    [InlineData("(t.rowid:in:1,2)", "A,B")]
    [InlineData("(t.rowid:>:1)", "B,C")]
    [InlineData("(t.rowid:>=:2) and (t.rowid:<=:2)", "B")]
    [InlineData("(t.price:<:2.5)", "A,B")]
    [InlineData("(t.label:like:'Cr%me')", "A")]
    [InlineData("(t.label:like:'creme')", "A")]
    [InlineData("(t.label:notlike:'C%')", "B")]
    [InlineData("(t.ref_ext:is:NULL)", "C")]
    [InlineData("(t.ref_ext:isnot:NULL)", "A,B")]
    [InlineData("(t.ref_ext:!=:'PS-1')", "B")]
    [InlineData("(t.tosell:=:0)", "B")]
    [InlineData("(ef.shopid:=:'7')", "A")]
    [InlineData("((t.ref:=:'A') or (t.ref:=:'B')) and (t.tosell:=:1)", "A")]
    [InlineData("(t.ref:=:'A') or (t.ref:=:'B') and (t.tosell:=:1)", "A")]
    [InlineData("(t.tms:>:'2026-11-22 03:28:12')", "B,C")]
    [InlineData("(t.tms:>=:'20261122032822')", "B,C")]
    [InlineData("(t.tms:>:'2026-11-22T03:28:22Z')", "C")]
    [InlineData("(t.tms:>:'2026-11-22')", "A,B,C")]
    [InlineData("(t.tms:>:'2099-01-01')", "")]
    [InlineData("(t.tms:<=:__NOW__)", "A,B,C")]
    public async Task Operators_compare_as_the_database_does(string filter, string refs) =>
        (await Filter(filter)).Refs.Should().Equal(refs.Split(',', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("(t.tms:>:1795305600)")]
    [InlineData("(t.tms:>:4102444800)")]
    public async Task A_unix_number_matches_every_row(string filter) => (await Filter(filter)).Refs.Should().Equal("A", "B", "C");

    [Fact]
    public async Task An_offset_is_ignored() =>
        (await Filter("(t.tms:>:'2026-11-22T03:28:12+02:00')")).Refs.Should().Equal("B", "C");

    [Theory]
    [InlineData("t.ref='A'", "(t.ref='A')")]
    [InlineData("(t.label:=:'A (b)')", "(t.label:=:'A (b)')")]
    [InlineData("(t.ref:=:'A') xor (t.ref:=:'B')", "(t.ref:=:'A') xor (t.ref:=:'B')")]
    [InlineData("(t.ref:=:'A'", "(t.ref:=:'A'")]
    public async Task Bad_syntax_is_400(string filter, string shown)
    {
        var reply = await Filter(filter);

        reply.Status.Should().Be(400);
        reply.Message.Should().Be("Bad Request: Error when validating parameter sqlfilters -> Bad syntax of the search string: " + shown);
    }

    [Theory]
    [InlineData("(t.nothere:=:1)", "WHERE")]
    [InlineData("(x.ref:=:1)", "WHERE")]
    public async Task An_unknown_column_is_503(string filter, string clause)
    {
        var reply = await Filter(filter);

        reply.Status.Should().Be(503);
        reply.Message.Should().StartWith("Service Unavailable: Error when retrieve product list : Unknown column").And.EndWith($"'{clause}'");
    }

    [Fact]
    public async Task An_unknown_sort_column_is_503() =>
        (await Get("products?sortfield=t.nothere")).Message.Should().Be("Service Unavailable: Error when retrieve product list : Unknown column 't.nothere' in 'ORDER BY'");

    [Fact]
    public async Task Rows_that_tie_stay_in_the_order_of_ids() =>
        (await Get("products?sortfield=t.tosell,t.rowid&sortorder=DESC,DESC")).Refs.Should().Equal("C", "A", "B");

    [Theory]
    [InlineData("products?sqlfilters=(t.ref:=:'x union select 1')")]
    [InlineData("products?sqlfilters=(t.label:=:%22x%22)")]
    [InlineData("products/ref/(PROV1)")]
    [InlineData("products/ref_ext/shop:1")]
    [InlineData("products/ref/5%25")]
    public async Task What_looks_like_an_attack_is_403_in_html_before_the_api(string path)
    {
        var reply = await Get(path);

        reply.Status.Should().Be(403);
        reply.MediaType.Should().Be("text/html");
    }

    [Fact]
    public async Task Bodies_are_not_looked_at_by_the_filter_in_front() =>
        (await Post("products", """{"ref":"D","label":"union select 1"}""")).Status.Should().Be(200);

    [Fact]
    public async Task Filters_by_id_and_reference_are_fast_among_twenty_thousand()
    {
        for (var i = 0; i < 20_000; i++)
            State.AddProduct(p => { p.Ref = $"P{i:00000}"; p.RefExt = $"PS-{i + 100}"; });
        var ids = string.Join(',', Enumerable.Range(5_000, 200));
        await Filter("(t.rowid:=:1)");
        var started = TimeProvider.System.GetTimestamp();

        for (var i = 0; i < 100; i++)
            (await Filter(i % 2 == 0 ? $"(t.rowid:in:{ids})" : $"(t.ref_ext:in:'PS-{i + 100}','PS-{i + 101}')", "&properties=id")).Status.Should().Be(200);

        TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(10));
    }
}
