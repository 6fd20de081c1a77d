using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Looks whether the key's user may do what a pair wants: reading is tried, writing is looked up in the user's own list of rights, so that nothing is written.</summary>
internal sealed class RightsCheck(DolibarrClient client)
{
    private static readonly Entry[] Table =
    [
        new(EntityKind.Product, "products?limit=1&ids_only=true", "produit", "creer", "supprimer"),
        new(EntityKind.ProductVariant, "products?limit=1&ids_only=true", "produit", "creer", "supprimer"),
        new(EntityKind.Price, "products?limit=1&ids_only=true", "produit", "creer", "creer"),
        new(EntityKind.ProductImage, "products?limit=1&ids_only=true", "produit", "creer", "creer"),
        new(EntityKind.Category, "categories?type=product&limit=1", "categorie", "creer", "supprimer"),
        new(EntityKind.StockLevel, "stockmovements?limit=1", "stock", "mouvement/creer", "mouvement/creer"),
        new(EntityKind.Supplier, "thirdparties?mode=4&limit=1", "societe", "creer", "supprimer"),
        new(EntityKind.SupplierPrice, "products/purchase_prices?limit=1", "produit", "creer", "supprimer"),
        new(EntityKind.Customer, "thirdparties?mode=1&limit=1", "societe", "creer", "supprimer"),
        new(EntityKind.Contact, "contacts?limit=1", "societe", "contact/creer", "contact/supprimer"),
        new(EntityKind.Order, "orders?limit=1", "commande", "creer", "supprimer"),
        new(EntityKind.Invoice, "invoices?limit=1", "facture", "creer", "supprimer"),
        new(EntityKind.Shipment, "shipments?limit=1", "expedition", "creer", "supprimer"),
    ];

    private static readonly HashSet<EntityKind> OfCustomers = [EntityKind.Customer, EntityKind.Contact, EntityKind.Address, EntityKind.Supplier, EntityKind.Order, EntityKind.Invoice, EntityKind.CreditNote, EntityKind.Payment, EntityKind.Shipment];

    public async Task<IReadOnlyList<Finding>> FindAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var path in Wanted(needs).Select(entry => entry.Entry.Path).Distinct(StringComparer.Ordinal))
        {
            try
            {
                await client.ListAsync(path, cancellationToken, Http.RequestPurpose.Reference);
            }
            catch (ConnectorException fault)
            {
                findings.Add(Finding.From(FindingSeverity.Error, fault.Problem));
            }
        }

        var isWriting = needs.Any(need => need.Creates || need.Updates || need.Deletes);
        var isOfCustomers = needs.Any(need => OfCustomers.Contains(need.Kind));
        if (findings.Count > 0 || !(isWriting || isOfCustomers))
            return findings;
        JsonElement rights;
        try
        {
            rights = (await client.GetAsync("users/info?includepermissions=1", cancellationToken, Http.RequestPurpose.Reference)).Get("rights");
        }
        catch (ConnectorException)
        {
            return findings;
        }

        // A list without the others would look like their deletion.
        if (isOfCustomers && Has(rights, "societe", "client/voir") == false)
            findings.Add(new Finding(FindingSeverity.Error, "dolibarr.customers-hidden", "The key's user sees only the customers that he is the sales representative of: lists of customers, contacts and documents leave the others out without a word, as if they were deleted.") { Remedy = "Give the right to see all third parties (societe / client / voir) on the user's card, tab Permissions." });
        if (isWriting)
            findings.AddRange(Writes(needs, rights));
        return findings;
    }

    private static IEnumerable<Finding> Writes(IReadOnlyCollection<Need> needs, JsonElement rights) =>
        Wanted(needs)
            .SelectMany(wanted => Rights(wanted.Entry, wanted.Need).Select(right => (wanted.Entry, Right: right)))
            .DistinctBy(wanted => (wanted.Entry.Module, wanted.Right))
            .Where(wanted => Has(rights, wanted.Entry.Module, wanted.Right) == false)
            .Select(wanted => new Finding(FindingSeverity.Error, DolibarrCodes.RightMissing, $"The key's user may not write {wanted.Entry.Kind}: the right '{wanted.Entry.Module} / {wanted.Right}' is missing.") { Remedy = "Give it on the user's card, tab Permissions." });

    private static IEnumerable<(Entry Entry, Need Need)> Wanted(IReadOnlyCollection<Need> needs) => needs.SelectMany(need => Table.Where(entry => entry.Kind == need.Kind).Select(entry => (entry, need)));

    private static IEnumerable<string> Rights(Entry entry, Need need)
    {
        if (need.Creates || need.Updates)
            yield return entry.Write;
        if (need.Deletes)
            yield return entry.Delete;
    }

    /// <summary>Whether the right is in the list; null where the list does not tell of the module at all (older versions, or a module of goods that is named as services).</summary>
    private static bool? Has(JsonElement rights, string module, string right)
    {
        var place = rights.Get(module);
        if (place.ValueKind != JsonValueKind.Object || !place.EnumerateObject().Any())
            return null;
        foreach (var part in right.Split('/'))
            place = place.Get(part);
        return place.AsText() is "1" or "true";
    }

    private sealed record Entry(EntityKind Kind, string Path, string Module, string Write, string Delete);
}
