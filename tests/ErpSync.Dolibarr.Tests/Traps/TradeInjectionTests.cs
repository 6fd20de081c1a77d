namespace ErpSync.Dolibarr.Tests;

/// <summary>What shops tell of customers and orders is found exactly, whatever it holds, and never reaches a filter raw.</summary>
public sealed class TradeInjectionTests
{
    public static TheoryData<string> Values => InjectionTests.Values;

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Reference_and_token_of_a_document_are_found_exactly_and_never_sent_raw(string value)
    {
        await using var erp = await Trade.StartAsync(seed: state =>
        {
            foreach (var (reference, token) in new[] { ("decoy", "decoy"), (value, value) })
            {
                state.AddOrder("""{"socid":1,"date":1795305600,"lines":[]}""", order => (order["ref_client"], order["ref_ext"]) = (reference, token));
                state.AddInvoice("""{"socid":1,"date":1795305600,"lines":[]}""", invoice => (invoice["ref_client"], invoice["ref_ext"]) = (reference, token));
            }
        });
        await erp.OpenAsync();
        await erp.RecordsAsync<Order>();
        erp.Server.Requests.Clear();

        (await FoundAsync<Order>(erp, value)).Should().Equal("2");
        (await FoundAsync<Invoice>(erp, value)).Should().Equal("2");
        (await TokenAsync<Order>(erp, value)).Should().Be("2");
        (await TokenAsync<Invoice>(erp, value)).Should().Be("2");
        InjectionTests.DemandHarmless(erp);
    }

    [Theory]
    [MemberData(nameof(Values))]
    [InlineData("o'brien+test@example.org")]
    public async Task Address_and_token_of_a_party_are_found_exactly_and_never_sent_raw(string value)
    {
        await using var erp = await Trade.StartAsync(seed: state =>
        {
            state.AddThirdParty(party => (party["name"], party["client"], party["email"], party["ref_ext"]) = ("Odd", "1", value, value));
            state.AddContact(contact => (contact["lastname"], contact["socid"], contact["email"], contact["ref_ext"]) = ("Odd", "1", value, value));
        });
        await erp.OpenAsync();
        await erp.RecordsAsync<Customer>();
        erp.Server.Requests.Clear();

        (await FoundAsync<Customer>(erp, value.ToLowerInvariant())).Should().Equal("2");
        (await FoundAsync<Contact>(erp, value.ToLowerInvariant())).Should().Equal("2");
        (await TokenAsync<Customer>(erp, value)).Should().Be("2");
        (await TokenAsync<Contact>(erp, value)).Should().Be("2");
        InjectionTests.DemandHarmless(erp);
    }

    private static async Task<IEnumerable<string?>> FoundAsync<T>(Erp erp, string key)
        where T : class, IEntity => (await erp.Connector.Get<IKeyFinder<T>>().FindByKeyAsync([key], CancellationToken.None).ToListAsync()).Select(result => result.Record?.Id.Value);

    private static async Task<string> TokenAsync<T>(Erp erp, string token)
        where T : class, IEntity => (await erp.Connector.Get<ITokenFinder<T>>().FindByTokenAsync([token], CancellationToken.None)).Should().ContainSingle().Which.Value.Value;
}
