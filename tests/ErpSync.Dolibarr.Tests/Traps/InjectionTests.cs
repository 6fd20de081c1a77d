namespace ErpSync.Dolibarr.Tests;

/// <summary>Values from outside are found exactly, whatever they hold, and never reach an address raw: a filter has no escapes, and an input filter stands before the API.</summary>
public sealed class InjectionTests
{
    public static TheoryData<string> Values =>
    [
        "x') or (t.rowid:>:0", "' or '1'='1", "A(b)", "(PROV1)", "1 union select 2 from llx_user", "<script>alert(1)</script>", "a\"b", "a\\'b", "50 % off; drop table llx_product", "../../etc/passwd", "100%", "__NOW__",
        "on the sofa", "into the wild", "a,b", "a:b", "name like '%'", "été (d'hiver)", "日本 (東京)", "user(1)",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Reference_is_found_exactly_and_never_sent_raw(string value)
    {
        await using var erp = await Erp.StartAsync();
        erp.State.AddProduct(product => (product.Ref, product.Label) = ("decoy", "Decoy"));
        var id = erp.State.AddProduct(product => (product.Ref, product.Label) = (value, "Odd")).Id;
        await erp.OpenAsync();
        erp.Server.Requests.Clear();

        var found = await erp.Connector.Get<IKeyFinder<Product>>().FindByKeyAsync([value], CancellationToken.None).ToListAsync();

        found.Select(result => result.Record?.Id.Value).Should().Equal([$"{id}"], "nothing else may be found, and nothing may break");
        DemandHarmless(erp);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Token_is_found_exactly_and_never_sent_raw(string value)
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddProduct(product => (product.Ref, product.Label, product.RefExt) = ("A", "Odd", value)).Id;
        var category = erp.State.AddCategory(row => (row.Label, row.RefExt) = ("Fruit", value)).Id;
        erp.State.AddProduct(product => (product.Ref, product.Label, product.RefExt) = ("B", "Decoy", "other"));
        await erp.OpenAsync();
        erp.Server.Requests.Clear();

        (await erp.Connector.Get<ITokenFinder<Product>>().FindByTokenAsync([value], CancellationToken.None)).Should().Equal(new Dictionary<string, RemoteId> { [value] = RemoteId.From(id) });
        (await erp.Connector.Get<ITokenFinder<Category>>().FindByTokenAsync([value], CancellationToken.None)).Should().Equal(new Dictionary<string, RemoteId> { [value] = RemoteId.From(category) });
        DemandHarmless(erp);
    }

    internal static void DemandHarmless(Erp erp)
    {
        foreach (var request in erp.Server.Requests.Snapshot())
        {
            request.Status.Should().Be(200, request.Query);
            var query = Uri.UnescapeDataString(request.Query.Replace('+', ' '));
            var filter = query.Split('&').FirstOrDefault(part => part.TrimStart('?').StartsWith("sqlfilters=", StringComparison.Ordinal)) ?? "";
            filter.Should().NotContainAny("--", ";", "\\", "<", "\"", "union", "select", "drop", "'1'='1").And.NotContain("user(");
            filter.Count(character => character == '\'').Should().Match(count => count % 2 == 0, filter);
        }
    }
}
