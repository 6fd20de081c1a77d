using System.Text.Json.Nodes;

namespace ErpSync.Vtiger.Tests;

/// <summary>VTQL: escaping, limits, collation.</summary>
public sealed class QueryTraps
{
    [Theory]
    [InlineData("O'Brien")]
    [InlineData("'; delete from Leads; --")]
    [InlineData("x' or lastname like '%")]
    [InlineData("back\\slash'")]
    [InlineData("ends with \\")]
    [InlineData("double\"quote")]
    [InlineData("100% & more; <b>")]
    public async Task Value_with_signs_of_VTQL_finds_itself_and_nothing_else(string name)
    {
        await using var crm = await Crm.StartAsync(seed: state =>
        {
            state.Add("Vendors", new JsonObject { ["vendorname"] = name });
            state.Add("Vendors", new JsonObject { ["vendorname"] = "Other" });
        });
        await crm.OpenAsync();
        var found = await crm.Connector.Get<IKeyFinder<Supplier>>().FindByKeyAsync([name.ToLowerInvariant()], CancellationToken.None).ToListAsync();
        found.Should().ContainSingle().Which.Record!.Value.Name.Should().Be(name);
    }

    [Fact]
    public void Apostrophe_and_backslash_are_doubled() => Vtql.Quote("it's \\'").Should().Be("'it''s \\\\'''");

    [Theory]
    [InlineData("Leads; delete")]
    [InlineData("a.b")]
    [InlineData("")]
    [InlineData("lastname, email")]
    public void Name_of_field_or_module_that_is_none_is_refused(string name) =>
        FluentActions.Invoking(() => Vtql.Select(name, ["id"])).Should().Throw<ConnectorException>().Which.Problem.Code.Should().Be(VtigerCodes.Query);

    [Fact]
    public void Query_ends_with_a_semicolon_and_names_what_it_wants() =>
        Vtql.Select("Leads", ["id", "email"], "email = 'x'", "id", 100, 200).Should().Be("select id,email from Leads where email = 'x' order by id limit 200,100;");

    [Fact]
    public void Lists_of_values_are_cut_so_that_the_address_stays_short()
    {
        var values = Enumerable.Range(0, 950).Select(number => $"some.very.long.address.{number:000}@subdomain.of.example.org").ToList();
        var parts = Vtql.Parts(values).ToList();
        parts.SelectMany(part => part).Should().Equal(values);
        parts.Should().OnlyContain(part => part.Count <= 100 && Uri.EscapeDataString(Vtql.In("email", part)).Length < 7000);
    }

    [Fact]
    public async Task Four_hundred_long_addresses_are_looked_up_without_a_414()
    {
        await using var crm = await Crm.StartAsync(seed: state => state.Add("Leads", new JsonObject { ["lastname"] = "X", ["email"] = "some.very.long.address.399@subdomain.of.example.org" }));
        await crm.OpenAsync();
        var keys = Enumerable.Range(0, 400).Select(number => $"some.very.long.address.{number:000}@subdomain.of.example.org").ToList();
        (await crm.Connector.Get<IKeyFinder<Lead>>().FindByKeyAsync(keys, CancellationToken.None).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Search_by_e_mail_does_not_mind_case()
    {
        await using var crm = await Crm.StartAsync(seed: state => state.Add("Contacts", new JsonObject { ["lastname"] = "X", ["email"] = "Zoe@Dupre.example" }));
        await crm.OpenAsync();
        (await crm.Connector.Get<IKeyFinder<Contact>>().FindByKeyAsync(["zoe@dupre.example"], CancellationToken.None).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Search_ignores_accents_in_vtiger_and_not_here()
    {
        await using var crm = await Crm.StartAsync(seed: state => state.Add("Vendors", new JsonObject { ["vendorname"] = "Maison Dupré" }));
        await crm.OpenAsync();
        (await crm.Connector.Get<IKeyFinder<Supplier>>().FindByKeyAsync(["maison dupre"], CancellationToken.None).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Ids_have_the_prefixes_of_the_installation()
    {
        await using var crm = await Crm.StartAsync(server: server => (server.Prefixes["Leads"], server.Prefixes["Products"]) = ("50", "51"), seed: state => TenFactsTraps.Products(state, 1));
        await crm.OpenAsync();
        var lead = await crm.CreatedAsync(new Lead { LastName = "X" });
        lead.Id.Value.Should().StartWith("50x");
        (await crm.FindAsync<Lead>(lead.Id.Value)).Value.LastName.Should().Be("X");
        (await crm.RecordsAsync<Product>()).Should().ContainSingle().Which.Id.Value.Should().StartWith("51x");
    }

    [Fact]
    public async Task Fields_that_the_user_cannot_see_are_left_out_of_queries()
    {
        await using var crm = await Crm.StartAsync(options => options.CustomFields["Leads"] = ["cf_999"], seed: state => state.Add("Leads", new JsonObject { ["lastname"] = "X" }));
        await crm.OpenAsync();
        (await crm.RecordsAsync<Lead>()).Should().ContainSingle();
        (await crm.ProbeAsync(EntityKind.Lead)).Should().Contain(finding => finding.Code == VtigerCodes.ExternalKey && finding.Message.Contains("cf_999", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_are_read_again_from_the_same_second()
    {
        await using var crm = await Crm.StartAsync();
        await crm.OpenAsync();
        var cursor = await crm.CursorAsync<Lead>();
        var first = await crm.CreatedAsync(new Lead { LastName = "One" });
        var second = await crm.CreatedAsync(new Lead { LastName = "Two" });
        (await crm.ChangedAsync<Lead>(cursor)).Should().BeEquivalentTo(first.Id.Value, second.Id.Value);
    }
}
