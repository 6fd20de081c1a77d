using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>The contacts of documents in their roles: who bills and goods go to. Dolibarr copies no address to a document; it points at a contact.</summary>
/// <param name="Billing">The contact for bills; null for none.</param>
/// <param name="Shipping">The contact for goods; null for none.</param>
/// <param name="Customer">The contact who follows the order; null for none.</param>
internal sealed record DocumentContacts(ContactRow? Billing, ContactRow? Shipping, ContactRow? Customer)
{
    public const string BillingRole = "BILLING";
    public const string ShippingRole = "SHIPPING";
    public const string CustomerRole = "CUSTOMER";

    public static DocumentContacts None { get; } = new(null, null, null);

    public PostalAddress? BillTo => Billing?.ToPostal(withPhones: false);

    public PostalAddress? DeliverTo => Shipping?.ToPostal(withPhones: false);

    /// <summary>The contacts of a document whose row tells their ids: one request for their roles, none for a document without contacts.</summary>
    public static async Task<DocumentContacts> ReadAsync(JsonElement json, string resource, TradeRun run, CancellationToken cancellationToken)
    {
        var told = json.Get("contacts_ids").Items().ToList();
        if (told.Count == 0)
            return None;
        if (told[0].ValueKind != JsonValueKind.Object)
            told = [.. await RolesAsync(json.Whole("id") ?? 0, resource, run, cancellationToken)];
        var countries = await run.Countries.GetAsync(cancellationToken);
        return new DocumentContacts(await OfAsync(BillingRole), await OfAsync(ShippingRole), await OfAsync(CustomerRole));

        async Task<ContactRow?> OfAsync(string role)
        {
            var contact = told.Find(item => item.Text("code") == role && item.Text("source") is not "internal");
            if (contact.ValueKind == JsonValueKind.Undefined)
                return null;
            // Older versions tell the name alone.
            if (contact.TryGetProperty("address", out _))
                return ContactRow.Read(contact, countries);
            return await run.Client.FindAsync($"contacts/{contact.Text("id")}", cancellationToken) is { } whole ? ContactRow.Read(whole, countries) : ContactRow.Read(contact, countries);
        }
    }

    /// <summary>The contacts of a document with their roles, one request. Invoices have no list of contacts of their own; the record shows them in full when it is asked for.</summary>
    public static async Task<IReadOnlyList<JsonElement>> RolesAsync(long id, string resource, TradeRun run, CancellationToken cancellationToken) => resource == "orders"
        ? await run.Client.ListAsync($"orders/{JsonValues.Invariant(id)}/contacts", cancellationToken)
        : await run.Client.FindAsync($"{resource}/{JsonValues.Invariant(id)}?contact_list=0", cancellationToken) is { } whole ? [.. whole.Get("contacts_ids").Items()] : [];
}
