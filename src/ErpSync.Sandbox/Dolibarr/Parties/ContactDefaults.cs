using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The roles in which a contact is the usual one of a third party; the whole set is replaced, and the row's date is not touched.</summary>
internal static class ContactDefaults
{
    public static void Apply(DolibarrContact contact, RequestBody body, string what, string place)
    {
        if (body.Element("roles") is not { ValueKind: JsonValueKind.Array or JsonValueKind.Object } given)
            return;
        var roles = (given.ValueKind == JsonValueKind.Array ? given.EnumerateArray() : given.EnumerateObject().Select(role => role.Value))
            .Select(role => role.ValueKind == JsonValueKind.Object ? (Party: Whole(role, "socid"), Type: Whole(role, "id")) : (Party: contact.Int("socid"), Type: Numbers.ReadInt(RequestBody.Text(role))))
            .Where(role => role.Party > 0 && role.Type > 0)
            .ToList();
        if (roles.Exists(role => !Array.Exists(Dictionaries.ContactTypes, type => type.Id == role.Type)))
            throw new RestException(500, what, "Cannot add or update a child row: a foreign key constraint fails (`doli`.`llx_societe_contacts`)") { Place = place };
        contact.Roles.Clear();
        foreach (var role in roles.Distinct())
            contact.Roles.Add(role);
    }

    private static int Whole(JsonElement role, string name) => role.TryGetProperty(name, out var value) ? Numbers.ReadInt(RequestBody.Text(value)) : 0;
}
