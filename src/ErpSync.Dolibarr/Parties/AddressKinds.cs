using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>
/// Addresses are contacts of a customer that have an address. A customer whose own address is empty gets that of the first address that bills may go to, because Dolibarr prints it and
/// takes the country of taxes from it; that copy is no record of its own.
/// </summary>
internal sealed class AddressKinds(TradeSession session) : RecordReader<Address>(session, "contacts"), IKind<Address>, ICreator<Address>, IUpdater<Address>, IDeleter<Address>
{
    private static readonly HashSet<string> Fields =
    [
        nameof(Address.FirstName), nameof(Address.LastName), nameof(Address.Line1), nameof(Address.Line2), nameof(Address.Postcode), nameof(Address.City), nameof(Address.Country), nameof(Address.Phone), nameof(Address.Mobile),
    ];

    public KindProfile<Address> Profile
    {
        get
        {
            var setup = Session.Setup;
            return new KindProfile<Address> { ReadFields = Fields, Normalise = value => AddressMapping.Normalise(value, setup), DateTrust = DateTrust.Full, FindBatch = 200, WriteBatch = 50, Writers = 1, SharesWriter = true, WriteTimeout = Session.Options.AttemptTimeout };
        }
    }

    protected override string Filter => "(t.fk_soc:>:0) and ((t.address:!=:'') or (t.zip:!=:'') or (t.town:!=:''))";

    protected override bool IsOurs(JsonElement row) => row.Whole("socid") is > 0 && (row.Text("address") ?? row.Text("zip") ?? row.Text("town")) is not null;

    internal override async Task<Remote<Address>> MapAsync(JsonElement row, TradeRun run, CancellationToken cancellationToken) => AddressMapping.Read(ContactRow.Read(row, await run.Countries.GetAsync(cancellationToken)));

    public Task<IReadOnlyList<WriteResult<Address>>> CreateAsync(IReadOnlyList<Creation<Address>> batch, CancellationToken cancellationToken) => Session.EachAsync<Address, Creation<Address>>(batch, static _ => null, CreateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Address>>> UpdateAsync(IReadOnlyList<Revision<Address>> batch, CancellationToken cancellationToken) => Session.EachAsync<Address, Revision<Address>>(batch, static revision => revision.Current.Id, UpdateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Address>>> DeleteAsync(IReadOnlyList<Remote<Address>> batch, CancellationToken cancellationToken) => Session.EachAsync<Address, Remote<Address>>(batch, static record => record.Id, DeleteAsync, cancellationToken);

    private static async Task<WriteResult<Address>> CreateAsync(Creation<Address> creation, TradeRun run, CancellationToken cancellationToken)
    {
        var owner = Parties.Need(creation.Value.Owner, Address.Kind);
        var countries = await run.Countries.GetAsync(cancellationToken);
        var address = creation.Value.ToPostal();
        var answer = await Writes.ExplainedAsync(() => run.Client.PostAsync("contacts", ContactText.Create(address, owner, creation.Token, countries, run.Setup), cancellationToken), Texts(address));
        var id = CreatedId.Read(answer, run.Client.Connection, Address.Kind);
        run.ForgetContacts(owner);
        if (creation.Value.ForBilling != false)
            await Completing.Async<Address>(id, () => CopyAsync(owner, address, countries, run, cancellationToken));
        return new WriteResult<Address>.Written(RemoteId.From(id));
    }

    private static async Task CopyAsync(long owner, PostalAddress address, CountryBook countries, TradeRun run, CancellationToken cancellationToken)
    {
        var path = $"thirdparties/{JsonValues.Invariant(owner)}";
        if (await run.Client.FindAsync(path, cancellationToken) is not { } party || (party.Text("address") ?? party.Text("zip") ?? party.Text("town")) is not null)
            return;
        var body = new JsonObject { ["caller"] = "erpsync" };
        ContactText.WriteAddress(body, address, countries, run.Setup);
        await run.Client.PutAsync(path, body, cancellationToken);
    }

    private static async Task<WriteResult<Address>> UpdateAsync(Revision<Address> revision, TradeRun run, CancellationToken cancellationToken)
    {
        var folded = ContactText.Normalise(revision.Wanted.ToPostal(), run.Setup, withPhones: true) ?? new PostalAddress { LastName = "-" };
        var body = new JsonObject { ["caller"] = "erpsync" };
        if (Has(nameof(Address.FirstName)) || Has(nameof(Address.LastName)))
            (body["lastname"], body["firstname"]) = (folded.LastName, folded.FirstName ?? "");
        if (Has(nameof(Address.Line1)) || Has(nameof(Address.Line2)) || Has(nameof(Address.Postcode)) || Has(nameof(Address.City)) || Has(nameof(Address.Country)))
            ContactText.WriteAddress(body, folded, await run.Countries.GetAsync(cancellationToken), run.Setup, clearsCountry: true);
        if (Has(nameof(Address.Phone)))
            body["phone_pro"] = folded.Phone ?? "";
        if (Has(nameof(Address.Mobile)))
            body["phone_mobile"] = folded.Mobile ?? "";
        await Writes.ExplainedAsync(() => run.Client.PutAsync("contacts/" + revision.Current.Id.Value, body, cancellationToken), Texts(folded));
        if (revision.Wanted.Owner is { } owner && Numbers.Of(owner.Id) is { } id)
            run.ForgetContacts(id);
        return new WriteResult<Address>.Written(revision.Current.Id);

        bool Has(string field) => revision.Fields.Contains(field, StringComparer.Ordinal);
    }

    private static async Task<WriteResult<Address>> DeleteAsync(Remote<Address> record, TradeRun run, CancellationToken cancellationToken)
    {
        await run.Client.DeleteAsync("contacts/" + record.Id.Value, cancellationToken);
        if (record.Value.Owner is { } owner && Numbers.Of(owner.Id) is { } id)
            run.ForgetContacts(id);
        return new WriteResult<Address>.Written(record.Id);
    }

    private static IEnumerable<string> Texts(PostalAddress address) => new[] { address.FirstName, address.LastName, address.Line1, address.Line2, address.City }.OfType<string>();
}
