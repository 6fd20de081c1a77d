using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>
/// Customers: an account each, because orders and invoices must have one, together with the contact that is its person. A change of either is a change of the customer.
/// </summary>
internal sealed class CustomerKind : WritingKind<Customer>, IKeyFinder<Customer>
{
    private readonly CustomerFinder _finder;
    private readonly CustomerMaker _maker;
    private readonly BuyerFinder _buyers;

    public CustomerKind(VtigerSession session, LeadConverter converter)
        : base(session, [Modules.Accounts, .. session.HasLoneContacts ? [Modules.Contacts] : Array.Empty<string>(), .. session.Options.RegistrationsAsLeads ? [Modules.Leads] : Array.Empty<string>()])
    {
        _finder = new CustomerFinder(session);
        _maker = new CustomerMaker(session, _finder, converter, CustomBody);
        _buyers = new BuyerFinder(session, _finder, _maker, converter, this);
        converter.Use(_maker);
    }

    public override KindProfile<Customer> Profile
    {
        get
        {
            var options = Session.Options;
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Customer.IsCompany), nameof(Customer.Company), nameof(Customer.Salutation), nameof(Customer.FirstName), nameof(Customer.LastName), nameof(Customer.Email), nameof(Customer.Phone),
                nameof(Customer.Mobile), nameof(Customer.Website), nameof(Customer.Newsletter), nameof(Customer.Birthday), nameof(Customer.PrivateNote),
            };
            if (options.VatNumberField is not null)
                read.Add(nameof(Customer.VatNumber));
            if (Custom(Modules.Accounts).Count > 0)
                read.Add(nameof(Customer.Custom));
            return new KindProfile<Customer>
            {
                ReadFields = read,
                WrittenFields = read.Where(name => name != nameof(Customer.IsCompany)).ToHashSet(StringComparer.Ordinal),
                Normalise = value => CustomerMapping.Normalise(value, options, custom => CustomStored(custom, Modules.Accounts)),
                DateTrust = DateTrust.Full,
                WriteTimeout = options.AttemptTimeout,
            };
        }
    }

    public string KeyName => "email";

    public override async IAsyncEnumerable<ReadResult<Customer>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var given = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var result in WhereAsync(run, run.Since(cursor), cancellationToken))
        {
            given.Add((result.Record?.Id ?? result.Problem?.Id)?.Value ?? "");
            yield return result;
        }

        if (await run.Schema.FindAsync(Modules.Contacts, cancellationToken) is null)
            yield break;
        await foreach (var page in ModulePager.ReadAsync(run, Modules.Contacts, ["id", "account_id"], run.Since(cursor), null, cancellationToken))
        {
            var accounts = page.Select(row => row.Text("account_id")).OfType<string>().Where(given.Add).Select(id => new RemoteId(id)).ToList();
            await foreach (var result in FindAsync(accounts, cancellationToken))
                yield return result;
        }
    }

    public async IAsyncEnumerable<ReadResult<Customer>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var wanted = keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var given = new HashSet<string>(StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var result in FindAsync(run, Modules.Accounts, "email1", keys, cancellationToken))
        {
            if (result.Record is { } record && (record.Value.Email is not { } email || !wanted.Contains(email) || !given.Add(record.Id.Value)))
                continue;
            found.Add(result.Record?.Value.Email ?? "");
            yield return result;
        }

        var others = await _finder.AccountsOfContactsAsync(run, keys, cancellationToken);
        await foreach (var result in FindAsync([.. others.Where(given.Add).Select(id => new RemoteId(id))], cancellationToken))
        {
            if (result.Record is { } record && (record.Value.Email is not { } email || !wanted.Contains(email)))
                continue;
            found.Add(result.Record?.Value.Email ?? "");
            yield return result;
        }

        var left = keys.Where(key => !found.Contains(key)).ToList();
        if (Session.HasLoneContacts)
        {
            var lone = left.Select(key => run.LoneContacts.GetValueOrDefault(key.Trim().ToLowerInvariant())).OfType<string>().Select(id => new RemoteId(id)).ToList();
            await foreach (var result in FindAsync(lone, cancellationToken))
            {
                found.Add(result.Record?.Value.Email ?? "");
                yield return result;
            }
        }

        if (!Session.Options.PromoteLeads && !Session.Options.RegistrationsAsLeads)
            yield break;
        var leads = await _finder.LeadsAsync(run, [.. left.Where(key => !found.Contains(key))], cancellationToken);
        if (!Session.Options.RegistrationsAsLeads)
            yield break;
        foreach (var result in (await MapAsync(run, Modules.Leads, [.. leads], cancellationToken)).Where(result => result.Record is not { } record || (record.Value.Email is { } email && wanted.Contains(email))))
            yield return result;
    }

    /// <summary>Whom an order names that names no account: its guest, or a customer who had none; null when it names one.</summary>
    public Task<Buyer?> BuyerAsync(VtigerRun run, Order order, CancellationToken cancellationToken) => _buyers.FindAsync(run, order, cancellationToken);

    /// <summary>The contact that is the person of an account; null when it has none.</summary>
    public async Task<string?> PersonOfAsync(VtigerRun run, string account, CancellationToken cancellationToken)
    {
        if (run.Persons.TryGetValue(account, out var known))
            return known;
        await FindAsync([new RemoteId(account)], cancellationToken).CountAsync(cancellationToken);
        return run.Persons.GetValueOrDefault(account);
    }

    protected override IEnumerable<string> Columns(string module) => module switch
    {
        Modules.Contacts => CustomerMapping.PersonColumns,
        Modules.Leads => CustomerMapping.LeadColumns(Session.Options),
        _ => CustomerMapping.AccountColumns.Concat(Session.Options.VatNumberField is { } field ? [field] : []).Concat(Custom(module)),
    };

    protected override ValueTask<bool> IsOwnAsync(VtigerRun run, RecordNumber number, CancellationToken cancellationToken) =>
        ValueTask.FromResult(run.Schema.PrefixOf(Modules.Contacts) != number.Prefix || !Session.Book(Modules.Contacts).IsOwned(number.Number));

    protected override async Task<IReadOnlyList<JsonElement>> PageAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> page, CancellationToken cancellationToken) =>
        module == Modules.Accounts ? page : await _finder.WithoutDoublesAsync(run, module, [.. page.Where(row => row.Text("account_id") is null)], cancellationToken);

    protected override async Task<IReadOnlyList<ReadResult<Customer>>> MapAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken)
    {
        if (module != Modules.Accounts)
            return [.. rows.Where(row => row.Text("account_id") is null).Select(row => Map(row, reader => Read(run, reader, CustomerRow.Of(module, row))))];
        var persons = await _finder.PersonsAsync(run, rows, cancellationToken);
        return [.. rows.Select(row => Map(row, reader => Read(run, reader, new CustomerRow(row, persons.GetValueOrDefault(reader.Id.Value)))))];
    }

    protected override JsonObject Body(VtigerRun run, string module, Customer value, IReadOnlySet<string>? fields) => CustomerMapping.Account(value, fields, Session.Options);

    protected override async Task<WriteResult<Customer>> CreateOneAsync(Creation<Customer> creation, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var made = await _maker.MakeAsync(run, creation.Value, creation.Token, cancellationToken);
        return Stored(run, made);
    }

    protected override async Task<WriteResult<Customer>> UpdateOneAsync(Revision<Customer> revision, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var id = revision.Current.Id;
        var module = await ModuleOfAsync(run, id, cancellationToken);
        var (value, fields) = (revision.Wanted, revision.Fields.ToHashSet(StringComparer.Ordinal));
        if (fields.Count == 0)
            return new WriteResult<Customer>.Written(id);
        if (module != Modules.Accounts)
        {
            var alone = module == Modules.Leads ? CustomerMapping.Lead(value, fields, Session.Options) : CustomerMapping.Contact(value, fields, Session.Options);
            if (alone.Count == 0)
                return new WriteResult<Customer>.Written(id);
            alone["id"] = id.Value;
            return Stored(run, CustomerRow.Of(module, await ReviseAsync(run, module, alone, cancellationToken)), id);
        }

        var present = revision.Current.Native as CustomerRow ?? await PresentAsync(run, id, cancellationToken);
        var account = CustomerMapping.Account(value, fields, Session.Options);
        if (fields.Contains(nameof(Customer.Custom)))
            PutCustom(account, module, value.Custom);
        var person = CustomerMapping.Person(value, fields, Session.Options);
        if (fields.Overlaps([nameof(Customer.Company), nameof(Customer.FirstName), nameof(Customer.LastName), nameof(Customer.Email)]))
            account["accountname"] = CustomerMapping.Name(value, isTaken: Texts.Trimmed(present.Account.Text("accountname"))?.EndsWith(')') == true && present.Account.Text("email1") is { } old && present.Account.Text("accountname")!.EndsWith($"({old})", StringComparison.OrdinalIgnoreCase));
        var personRow = present.Person;
        if (person.Count > 0 && (present.HasPerson || CustomerMapping.HasPerson(value)))
            personRow = await _maker.WritePersonAsync(run, present, id.Value, value, person, cancellationToken);
        var accountRow = present.Account;
        if (account.Count > 0)
            accountRow = await _maker.ReviseAccountAsync(run, id.Value, value, account, body => ReviseAsync(run, module, body, cancellationToken));
        return Stored(run, new CustomerRow(accountRow, personRow), id);
    }

    protected override async Task<WriteResult<Customer>> DeleteOneAsync(Remote<Customer> record, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        await FindAsync([record.Id], cancellationToken).CountAsync(cancellationToken);
        var person = run.Persons.GetValueOrDefault(record.Id.Value);
        var result = await base.DeleteOneAsync(record, cancellationToken);

        // The person goes with a customer who is one: else a contact with the same address would stay without an account.
        if (person is not null && record.Value.IsCompany == false)
            await _maker.DeletePersonAsync(person, cancellationToken);
        return result;
    }

    private void CustomBody(JsonObject body, Customer value) => PutCustom(body, Modules.Accounts, value.Custom);

    private async Task<CustomerRow> PresentAsync(VtigerRun run, RemoteId id, CancellationToken cancellationToken)
    {
        var schema = await run.Schema.GetAsync(Modules.Accounts, cancellationToken);
        var rows = await Session.Client.QueryAsync(Vtql.Select(Modules.Accounts, schema.Known(Columns(Modules.Accounts)), Vtql.Equal("id", id.Value)), cancellationToken);
        if (rows.Count == 0)
            throw NotFound(id.Value, null);
        return new CustomerRow(rows[0], (await _finder.PersonsAsync(run, rows, cancellationToken)).GetValueOrDefault(id.Value));
    }

    private WriteResult<Customer> Stored(VtigerRun run, CustomerRow row, RemoteId? known = null)
    {
        var result = Map(row.Main, reader => Read(run, reader, row));
        var id = known ?? result.Record?.Id ?? throw new ConnectorException(result.Problem! with { Kind = ProblemKind.OutcomeUnknown });
        return new WriteResult<Customer>.Written(id, result.Record?.Id == id && row.Main.Get(row.IsAlone ? "lastname" : "accountname").ValueKind != JsonValueKind.Undefined ? result.Record : null);
    }

    private Remote<Customer> Read(VtigerRun run, RowReader reader, CustomerRow row)
    {
        if (!row.IsAlone)
            run.Persons[reader.Id.Value] = row.PersonId;
        return CustomerMapping.Read(reader, row, Session.Options, one => CustomOf(one, Modules.Accounts));
    }
}
