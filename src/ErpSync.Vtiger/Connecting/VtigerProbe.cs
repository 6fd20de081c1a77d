namespace ErpSync.Vtiger;

/// <summary>Looks whether the CRM can be used: login, version, modules, rights, mandatory fields, picklists, currencies, operations that PHP 8 kills.</summary>
internal sealed class VtigerProbe(VtigerSession session) : IProbe
{
    private const int LastMajor = 8;

    private string Connection => session.Client.Connection;

    public async Task<IReadOnlyList<Finding>> ProbeAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        VtigerRun run;
        try
        {
            run = await session.OpenAsync(cancellationToken);
            Versions(run.Setup, findings);
            User(run.Setup, needs, findings);
            await ModulesAsync(run, needs, findings, cancellationToken);
            await DefaultsAsync(run, findings, cancellationToken);
            await PicklistsAsync(run, needs, findings, cancellationToken);
            await FieldsAsync(run, findings, cancellationToken);
            Money(run.Setup, findings);
            await OperationsAsync(run, findings, cancellationToken);
        }
        catch (ConnectorException fault)
        {
            findings.Add(Finding.From(FindingSeverity.Error, fault.Problem with { Connection = fault.Problem.Connection ?? Connection }));
        }

        return findings;
    }

    private void Versions(CrmSetup setup, List<Finding> findings)
    {
        if (setup.Version is not { } version || setup.VersionText.Any(char.IsLetter))
            Add(findings, FindingSeverity.Warning, VtigerCodes.Version, $"The version '{setup.VersionText}' is none of vtiger's: a fork is judged by what it describes.", null);
        else if (version.Major < VtigerConnection.FirstMajor)
            findings.Add(Finding.From(FindingSeverity.Error, VtigerConnection.TooOld(setup.VersionText, Connection)));
        else if (version.Major > LastMajor)
            Add(findings, FindingSeverity.Warning, VtigerCodes.Version, $"vtiger {setup.VersionText:version} is newer than {LastMajor:last}, the last version that was tried.", null);
        else
            Add(findings, FindingSeverity.Information, "vtiger.crm", $"vtiger {setup.VersionText:version}, base currency {setup.BaseCode?.Value ?? "unknown":currency}.", null);
    }

    private void User(CrmSetup setup, IReadOnlyCollection<Need> needs, List<Finding> findings)
    {
        if (setup.Decimals is null)
            Add(findings, FindingSeverity.Warning, VtigerCodes.Decimals, $"The own user cannot be read: to how many decimals prices are rounded is not known.", "Let the user read its own record.");
        else if (setup.Decimals < 2)
            findings.Add(Finding.From(needs.Any(need => need.Creates || need.Updates) ? FindingSeverity.Error : FindingSeverity.Warning, Prices.Decimals(setup.Decimals.Value) with { Connection = Connection }));
        else if (setup.Decimals < 5)
            Add(findings, FindingSeverity.Information, VtigerCodes.Decimals, $"Prices and quantities are rounded to {setup.Decimals.Value:decimals} decimals, as the user's preferences say.", "Set \"Number of currency decimals\" to 5 to keep more.");
        if (!setup.IsAdmin)
            Add(findings, FindingSeverity.Warning, "vtiger.not-admin", $"The user is no administrator: records of other owners may be hidden from it, and what is hidden is made twice.", "Use an administrator, or a role above all owners with public sharing.");
    }

    private async Task ModulesAsync(VtigerRun run, IReadOnlyCollection<Need> needs, List<Finding> findings, CancellationToken cancellationToken)
    {
        foreach (var need in needs)
        {
            if (need.Kind == EntityKind.Price)
                Add(findings, FindingSeverity.Error, VtigerCodes.ListPrices, $"vtiger's webservice neither reads nor writes the list prices of price books.", "Leave prices per customer group out of the pair.");
            if (need.Kind == EntityKind.Customer)
                await CustomersAsync(run, need, findings, cancellationToken);
            var names = Modules.Of(need.Kind);
            for (var at = 0; at < names.Count; at++)
            {
                if (await run.Schema.FindAsync(names[at], cancellationToken) is not { } schema)
                {
                    findings.Add(Finding.From(at == 0 ? FindingSeverity.Error : FindingSeverity.Warning, run.Schema.Missing(names[at])));
                    continue;
                }

                Rights(schema, need, at == 0, findings);
                if (need.Creates && at == 0)
                    Mandatory(run, schema, findings);
            }
        }
    }

    // A registration that becomes a lead needs the right to make leads, and its first order the right to take them away.
    private async Task CustomersAsync(VtigerRun run, Need need, List<Finding> findings, CancellationToken cancellationToken)
    {
        if (session.Options.RegistrationsAsLeads)
        {
            if (await run.Schema.FindAsync(Modules.Leads, cancellationToken) is { } leads)
            {
                Rights(leads, need with { Deletes = need.Creates }, isOwn: true, findings);
                if (need.Creates)
                    Mandatory(run, leads, findings);
            }
            else
            {
                findings.Add(Finding.From(FindingSeverity.Error, run.Schema.Missing(Modules.Leads)));
            }
        }

        foreach (var (email, ids) in session.Doubles.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).Take(20))
            Add(findings, FindingSeverity.Warning, VtigerCodes.AddressTwice, $"The e-mail address {email:email} stands in several records: {ids:ids}. The first is the customer.", "Merge them in vtiger.");
        if (session.Options.Accounts == VtigerAccounts.Companies && !session.Options.Defaults.ContainsKey("SalesOrder.account_id") && await run.Schema.FindAsync(Modules.SalesOrder, cancellationToken) is { } orders && orders["account_id"] is { IsMandatory: true })
            Add(findings, FindingSeverity.Warning, VtigerCodes.FieldMissing, $"Persons get no account, and SalesOrder.account_id is mandatory: their orders are refused.", "Set Defaults[\"SalesOrder.account_id\"] to an account, or Accounts to Everyone or WithOrder.");
    }

    private void Rights(ModuleSchema schema, Need need, bool isOwn, List<Finding> findings)
    {
        var missing = new[] { ("read", need.Reads && !schema.MayRead), ("create", isOwn && need.Creates && !schema.MayCreate), ("change", isOwn && need.Updates && !schema.MayUpdate), ("delete", isOwn && need.Deletes && !schema.MayDelete) }.Where(right => right.Item2).Select(right => right.Item1).ToList();
        if (missing.Count > 0)
            Add(findings, FindingSeverity.Error, VtigerCodes.RightMissing, $"The user may not {string.Join(", ", missing):rights} records of {schema.Name:module}.", "Allow it in the profile of the user.");
    }

    private void Mandatory(VtigerRun run, ModuleSchema schema, List<Finding> findings)
    {
        foreach (var field in schema.Fields.Values.Where(field => field.IsMandatory).OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            if (run.Fields.Lacking(schema.Name, field, Sources(schema.Name)) is { } problem)
                findings.Add(Finding.From(FindingSeverity.Warning, problem with { Connection = Connection, Message = $"{problem.Message} New records without one are refused." }));
        }
    }

    private async Task DefaultsAsync(VtigerRun run, List<Finding> findings, CancellationToken cancellationToken)
    {
        foreach (var (key, value) in session.Options.Defaults)
        {
            var (module, name) = (key.Split('.')[0], key.Split('.')[1]);
            var refusal = await run.Schema.FindAsync(module, cancellationToken) is { } schema ? await run.Fields.RefusalAsync(schema, name, value, cancellationToken) : $"the module {module} is not there";
            if (refusal is not null)
                Add(findings, FindingSeverity.Error, VtigerCodes.Default, $"The default of {key:key} does not fit: {refusal}.", "Correct the option Defaults.");
        }
    }

    private async Task PicklistsAsync(VtigerRun run, IReadOnlyCollection<Need> needs, List<Finding> findings, CancellationToken cancellationToken)
    {
        if (session.Options.LeadSource is { } source)
        {
            foreach (var module in new[] { Modules.Leads, Modules.Contacts, Modules.Potentials })
                await NeedValueAsync(run, module, "leadsource", source, findings, cancellationToken);
        }

        if (needs.Any(need => need.Kind == EntityKind.Order && (need.Creates || need.Updates)))
        {
            foreach (var status in session.Options.OrderStatuses.Keys)
                await NeedValueAsync(run, Modules.SalesOrder, "sostatus", status, findings, cancellationToken);
            if (session.Options.DealPrefix is not null)
                await NeedValueAsync(run, Modules.Potentials, "sales_stage", session.Options.DealStage, findings, cancellationToken);
        }

        foreach (var status in (needs.Any(need => need.Kind == EntityKind.Invoice && (need.Creates || need.Updates)) ? session.Options.InvoiceStatuses.Keys : []).Concat(session.Options.InvoiceOrders.Values).Distinct(StringComparer.Ordinal))
            await NeedValueAsync(run, Modules.Invoice, "invoicestatus", status, findings, cancellationToken);
        if (session.Options.ConvertedLeadStatus is { } done)
            await NeedValueAsync(run, Modules.Leads, "leadstatus", done, findings, cancellationToken);
    }

    // vtiger stores values outside the list; its users cannot choose or find them.
    private async Task NeedValueAsync(VtigerRun run, string module, string field, string value, List<Finding> findings, CancellationToken cancellationToken)
    {
        if (await run.Schema.FindAsync(module, cancellationToken) is { } schema && schema[field] is { Picklist.Count: > 0 } list && !list.Picklist.Contains(value, StringComparer.Ordinal))
            Add(findings, FindingSeverity.Warning, VtigerCodes.Picklist, $"The picklist {module:module}.{field:field} has no value '{value:value}': it would be stored, and not offered to the users.", "Add it under Settings, Picklist Editor.");
    }

    private async Task FieldsAsync(VtigerRun run, List<Finding> findings, CancellationToken cancellationToken)
    {
        var fields = session.Options.ExternalKeys.Select(pair => (pair.Key, pair.Value)).Concat(session.Options.CustomFields.SelectMany(pair => pair.Value.Select(field => (pair.Key, field))));
        foreach (var (module, field) in fields.Concat(Own()))
        {
            if (await run.Schema.FindAsync(module, cancellationToken) is { } schema && schema[field] is null)
                Add(findings, FindingSeverity.Error, VtigerCodes.ExternalKey, $"{module:module} has no field {field:field} that the user can see.", "Create it in the module's layout, or correct the options.");
        }

        IEnumerable<(string, string)> Own()
        {
            if (session.Options.VatNumberField is { } vat)
                yield return (Modules.Accounts, vat);
            if (session.Options.OrderDateField is { } date)
                yield return (Modules.SalesOrder, date);
            if (session.Options.ServiceCodeField is { } code)
                yield return (Modules.Services, code);
        }
    }

    private void Money(CrmSetup setup, List<Finding> findings)
    {
        if (setup.BaseCode is null)
            Add(findings, FindingSeverity.Error, VtigerCodes.CurrencyMissing, $"vtiger's base currency has no ISO 4217 code, or currencies may not be read.", "Correct it under Settings, Currencies.");
        foreach (var row in setup.Currencies.Where(row => row.Code is null))
            Add(findings, FindingSeverity.Warning, VtigerCodes.CurrencyMissing, $"The currency {row.Name:name} has no ISO 4217 code and is linked to none.", "Correct its code under Settings, Currencies.");
        foreach (var double_ in setup.Currencies.Where(row => row.Code is not null && row.IsActive).GroupBy(row => row.Code!.Value).Where(group => group.Count() > 1))
            Add(findings, FindingSeverity.Warning, "vtiger.currency-twice", $"vtiger has {double_.Count():count} active currencies with the code {double_.Key.Value:currency}; the oldest is used.", "Deactivate the others; never delete one.");
        foreach (var row in setup.Currencies.Where(row => row is { Code: not null, IsActive: false }))
            Add(findings, FindingSeverity.Information, VtigerCodes.CurrencyInactive, $"The currency {row.Code!.Value.Value:currency} is not active: documents in it are refused.", "Activate it under Settings, Currencies.");
        if (setup.Taxes.Count == 0)
            Add(findings, FindingSeverity.Warning, VtigerCodes.TaxMissing, $"vtiger has no taxes, or they may not be read.", "Create them under Settings, Tax Management.");
    }

    private async Task OperationsAsync(VtigerRun run, List<Finding> findings, CancellationToken cancellationToken)
    {
        if (run.Setup.IsAdmin && await session.Sync.ReadAsync(Modules.Accounts, run.Cursor.Time, cancellationToken) is null)
            Add(findings, FindingSeverity.Information, VtigerCodes.Fatal, $"The operation sync does not work here: deletions are found by counting and listing.", null);
        if (session.Client.ServerTime is { } told && (session.Time.GetUtcNow() - told).Duration() > TimeSpan.FromMinutes(5))
            Add(findings, FindingSeverity.Warning, VtigerCodes.Clock, $"The clock of the server and of this machine differ by more than five minutes.", "Set both by NTP.");
    }

    private static string[] Sources(string module) => module switch
    {
        Modules.Leads => ["lastname"],
        Modules.Accounts => ["accountname"],
        Modules.Contacts => ["lastname"],
        Modules.Potentials => ["potentialname", "closingdate", "sales_stage"],
        Modules.Products => ["productname", "discontinued"],
        Modules.Services => ["servicename", "discontinued"],
        Modules.Vendors => ["vendorname"],
        Modules.PriceBooks => ["bookname", "currency_id", "active"],
        Modules.SalesOrder => ["subject", "sostatus", "invoicestatus", "account_id", "bill_street", "ship_street", "currency_id", "conversion_rate", "hdnTaxType"],
        Modules.Invoice => ["subject", "invoicestatus", "account_id", "bill_street", "ship_street", "currency_id", "conversion_rate", "hdnTaxType", "invoicedate"],
        Modules.Quotes => ["subject", "quotestage", "account_id", "bill_street", "ship_street", "currency_id", "conversion_rate", "hdnTaxType"],
        Modules.Documents => ["notes_title", "folderid", "filelocationtype", "filename"],
        _ => [],
    };

    private void Add(List<Finding> findings, FindingSeverity severity, string code, MessageText message, string? remedy) => findings.Add(new Finding(severity, code, message) { Connection = Connection, Remedy = remedy });
}
