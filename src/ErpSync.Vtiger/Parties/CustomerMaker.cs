using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>
/// Makes and keeps the records of a customer. The contact comes before the account, so that an account which a crash left without its link still finds its person: a contact
/// without account and with the same e-mail address.
/// </summary>
internal sealed class CustomerMaker(VtigerSession session, CustomerFinder finder, LeadConverter converter, Action<JsonObject, Customer> custom)
{
    private VtigerClient Client => session.Client;

    /// <summary>Whether a customer gets an account when it is made, or with an order.</summary>
    public bool NeedsAccount(Customer value, bool isOrdering) => session.Options.Accounts switch
    {
        VtigerAccounts.Everyone => true,
        VtigerAccounts.WithOrder => isOrdering || Texts.Trimmed(value.Company) is not null,
        _ => Texts.Trimmed(value.Company) is not null,
    };

    /// <summary>Makes a customer of what is there: a lead, a contact without account; only the rest is created. Who has not ordered becomes a lead where the options say so.</summary>
    public async Task<CustomerRow> MakeAsync(VtigerRun run, Customer value, string? token, CancellationToken cancellationToken, CustomerPlaces? places = null)
    {
        var (email, options, isOrdering) = (Texts.Trimmed(value.Email), session.Options, places is not null);
        if (value.IsGuest == true && email is not null && await finder.AccountAsync(run, "email1", email, cancellationToken) is { } guest)
            return await WithPersonAsync(run, guest, cancellationToken);
        var lead = email is not null && (options.PromoteLeads || options.RegistrationsAsLeads) ? await finder.LeadAsync(run, email, cancellationToken) : null;
        if (options.RegistrationsAsLeads && !isOrdering && value.HasOrdered != true && value.IsGuest != true)
            return await RegisterAsync(run, value, lead, token, cancellationToken);
        if (lead is { } known && options.PromoteLeads)
            return await PromoteAsync(run, known, value, token, NeedsAccount(value, isOrdering), places, cancellationToken);
        return NeedsAccount(value, isOrdering) ? await CreateAsync(run, value, token, cancellationToken, places) : await CreatePersonAsync(run, value, cancellationToken, token, places);
    }

    /// <summary>Creates contact and account of a customer, whatever leads there are.</summary>
    public async Task<CustomerRow> CreateAsync(VtigerRun run, Customer value, string? token, CancellationToken cancellationToken, CustomerPlaces? places = null)
    {
        var person = default(JsonElement);
        if (CustomerMapping.HasPerson(value))
            person = await finder.LoneAsync(run, Texts.Trimmed(value.Email), cancellationToken) ?? await InsertPersonAsync(run, CustomerMapping.Person(value, null, session.Options), null, null, places, cancellationToken);
        var account = await CreateAccountAsync(run, value, token, places, cancellationToken);
        if (person.Text("id") is { } contact && account.Text("id") is { } id)
        {
            var link = CustomerMapping.Person(value, null, session.Options);
            Clean(link);
            link["id"] = contact;
            link["account_id"] = id;
            person = await Client.ReviseAsync(link, cancellationToken);
        }

        return new CustomerRow(account, person);
    }

    /// <summary>Creates the contact alone, or takes the one that has the address already.</summary>
    public async Task<CustomerRow> CreatePersonAsync(VtigerRun run, Customer value, CancellationToken cancellationToken, string? token = null, CustomerPlaces? places = null) =>
        new(default, await finder.LoneAsync(run, Texts.Trimmed(value.Email), cancellationToken) ?? await InsertPersonAsync(run, CustomerMapping.Contact(value, null, session.Options), null, token, places, cancellationToken));

    /// <summary>Gives a contact without account one.</summary>
    public async Task<JsonElement> GiveAccountAsync(VtigerRun run, string contact, Customer value, string? token, CustomerPlaces? places, CancellationToken cancellationToken)
    {
        var account = await CreateAccountAsync(run, value, token, places, cancellationToken);
        await Client.ReviseAsync(new JsonObject { ["id"] = contact, ["account_id"] = account.Text("id") }, cancellationToken);
        return account;
    }

    /// <summary>Writes the person of a customer; makes it where there is none.</summary>
    public async Task<JsonElement> WritePersonAsync(VtigerRun run, CustomerRow present, string account, Customer value, JsonObject body, CancellationToken cancellationToken)
    {
        if (present.PersonId is not { } id)
            return await InsertPersonAsync(run, CustomerMapping.Person(value, null, session.Options), account, null, null, cancellationToken);
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

    private async Task<CustomerRow> RegisterAsync(VtigerRun run, Customer value, JsonElement? lead, string? token, CancellationToken cancellationToken)
    {
        if (lead is { } known)
            return new CustomerRow(default, default, known);
        if (await finder.LoneAsync(run, Texts.Trimmed(value.Email), cancellationToken) is { } contact)
            return new CustomerRow(default, contact);
        return new CustomerRow(default, default, await InsertAsync(run, Modules.Leads, CustomerMapping.Lead(value, null, session.Options), token, cancellationToken));
    }

    private async Task<CustomerRow> PromoteAsync(VtigerRun run, JsonElement lead, Customer value, string? token, bool withAccount, CustomerPlaces? places, CancellationToken cancellationToken)
    {
        var made = await converter.ConvertAsync(run, lead, this, value, token, null, cancellationToken, withAccount, places);
        if (made.Customer is { } id && await Client.RetrieveAsync(id.Value, cancellationToken) is { } account)
            return await WithPersonAsync(run, account, cancellationToken);
        if (!withAccount && made.Contact is { } contact && await Client.RetrieveAsync(contact.Value, cancellationToken) is { } person)
            return new CustomerRow(default, person);
        throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, VtigerCodes.LeadConverted, "A lead was converted and its account cannot be read."));
    }

    private async Task<CustomerRow> WithPersonAsync(VtigerRun run, JsonElement account, CancellationToken cancellationToken) =>
        new(account, (await finder.PersonsAsync(run, [account], cancellationToken)).GetValueOrDefault(account.Text("id") ?? ""));

    private async Task<JsonElement> InsertPersonAsync(VtigerRun run, JsonObject body, string? account, string? token, CustomerPlaces? places, CancellationToken cancellationToken)
    {
        if (account is not null)
            body["account_id"] = account;
        places?.WriteContact(body, session.Country);
        return await InsertAsync(run, Modules.Contacts, body, token, cancellationToken);
    }

    // A name is refused that another account bears, seen or not. The other may be this very customer, whose creation nobody answered for.
    private async Task<JsonElement> CreateAccountAsync(VtigerRun run, Customer value, string? token, CustomerPlaces? places, CancellationToken cancellationToken)
    {
        var body = CustomerMapping.Account(value, null, session.Options);
        custom(body, value);
        places?.WriteAccount(body, session.Country);
        body["accountname"] = CustomerMapping.Name(value, isTaken: false);
        try
        {
            return await InsertAsync(run, Modules.Accounts, body, token, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind == ProblemKind.Duplicate)
        {
            if (await finder.AccountAsync(run, "accountname", body["accountname"]!.ToString(), cancellationToken) is { } other && Texts.Trimmed(value.Email) is { } email && CustomerFinder.Same(other.Text("email1"), email))
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
        Clean(body);
        if (token is not null && session.Options.ExternalKeys.TryGetValue(module, out var key))
            body[key] = token;
        await run.Fields.CompleteAsync(module, body, cancellationToken);
        return await session.InsertAsync(module, body, token, cancellationToken);
    }

    private static void Clean(JsonObject body)
    {
        foreach (var name in body.Where(entry => entry.Value is null || entry.Value.ToString().Length == 0).Select(entry => entry.Key).ToList())
            body.Remove(name);
    }
}
