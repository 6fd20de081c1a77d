using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>
/// Makes and keeps the two records of a customer. The contact comes before the account, so that an account which a crash left without its link still finds its person: a contact
/// without account and with the same e-mail address.
/// </summary>
internal sealed class CustomerMaker(VtigerSession session, LeadConverter converter, Action<JsonObject, Customer> custom)
{
    private VtigerClient Client => session.Client;

    /// <summary>Makes a customer of what is there: a lead, a contact without account; only the rest is created.</summary>
    public async Task<CustomerRow> MakeAsync(VtigerRun run, Customer value, string? token, CancellationToken cancellationToken)
    {
        var email = Texts.Trimmed(value.Email);
        if (value.IsGuest == true && email is not null && await AccountAsync(run, "email1", email, cancellationToken) is { } guest)
            return await WithPersonAsync(run, guest, cancellationToken);
        if (email is not null && session.Options.PromoteLeads && await LeadAsync(run, email, cancellationToken) is { } lead)
            return await PromoteAsync(run, lead, value, token, cancellationToken);
        return await CreateAsync(run, value, token, cancellationToken);
    }

    /// <summary>Creates the records of a customer, whatever leads there are.</summary>
    public async Task<CustomerRow> CreateAsync(VtigerRun run, Customer value, string? token, CancellationToken cancellationToken)
    {
        var person = default(JsonElement);
        if (CustomerMapping.HasPerson(value))
            person = await LoneAsync(run, Texts.Trimmed(value.Email), cancellationToken) is { } known ? known : await CreatePersonAsync(run, value, null, cancellationToken);
        var account = await CreateAccountAsync(run, value, token, cancellationToken);
        if (person.Text("id") is { } contact && account.Text("id") is { } id)
        {
            var link = CustomerMapping.Person(value, null, session.Options);
            foreach (var name in link.Where(entry => entry.Value!.ToString().Length == 0).Select(entry => entry.Key).ToList())
                link.Remove(name);
            link["id"] = contact;
            link["account_id"] = id;
            person = await Client.ReviseAsync(link, cancellationToken);
        }

        return new CustomerRow(account, person);
    }

    /// <summary>Creates the contact alone, or takes the one that has the address already.</summary>
    public async Task<CustomerRow> CreatePersonAsync(VtigerRun run, Customer value, CancellationToken cancellationToken) =>
        new(default, await LoneAsync(run, Texts.Trimmed(value.Email), cancellationToken) ?? await CreatePersonAsync(run, value, null, cancellationToken));

    /// <summary>The persons of accounts: the contact with the account's address, else the oldest; where there is none, a contact without account that has the address.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>> PersonsAsync(VtigerRun run, IReadOnlyList<JsonElement> accounts, CancellationToken cancellationToken)
    {
        var persons = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (accounts.Count == 0 || await run.Schema.FindAsync(Modules.Contacts, cancellationToken) is not { } schema)
            return persons;
        var columns = schema.Known(CustomerMapping.PersonColumns);
        var emails = accounts.Where(row => row.Text("id") is not null).DistinctBy(row => row.Text("id")).ToDictionary(row => row.Text("id")!, row => Texts.Trimmed(row.Text("email1")), StringComparer.Ordinal);
        await foreach (var page in ModulePager.FindAsync(run, Modules.Contacts, columns, "account_id", emails.Keys, isUnique: false, cancellationToken))
        {
            foreach (var row in page)
            {
                if (row.Text("account_id") is not { } account || !emails.TryGetValue(account, out var email))
                    continue;
                if (!persons.TryGetValue(account, out var other) || (Same(row.Text("email"), email) && !Same(other.Text("email"), email)))
                    persons[account] = row;
            }
        }

        var lone = emails.Where(pair => pair.Value is not null && !persons.ContainsKey(pair.Key)).ToList();
        if (lone.Count == 0)
            return persons;
        await foreach (var page in ModulePager.FindAsync(run, Modules.Contacts, columns, "email", lone.Select(pair => pair.Value!).Distinct(StringComparer.OrdinalIgnoreCase), isUnique: false, cancellationToken))
        {
            foreach (var row in page.Where(row => row.Text("account_id") is null))
            {
                foreach (var (account, _) in lone.Where(pair => Same(pair.Value, row.Text("email"))))
                    persons.TryAdd(account, row);
            }
        }

        return persons;
    }

    /// <summary>The accounts of the contacts with some addresses; contacts without account are remembered.</summary>
    public async Task<IReadOnlyCollection<string>> AccountsOfContactsAsync(VtigerRun run, IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        var accounts = new HashSet<string>(StringComparer.Ordinal);
        if (await run.Schema.FindAsync(Modules.Contacts, cancellationToken) is null)
            return accounts;
        foreach (var email in emails)
            run.LoneContacts[email.Trim().ToLowerInvariant()] = null;
        await foreach (var page in ModulePager.FindAsync(run, Modules.Contacts, ["id", "account_id", "email"], "email", emails, isUnique: false, cancellationToken))
        {
            foreach (var row in page)
            {
                if (row.Text("account_id") is { } account)
                    accounts.Add(account);
                else if (Texts.Trimmed(row.Text("email"))?.ToLowerInvariant() is { } email && row.Text("id") is { } id && run.LoneContacts.GetValueOrDefault(email) is null)
                    run.LoneContacts[email] = id;
            }
        }

        return accounts;
    }

    /// <summary>Writes the person of a customer; makes it where there is none.</summary>
    public async Task<JsonElement> WritePersonAsync(VtigerRun run, CustomerRow present, string account, Customer value, JsonObject body, CancellationToken cancellationToken)
    {
        if (present.PersonId is not { } id)
            return await CreatePersonAsync(run, value, account, cancellationToken);
        body["id"] = id;
        if (present.Person.Text("account_id") is null)
            body["account_id"] = account;
        return await Client.ReviseAsync(body, cancellationToken);
    }

    /// <summary>Changes an account; where its new name is taken, the e-mail address stands behind it.</summary>
    public async Task<JsonElement> ReviseAccountAsync(VtigerRun run, string id, Customer value, JsonObject body, Func<JsonObject, Task<JsonElement>> revise)
    {
        body["id"] = id;
        try
        {
            return await revise(body);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind == ProblemKind.Duplicate && body.ContainsKey("accountname"))
        {
            body["accountname"] = CustomerMapping.Name(value, isTaken: true);
            return await revise(body);
        }
    }

    public async Task DeletePersonAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await Client.DeleteAsync(id, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.NotFound)
        {
            // It is gone already, or belongs to somebody else: a contact without account is no customer.
        }
    }

    private async Task<CustomerRow> PromoteAsync(VtigerRun run, JsonElement lead, Customer value, string? token, CancellationToken cancellationToken)
    {
        var made = await converter.ConvertAsync(run, lead, this, value, token, null, cancellationToken);
        if (made.Customer is { } id && await Client.RetrieveAsync(id.Value, cancellationToken) is { } account)
            return await WithPersonAsync(run, account, cancellationToken);
        throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, VtigerCodes.LeadConverted, "A lead was converted and its account cannot be read."));
    }

    private async Task<CustomerRow> WithPersonAsync(VtigerRun run, JsonElement account, CancellationToken cancellationToken) =>
        new(account, (await PersonsAsync(run, [account], cancellationToken)).GetValueOrDefault(account.Text("id") ?? ""));

    private async Task<JsonElement> CreatePersonAsync(VtigerRun run, Customer value, string? account, CancellationToken cancellationToken)
    {
        var body = CustomerMapping.Person(value, null, session.Options);
        if (account is not null)
            body["account_id"] = account;
        return await InsertAsync(run, Modules.Contacts, body, null, cancellationToken);
    }

    // A name is refused that another account bears, seen or not. The other may be this very customer, whose creation nobody answered for.
    private async Task<JsonElement> CreateAccountAsync(VtigerRun run, Customer value, string? token, CancellationToken cancellationToken)
    {
        var body = CustomerMapping.Account(value, null, session.Options);
        custom(body, value);
        body["accountname"] = CustomerMapping.Name(value, isTaken: false);
        try
        {
            return await InsertAsync(run, Modules.Accounts, body, token, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind == ProblemKind.Duplicate)
        {
            if (await AccountAsync(run, "accountname", body["accountname"]!.ToString(), cancellationToken) is { } other && Texts.Trimmed(value.Email) is { } email && Same(other.Text("email1"), email))
                return other;
            var name = CustomerMapping.Name(value, isTaken: true);
            if (name == body["accountname"]!.ToString())
                throw;
            body["accountname"] = name;
            return await InsertAsync(run, Modules.Accounts, body, token, cancellationToken);
        }
    }

    private async Task<JsonElement> InsertAsync(VtigerRun run, string module, JsonObject body, string? token, CancellationToken cancellationToken)
    {
        foreach (var name in body.Where(entry => entry.Value is null || entry.Value.ToString().Length == 0).Select(entry => entry.Key).ToList())
            body.Remove(name);
        if (token is not null && session.Options.ExternalKeys.TryGetValue(module, out var key))
            body[key] = token;
        await run.Fields.CompleteAsync(module, body, cancellationToken);
        var row = await Client.CreateAsync(module, body, cancellationToken);
        await session.Book(module).NoteAsync(row.Text("id"), cancellationToken);
        return row;
    }

    private async Task<JsonElement?> LoneAsync(VtigerRun run, string? email, CancellationToken cancellationToken)
    {
        if (email is null)
            return null;
        if (!run.LoneContacts.ContainsKey(email.ToLowerInvariant()))
            await AccountsOfContactsAsync(run, [email], cancellationToken);
        return run.LoneContacts.TryRemove(email.ToLowerInvariant(), out var id) && id is not null ? await Client.RetrieveAsync(id, cancellationToken) : null;
    }

    private async Task<JsonElement?> LeadAsync(VtigerRun run, string email, CancellationToken cancellationToken)
    {
        if (await run.Schema.FindAsync(Modules.Leads, cancellationToken) is not { } schema)
            return null;
        var rows = await Client.QueryAsync(Vtql.Select(Modules.Leads, schema.Known(["id", "email", "leadstatus"]), Vtql.Equal("email", email), "id", Vtql.PageSize), cancellationToken);
        return rows.FirstOrDefault(row => session.Options.ConvertedLeadStatus is not { } done || row.Text("leadstatus") != done) is { ValueKind: JsonValueKind.Object } lead ? lead : null;
    }

    private async Task<JsonElement?> AccountAsync(VtigerRun run, string field, string value, CancellationToken cancellationToken)
    {
        var schema = await run.Schema.GetAsync(Modules.Accounts, cancellationToken);
        var rows = await Client.QueryAsync(Vtql.Select(Modules.Accounts, schema.Known(CustomerMapping.AccountColumns), Vtql.Equal(field, value), "id", Vtql.PageSize), cancellationToken);
        return rows.Count > 0 ? rows[0] : null;
    }

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
