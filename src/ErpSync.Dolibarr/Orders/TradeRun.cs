using System.Collections.Concurrent;

namespace ErpSync.Dolibarr;

/// <summary>What parties and documents share in one run: small reference books, each asked for once when it is first needed.</summary>
internal sealed class TradeRun
{
    private readonly ConcurrentDictionary<long, Task<IReadOnlyList<ContactRow>>> _contacts = new();

    public TradeRun(DolibarrRun run)
    {
        Run = run;
        Trade = new Lazily<TradeSetup>(token => TradeSetup.LoadAsync(run.Client, run.Setup, token));
        ContactTypes = new Lazily<ContactTypes>(token => Dolibarr.ContactTypes.LoadAsync(run.Client, token));
        Dictionaries = new Lazily<DocumentDictionaries>(token => DocumentDictionaries.LoadAsync(run.Client, token));
        Groups = new Lazily<CustomerGroups>(token => CustomerGroups.LoadAsync(run, token));
        Services = new Lazily<ServiceBook>(token => ServiceBook.LoadAsync(run.Client, run.Options, token));
        ExtraFields = new Lazily<ExtraFieldBook>(token => ExtraFieldBook.LoadAsync(run.Client, token));
    }

    public DolibarrRun Run { get; }

    public DolibarrClient Client => Run.Client;

    public DolibarrSetup Setup => Run.Setup;

    public DolibarrOptions Options => Run.Options;

    public Lazily<TradeSetup> Trade { get; }

    public Lazily<CountryBook> Countries => Run.Countries;

    /// <summary>The roles that contacts can have.</summary>
    public Lazily<ContactTypes> ContactTypes { get; }

    public Lazily<DocumentDictionaries> Dictionaries { get; }

    /// <summary>Which categories of customers the third parties are filed under.</summary>
    public Lazily<CustomerGroups> Groups { get; }

    public Lazily<ServiceBook> Services { get; }

    public Lazily<ExtraFieldBook> ExtraFields { get; }

    /// <summary>The open documents that the last listing of a kind showed with contacts.</summary>
    public ConcurrentDictionary<EntityKind, IReadOnlyList<long>> Contacted { get; } = new();

    /// <summary>The contacts of a third party, asked for once.</summary>
    public Task<IReadOnlyList<ContactRow>> ContactsOfAsync(long thirdParty, CancellationToken cancellationToken) =>
        _contacts.GetOrAdd(thirdParty, id => LoadContactsAsync(id, cancellationToken));

    /// <summary>Forgets the contacts of a third party after one was written.</summary>
    public void ForgetContacts(long thirdParty) => _contacts.TryRemove(thirdParty, out _);

    private async Task<IReadOnlyList<ContactRow>> LoadContactsAsync(long thirdParty, CancellationToken cancellationToken)
    {
        try
        {
            var countries = await Countries.GetAsync(cancellationToken);
            var rows = await Client.ListAsync($"contacts?limit=0&sortfield=t.rowid&sortorder=ASC&thirdparty_ids={JsonValues.Invariant(thirdParty)}", cancellationToken);
            return [.. rows.Select(row => ContactRow.Read(row, countries))];
        }
        catch
        {
            ForgetContacts(thirdParty);
            throw;
        }
    }
}
