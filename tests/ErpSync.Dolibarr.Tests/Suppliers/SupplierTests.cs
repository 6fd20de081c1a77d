namespace ErpSync.Dolibarr.Tests;

/// <summary>Suppliers beyond what the contract checks.</summary>
public sealed class SupplierTests
{
    [Fact]
    public async Task Supplier_that_is_a_customer_too_is_taken_away_and_the_customer_stays()
    {
        await using var erp = await Erp.StartAsync();
        var both = erp.State.AddThirdParty(party => (party["name"], party["client"], party["fournisseur"]) = ("Both", "1", "1")).Id;
        var alone = erp.State.AddThirdParty(party => (party["name"], party["client"], party["fournisseur"]) = ("Alone", "0", "1")).Id;
        await erp.OpenAsync();
        var records = await erp.RecordsAsync<Supplier>();
        records.Select(record => record.Value.Name).Should().Equal("Both", "Alone");
        await erp.Connector.Get<IDeleter<Supplier>>().DeleteAsync(records, CancellationToken.None);
        erp.State.ThirdParties.Find(both)!["fournisseur"].Should().Be("0");
        erp.State.ThirdParties.Find(alone).Should().BeNull();
        (await erp.RecordsAsync<Supplier>()).Should().BeEmpty("the list of third parties is a 404 when it is empty");
    }

    [Fact]
    public async Task Customers_are_no_suppliers()
    {
        await using var erp = await Erp.StartAsync();
        var customer = erp.State.AddThirdParty(party => (party["name"], party["client"]) = ("Customer", "1")).Id;
        await erp.OpenAsync();
        (await erp.RecordsAsync<Supplier>()).Should().BeEmpty();
        (await erp.TryFindAsync<Supplier>($"{customer}")).Should().BeNull();
    }

    [Theory]
    [InlineData("o'neil (irl) & söhne \"best\"")]
    [InlineData("select from union ltd")]
    [InlineData("x') or (t.rowid:>:0")]
    public async Task Name_that_no_filter_can_express_is_found_exactly(string name)
    {
        await using var erp = await Erp.StartAsync();
        var id = erp.State.AddThirdParty(party => (party["name"], party["fournisseur"]) = (name, "1")).Id;
        erp.State.AddThirdParty(party => (party["name"], party["fournisseur"]) = ("Decoy", "1"));
        await erp.OpenAsync();
        (await erp.Connector.Get<IKeyFinder<Supplier>>().FindByKeyAsync([name], CancellationToken.None).ToListAsync()).Select(result => result.Record!.Id.Value).Should().Equal($"{id}");
    }

    [Fact]
    public async Task Code_is_given_by_dolibarr_where_the_other_side_has_none()
    {
        await using var erp = await Erp.StartAsync();
        await erp.OpenAsync();
        var id = ((WriteResult<Supplier>.Written)await erp.CreateAsync(new Supplier { Name = "One" })).Id;
        (await erp.FindAsync<Supplier>(id.Value)).Value.Code.Should().StartWith("SU");
    }

    [Fact]
    public async Task Country_that_the_dictionary_lacks_is_refused_by_name()
    {
        await using var erp = await Erp.StartAsync();
        await erp.OpenAsync();
        var result = await erp.CreateAsync(new Supplier { Name = "One", Address = new PostalAddress { City = "Nowhere", Country = "ZZ" } });
        result.Should().BeOfType<WriteResult<Supplier>.Failed>().Which.Problem.Message.Should().Contain("ZZ");
        erp.State.ThirdParties.Should().BeEmpty();
    }
}
