using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>
/// The roles in which a contact is the usual one of its third party (the "contact types" of the dictionary), written as <c>commande/BILLING</c>: the kind of document and the code, as Dolibarr names them.
/// They bump no date. Roles that a contact has at other third parties are left as they are.
/// </summary>
internal sealed class ContactTypes
{
    private const string Member = "roles";
    private const string Order = "commande";
    private const string Invoice = "facture";
    private readonly Dictionary<string, long> _ids = new(StringComparer.OrdinalIgnoreCase);

    public static async Task<ContactTypes> LoadAsync(DolibarrClient client, CancellationToken cancellationToken)
    {
        var book = new ContactTypes();
        foreach (var row in await client.ListAsync("setup/dictionary/contact_types?limit=500", cancellationToken, RequestPurpose.Reference))
        {
            // The member is called type here and element at a contact.
            if (row.Text("source") is not "internal" && (row.Text("type") ?? row.Text("element")) is { } element && row.Text("code") is { } code && (row.Whole("rowid") ?? row.Whole("id")) is { } id)
                book._ids[Name(element, code)] = id;
        }

        return book;
    }

    /// <summary>The roles of a contact at its own third party.</summary>
    public static TextSet Read(JsonElement contact)
    {
        var own = contact.Whole("socid");
        return own is not > 0 ? TextSet.Empty : TextSet.From(Roles(contact).Where(role => (role.Whole("socid") ?? own) == own).Select(Text).OfType<string>());
    }

    /// <summary>What tells that roles changed, those at other third parties included.</summary>
    public static string Stamp(JsonElement contact) => Prints.Of([.. Roles(contact).Select(role => $"{role.Text("socid")}:{Text(role)}").Order(StringComparer.Ordinal)]);

    /// <summary>Roles as they are read: <c>BILLING</c> alone is that of orders and of invoices; a contact of no third party has none.</summary>
    public static TextSet Normalise(TextSet roles, Ref? customer) => customer is null ? TextSet.Empty : TextSet.From(roles.SelectMany(role => role.Trim().ToUpperInvariant() switch
    {
        "BILLING" or "SHIPPING" => [Name(Order, role.Trim()), Name(Invoice, role.Trim())],
        "CUSTOMER" => [Name(Order, role.Trim())],
        _ when role.Split('/') is [var element, var code] => [Name(element.Trim(), code.Trim())],
        _ => new[] { role },
    }));

    /// <summary>Puts roles into a body: all of them, since Dolibarr replaces the whole set.</summary>
    /// <param name="body">The body.</param>
    /// <param name="wanted">The roles at the contact's third party.</param>
    /// <param name="owner">That third party.</param>
    /// <param name="row">The contact as it is; undefined for a new one.</param>
    /// <param name="types">The dictionary; null when no role is wanted.</param>
    /// <exception cref="ConnectorException">Dolibarr has no such role.</exception>
    public static void Write(JsonObject body, TextSet wanted, long owner, JsonElement row, ContactTypes? types)
    {
        var before = row.Whole("socid");
        var roles = new JsonArray();
        foreach (var role in Roles(row).Where(role => role.Whole("socid") is { } party && party != owner && party != before))
            roles.Add((JsonNode)Entry(role.Whole("id") ?? 0, role.Whole("socid")!.Value));
        foreach (var role in wanted)
            roles.Add((JsonNode)Entry(types!.IdOf(role), owner));
        body[Member] = roles;
    }

    /// <summary>Whether a row tells roles at all: a single contact does so only when it is asked.</summary>
    public static bool AreTold(JsonElement row) => row.Get(Member).ValueKind is JsonValueKind.Array or JsonValueKind.Object;

    private long IdOf(string role) => _ids.TryGetValue(role, out var id) ? id : throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.ContactRoleUnknown, $"Dolibarr has no active contact type '{role}' (known: {string.Join(", ", _ids.Keys.Order(StringComparer.Ordinal))}).")
    {
        Field = nameof(Contact.Roles),
        Remedy = "Name roles like commande/BILLING, or activate the type under Home, Setup, Dictionaries, Types of contacts/addresses.",
    });

    // A map by the id of the role; an empty list for none.
    private static IEnumerable<JsonElement> Roles(JsonElement contact) => contact.Get(Member).Items().Where(role => role.ValueKind == JsonValueKind.Object);

    private static string? Text(JsonElement role) => role.Text("element") is { } element && role.Text("code") is { } code ? Name(element, code) : null;

    private static string Name(string element, string code) => $"{element.ToLowerInvariant()}/{code.ToUpperInvariant()}";

    private static JsonObject Entry(long type, long party) => new() { ["id"] = type, ["socid"] = party };
}
