namespace ErpSync.Dolibarr;

/// <summary>Links a document to the contacts that its addresses mean: one that is pointed at, one of the customer's that has that address, or a new one.</summary>
internal static class ContactLinker
{
    /// <summary>Links one role.</summary>
    /// <param name="resource">The resource with the document's id, for example <c>orders/12</c>.</param>
    /// <param name="role">The role.</param>
    /// <param name="address">The address as it stood on the document; null for none.</param>
    /// <param name="pointer">The address record; null for none.</param>
    /// <param name="current">The contact that is linked at present; null for none.</param>
    /// <param name="customer">The third party, whose contacts an address is looked for among.</param>
    /// <param name="token">The token of the document, from which a new contact's is made.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops between requests.</param>
    public static async Task LinkAsync(string resource, string role, PostalAddress? address, Ref? pointer, long? current, long customer, string token, TradeRun run, CancellationToken cancellationToken)
    {
        var wanted = await FindAsync(address, pointer, customer, $"{token}:{role.ToLowerInvariant()}", run, cancellationToken);
        if (wanted == current)
            return;
        if (wanted is { } id)
            await TryAsync(() => run.Client.PostAsync($"{resource}/contact/{JsonValues.Invariant(id)}/{role}", null, cancellationToken));
        if (current is { } old)
            await TryAsync(() => run.Client.DeleteAsync($"{resource}/contact/{JsonValues.Invariant(old)}/{role}", cancellationToken));
    }

    private static async Task<long?> FindAsync(PostalAddress? address, Ref? pointer, long customer, string token, TradeRun run, CancellationToken cancellationToken)
    {
        if (pointer is { IsForeign: false } given && Numbers.Of(given.Id) is { } id)
            return id;
        if (ContactText.Normalise(address, run.Setup, withPhones: false) is not { } wanted)
            return null;
        var key = PostalAddressField.Key(wanted);
        var contacts = await run.ContactsOfAsync(customer, cancellationToken);
        if (contacts.FirstOrDefault(contact => PostalAddressField.Key(contact.ToPostal(withPhones: false)) == key) is { } known)
            return known.Id;
        var body = ContactText.Create(address!, customer, token, await run.Countries.GetAsync(cancellationToken), run.Setup);
        var answer = await Writes.ExplainedAsync(() => run.Client.PostAsync("contacts", body, cancellationToken), new[] { address!.FirstName, address.LastName, address.Line1, address.City }.OfType<string>());
        run.ForgetContacts(customer);
        return CreatedId.Read(answer, run.Client.Connection, EntityKind.Contact);
    }

    // A link that exists already is answered by 304.
    private static async Task TryAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (ConnectorException fault) when (fault.Problem.Code == DolibarrCodes.NotModified)
        {
            // It is as it should be.
        }
    }
}
