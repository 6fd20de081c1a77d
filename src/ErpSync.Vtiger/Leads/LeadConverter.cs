using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>
/// Makes an account and a contact of a lead with vtiger's own conversion; where PHP 8 kills that, with creates, after which the lead goes to the recycle bin or gets another status.
/// </summary>
internal sealed class LeadConverter(VtigerSession session) : ILeadConverter
{
    private CustomerMaker? _maker;

    private VtigerClient Client => session.Client;

    /// <summary>Where customers are made; set once when the connector is put together.</summary>
    public void Use(CustomerMaker maker) => _maker = maker;

    public async Task<LeadConversion> ConvertAsync(Remote<Lead> lead, Customer? customer, Deal? deal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var run = await session.RunAsync(cancellationToken);
        if (await Client.RetrieveAsync(lead.Id.Value, cancellationToken) is not { } row)
            return await FoundAsync(run, lead.Value.Email, cancellationToken) ?? throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, VtigerCodes.NotFound, "vtiger has no such lead, or the user cannot see it.") { Connection = Client.Connection, EntityKind = Lead.Kind, Id = lead.Id });
        var value = customer ?? new Customer { Company = lead.Value.Company, FirstName = lead.Value.FirstName, LastName = lead.Value.LastName, Email = lead.Value.Email, Phone = lead.Value.Phone, Mobile = lead.Value.Mobile, Website = lead.Value.Website };
        var made = await ConvertAsync(run, row, _maker!, value, null, deal, cancellationToken, withAccount: customer is not null);
        return made;
    }

    /// <summary>Converts a lead into a customer and, if wanted, a deal.</summary>
    internal async Task<LeadConversion> ConvertAsync(VtigerRun run, JsonElement lead, CustomerMaker maker, Customer value, string? token, Deal? deal, CancellationToken cancellationToken, bool withAccount = true, CustomerPlaces? places = null)
    {
        var id = lead.Text("id")!;
        if (!session.ConversionIsDead)
        {
            try
            {
                return await TryAsync(run, id, value, token, deal, withAccount, places, cancellationToken);
            }
            catch (ConnectorException fault) when (fault.Problem.Code == VtigerCodes.Fatal)
            {
                // It ends before it begins. Should it have ended later, the lead is not found any more.
                session.ConversionIsDead = true;
                if ((await Client.QueryAsync(Vtql.Select(Modules.Leads, ["id"], Vtql.Equal("id", id)), cancellationToken)).Count == 0 && await FoundAsync(run, value.Email, cancellationToken) is { } made)
                    return made;
            }
            catch (ConnectorException fault) when (fault.Problem.Code == VtigerCodes.LeadConverted)
            {
                if (await FoundAsync(run, value.Email, cancellationToken) is not { } before)
                    throw;
                return before;
            }
        }

        var row = withAccount ? await maker.CreateAsync(run, value, token, cancellationToken, places) : await maker.CreatePersonAsync(run, value, cancellationToken, token, places);
        var (account, contact) = (row.Account.Text("id"), row.PersonId);
        var potential = deal is null ? null : (await CreateDealAsync(run, deal, account, contact, cancellationToken)).Text("id");
        await RetireAsync(id, cancellationToken);
        return new LeadConversion(Id(contact), Id(account), Id(potential));
    }

    private async Task<LeadConversion> TryAsync(VtigerRun run, string id, Customer value, string? token, Deal? deal, bool withAccount, CustomerPlaces? places, CancellationToken cancellationToken)
    {
        var entities = new JsonObject();
        if (withAccount)
        {
            var account = CustomerMapping.Account(value, null, session.Options);
            places?.WriteAccount(account, session.Country);

            // The conversion takes an account that bears the name already, whosever it is.
            var name = CustomerMapping.Name(value, isTaken: false);
            var rows = await Client.QueryAsync(Vtql.Select(Modules.Accounts, ["id", "email1"], Vtql.Equal("accountname", name), "id", Vtql.PageSize), cancellationToken);
            account["accountname"] = CustomerMapping.Name(value, isTaken: rows.Count > 0 && !rows.Any(row => CustomerFinder.Same(row.Text("email1"), value.Email)));
            if (token is not null && session.Options.ExternalKeys.TryGetValue(Modules.Accounts, out var key))
                account[key] = token;
            entities[Modules.Accounts] = await EntityAsync(run, Modules.Accounts, account, cancellationToken);
        }

        var person = CustomerMapping.Person(value, null, session.Options);
        places?.WriteContact(person, session.Country);
        entities[Modules.Contacts] = await EntityAsync(run, Modules.Contacts, person, cancellationToken);
        if (deal is not null)
            entities[Modules.Potentials] = await EntityAsync(run, Modules.Potentials, Potential(run, deal), cancellationToken);
        var element = new JsonObject { ["leadId"] = id, ["assignedTo"] = session.Options.Owner ?? run.Setup.UserId, ["transferRelatedRecordsTo"] = Modules.Contacts, ["entities"] = entities };
        var result = await Client.CallAsync(VtigerCall.Post("convertlead", ("element", element.ToJsonString())) with { MayBeDead = true }, cancellationToken);
        return new LeadConversion(Id(result.Text(Modules.Contacts)), Id(result.Text(Modules.Accounts)), Id(result.Text(Modules.Potentials)));
    }

    private static async Task<JsonObject> EntityAsync(VtigerRun run, string module, JsonObject fields, CancellationToken cancellationToken)
    {
        foreach (var name in fields.Where(entry => entry.Value is null || entry.Value.ToString().Length == 0).Select(entry => entry.Key).ToList())
            fields.Remove(name);
        await run.Fields.CompleteAsync(module, fields, cancellationToken);
        fields["create"] = true;
        fields["name"] = module;
        return fields;
    }

    private JsonObject Potential(VtigerRun run, Deal deal)
    {
        var body = new JsonObject
        {
            ["potentialname"] = Texts.Trimmed(deal.Name) ?? "",
            ["sales_stage"] = Texts.Trimmed(deal.Stage) ?? session.Options.DealStage,
            ["closingdate"] = JsonValues.Day(deal.ClosingDate ?? DateOnly.FromDateTime(run.Cursor.Time.UtcDateTime)),
        };
        if (deal.Amount is { } amount)
            body["amount"] = JsonValues.Invariant(Prices.Rounded(amount.Amount, run.Setup));
        return body;
    }

    private async Task<JsonElement> CreateDealAsync(VtigerRun run, Deal deal, string? account, string? contact, CancellationToken cancellationToken)
    {
        var body = Potential(run, deal);
        if (account is not null)
            body["related_to"] = account;
        if (contact is not null)
            body["contact_id"] = contact;
        await run.Fields.CompleteAsync(Modules.Potentials, body, cancellationToken);
        return await Client.CreateAsync(Modules.Potentials, body, cancellationToken);
    }

    /// <summary>Takes away a lead that became a customer: to the recycle bin, or into another status.</summary>
    internal async Task RetireAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            if (session.Options.ConvertedLeadStatus is { } status)
                await Client.ReviseAsync(new JsonObject { ["id"] = id, ["leadstatus"] = status }, cancellationToken);
            else
                await Client.DeleteAsync(id, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.NotFound)
        {
            // Gone already is well; not allowed is not.
            if ((await Client.QueryAsync(Vtql.Select(Modules.Leads, ["id"], Vtql.Equal("id", id)), cancellationToken)).Count > 0)
                throw;
        }
    }

    /// <summary>What a lead that is gone became: the contact with its address, and its account.</summary>
    private async Task<LeadConversion?> FoundAsync(VtigerRun run, string? email, CancellationToken cancellationToken)
    {
        if (Texts.Trimmed(email) is not { } address || await run.Schema.FindAsync(Modules.Contacts, cancellationToken) is null)
            return null;
        var rows = await Client.QueryAsync(Vtql.Select(Modules.Contacts, ["id", "account_id"], Vtql.Equal("email", address), "id", Vtql.PageSize), cancellationToken);
        return rows.Count == 0 ? null : new LeadConversion(Id(rows[0].Text("id")), Id(rows[0].Text("account_id")), null);
    }

    private static RemoteId? Id(string? text) => text is { Length: > 0 } ? new RemoteId(text) : null;
}
