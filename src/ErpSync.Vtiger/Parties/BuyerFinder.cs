namespace ErpSync.Vtiger;

/// <summary>Whom an order names. A lead or a contact without account becomes an account with a contact with the first order, and the lead goes.</summary>
internal sealed class BuyerFinder(VtigerSession session, CustomerFinder finder, CustomerMaker maker, LeadConverter converter, CustomerKind customers)
{
    private VtigerClient Client => session.Client;

    /// <summary>The buyer of an order whose customer is no account; null when it is one.</summary>
    public async Task<Buyer?> FindAsync(VtigerRun run, Order order, CancellationToken cancellationToken)
    {
        var buyer = await BuyerAsync(run, order, cancellationToken);
        if (session.Options is { RegistrationsAsLeads: true, PromoteLeads: true } && Email(order) is { } email && session.DoubleLeads.TryRemove(email, out var lead))
            await converter.RetireAsync(lead, cancellationToken);
        return buyer;
    }

    private async Task<Buyer?> BuyerAsync(VtigerRun run, Order order, CancellationToken cancellationToken)
    {
        if (order.Customer is not { } customer)
            return await GuestAsync(run, order, cancellationToken);
        if (!session.HasLoneContacts || await run.Schema.OfAsync(RecordNumber.Parse(customer.Id.Value), [Modules.Contacts, Modules.Leads], cancellationToken) is not { } schema)
            return null;
        var id = customer.Id.Value;
        if (session.Promoted.TryGetValue(id, out var known))
            return known;
        var buyer = await PromoteAsync(run, schema, id, order, cancellationToken);
        if (buyer is { Account: not null })
            session.Promoted[id] = buyer;
        return buyer;
    }

    // Known by address, else made.
    private async Task<Buyer?> GuestAsync(VtigerRun run, Order order, CancellationToken cancellationToken)
    {
        if (Email(order) is not { } email)
            return null;
        await foreach (var result in customers.FindByKeyAsync([email.ToLowerInvariant()], cancellationToken))
        {
            if (result.Record is not { } known)
                continue;
            var row = (CustomerRow)known.Native!;
            return row.IsAlone ? await BuyerAsync(run, order with { Customer = new Ref(EntityKind.Customer, known.Id) }, cancellationToken) : new Buyer(known.Id.Value, row.PersonId);
        }

        var place = order.BillTo ?? order.DeliverTo;
        var customer = new Customer { Email = email, Company = place?.Company, FirstName = place?.FirstName, LastName = place?.LastName ?? (place?.Company is null ? email : null), Phone = place?.Phone, Mobile = place?.Mobile };
        var made = await maker.MakeAsync(run, customer, null, cancellationToken, CustomerPlaces.Of(order));
        return new Buyer(made.Account.Text("id"), made.PersonId);
    }

    private async Task<Buyer?> PromoteAsync(VtigerRun run, ModuleSchema schema, string id, Order order, CancellationToken cancellationToken)
    {
        var columns = schema.Name == Modules.Leads ? CustomerMapping.LeadColumns(session.Options) : CustomerMapping.PersonColumns.Concat(Key(schema.Name) is { } field ? [field] : []);
        var rows = await Client.QueryAsync(Vtql.Select(schema.Name, schema.Known(columns), Vtql.Equal("id", id)), cancellationToken);
        if (rows.Count == 0)
        {
            // It became a customer before, and nobody told us: the order's own address finds it.
            return await GuestAsync(run, order with { Customer = null }, cancellationToken)
                ?? throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, VtigerCodes.NotFound, $"The customer {id:id} is gone in vtiger, and the order tells no e-mail address to find it by.") { Field = nameof(Order.Customer) });
        }

        var row = rows[0];
        if (row.Text("account_id") is { } owner)
            return new Buyer(owner, id);
        var value = CustomerMapping.Read(new RowReader(row, Customer.Kind, session.Zone), CustomerRow.Of(schema.Name, row), session.Options, _ => TextMap.Empty).Value;
        var present = Texts.Trimmed(value.Email) is { } email ? await finder.AccountOfAddressAsync(run, email, cancellationToken) : null;
        var needsAccount = maker.NeedsAccount(value, isOrdering: true);
        var (token, places) = (Key(schema.Name) is { } key ? row.Text(key) : null, CustomerPlaces.Of(order));
        if (schema.Name == Modules.Contacts)
        {
            if (!needsAccount)
                return new Buyer(null, id);
            if (present is not { } taken)
                return new Buyer((await maker.GiveAccountAsync(run, id, value, token, places, cancellationToken)).Text("id"), id);
            await Client.ReviseAsync(new() { ["id"] = id, ["account_id"] = taken.Text("id") }, cancellationToken);
            return new Buyer(taken.Text("id"), id);
        }

        if (present?.Text("id") is { } account)
        {
            await converter.RetireAsync(id, cancellationToken);
            return new Buyer(account, await customers.PersonOfAsync(run, account, cancellationToken));
        }

        var made = await converter.ConvertAsync(run, row, maker, value, token, null, cancellationToken, needsAccount, places);
        return new Buyer(made.Customer?.Value, made.Contact?.Value);
    }

    private string? Key(string module) => session.Options.ExternalKeys.TryGetValue(module, out var field) ? field : null;

    private static string? Email(Order order) => Texts.Trimmed(order.Email ?? order.BillTo?.Email);
}
