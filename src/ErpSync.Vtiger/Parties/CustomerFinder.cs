using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>Looks customers up by e-mail address in Accounts, Contacts and Leads. What a search met is remembered for the run, so that a create that follows need not ask again.</summary>
internal sealed class CustomerFinder(VtigerSession session)
{
    private VtigerClient Client => session.Client;

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
            run.LoneContacts[Key(email)] = null;
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

    /// <summary>The leads with some addresses, those that were converted left out; also remembered.</summary>
    public async Task<IReadOnlyList<JsonElement>> LeadsAsync(VtigerRun run, IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        var found = new List<JsonElement>();
        if (emails.Count == 0 || await run.Schema.FindAsync(Modules.Leads, cancellationToken) is not { } schema)
            return found;
        foreach (var email in emails)
            run.Leads[Key(email)] = default;
        await foreach (var page in ModulePager.FindAsync(run, Modules.Leads, schema.Known(CustomerMapping.LeadColumns(session.Options)), "email", emails, isUnique: false, cancellationToken))
        {
            foreach (var row in page.Where(row => session.Options.ConvertedLeadStatus is not { } done || row.Text("leadstatus") != done))
            {
                found.Add(row);
                if (Texts.Trimmed(row.Text("email")) is { } email && run.Leads.GetValueOrDefault(Key(email)).ValueKind == JsonValueKind.Undefined)
                    run.Leads[Key(email)] = row;
            }
        }

        return found;
    }

    /// <summary>The lead with an address; null when there is none.</summary>
    public async Task<JsonElement?> LeadAsync(VtigerRun run, string email, CancellationToken cancellationToken)
    {
        if (!run.Leads.ContainsKey(Key(email)))
            await LeadsAsync(run, [email], cancellationToken);
        return run.Leads.TryGetValue(Key(email), out var row) && row.ValueKind == JsonValueKind.Object ? row : null;
    }

    /// <summary>The contact without account that has an address; null when there is none.</summary>
    public async Task<JsonElement?> LoneAsync(VtigerRun run, string? email, CancellationToken cancellationToken)
    {
        if (email is null)
            return null;
        if (!run.LoneContacts.ContainsKey(Key(email)))
            await AccountsOfContactsAsync(run, [email], cancellationToken);
        return run.LoneContacts.TryRemove(Key(email), out var id) && id is not null ? await Client.RetrieveAsync(id, cancellationToken) : null;
    }

    /// <summary>The account with an address of its own or of its contact; null when there is none.</summary>
    public async Task<JsonElement?> AccountOfAddressAsync(VtigerRun run, string email, CancellationToken cancellationToken)
    {
        if (await AccountAsync(run, "email1", email, cancellationToken) is { } account)
            return account;
        return (await AccountsOfContactsAsync(run, [email], cancellationToken)).FirstOrDefault() is { } id ? await Client.RetrieveAsync(id, cancellationToken) : null;
    }

    /// <summary>The oldest account whose field has a value; null when there is none.</summary>
    public async Task<JsonElement?> AccountAsync(VtigerRun run, string field, string value, CancellationToken cancellationToken)
    {
        var schema = await run.Schema.GetAsync(Modules.Accounts, cancellationToken);
        var rows = await Client.QueryAsync(Vtql.Select(Modules.Accounts, schema.Known(CustomerMapping.AccountColumns), Vtql.Equal(field, value), "id", Vtql.PageSize), cancellationToken);
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>Of contacts without account and of leads, those that no other customer stands for: the contact with an account comes first, then the contact, then the lead.</summary>
    public async Task<IReadOnlyList<JsonElement>> WithoutDoublesAsync(VtigerRun run, string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellationToken)
    {
        var emails = rows.Select(row => Texts.Trimmed(row.Text("email"))).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (other, field) in module == Modules.Leads ? new[] { (Modules.Contacts, "email"), (Modules.Accounts, "email1") } : [(Modules.Accounts, "email1")])
        {
            if (emails.Count == 0 || await run.Schema.FindAsync(other, cancellationToken) is null)
                continue;
            await foreach (var page in ModulePager.FindAsync(run, other, ["id", field], field, emails, isUnique: false, cancellationToken))
            {
                foreach (var row in page.Where(row => row.Text("id") is not null))
                    taken.TryAdd(Texts.Trimmed(row.Text(field)) ?? "", row.Text("id")!);
            }
        }

        var kept = new List<JsonElement>(rows.Count);
        foreach (var row in rows)
        {
            if (Texts.Trimmed(row.Text("email")) is { } email && taken.TryGetValue(email, out var other))
            {
                session.Doubles[email] = $"{other}, {row.Text("id")}";
                if (module == Modules.Leads)
                    session.DoubleLeads[email] = row.Text("id")!;
            }
            else
            {
                kept.Add(row);
            }
        }

        return kept;
    }

    public static bool Same(string? one, string? other) => one is not null && string.Equals(one.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Key(string email) => email.Trim().ToLowerInvariant();
}
