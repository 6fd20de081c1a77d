using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes contacts, as records and in their roles at documents.</summary>
internal sealed class ContactJson
{
    private readonly RecordTemplate<DolibarrContact> _template;

    public ContactJson(DolibarrState state)
    {
        DolibarrThirdParty? Party(DolibarrContact c) => c["socid"] is null ? null : state.ThirdParties.Find(c.Int("socid"));
        _template = new RecordTemplate<DolibarrContact>(state.Is18 ? ContactTemplates.Of18 : ContactTemplates.Of23, new Dictionary<string, Action<Utf8JsonWriter, DolibarrContact>>(StringComparer.Ordinal)
        {
            ["id"] = static (w, c) => w.WriteStringValue(Numbers.Text(c.Id)),
            ["ref"] = static (w, c) => w.WriteStringValue(Numbers.Text(c.Id)),
            ["array_options"] = (w, c) => RecordInput.WriteExtraFields(w, c, "socpeople", state),
            ["statut"] = static (w, c) => w.WriteStringValue(c["statut"] ?? "1"),
            ["status"] = (w, c) => w.WriteText(state.Is18 ? null : c["statut"] ?? "1"),
            ["fk_soc"] = static (w, c) => w.WriteText(c["socid"]),
            ["socid"] = static (w, c) => w.WriteText(c["socid"]),
            ["socname"] = (w, c) => w.WriteText(Party(c)?["name"]),
            ["mail"] = static (w, c) => w.WriteText(c["email"] ?? ""),
            ["email"] = static (w, c) => w.WriteText(c["email"] ?? ""),
            ["civility"] = static (w, c) => w.WriteText(c["civility_code"] ?? ""),
            ["country_code"] = (w, c) => w.WriteText(PartyInput.Country(c)?.Code ?? (state.Is18 ? "" : null)),
            ["date_creation"] = static (w, c) => w.WriteNumberValue(c.Created.ToUnixTimeSeconds()),
            ["date_modification"] = (w, c) => PartyInput.WriteModified(w, c, state),
        });
    }

    public void Write(Utf8JsonWriter writer, DolibarrContact contact, IReadOnlySet<string>? properties = null, bool isListed = false, bool isChanged = false, bool withRoles = false)
    {
        var instead = new Dictionary<string, Action<Utf8JsonWriter>?>(StringComparer.Ordinal);
        instead["roles"] = withRoles || isListed ? w => WriteDefaults(w, contact) : static w => w.WriteNullValue();
        if (isChanged)
        {
            instead["actiontypecode"] = null;
            instead["photo"] = static w => w.WriteStringValue("");
        }

        _template.Write(writer, contact, properties, instead, isChanged ? w => w.WriteString("trackid", "ctc" + Numbers.Text(contact.Id)) : null);
    }

    // A map by the row of the link, which an empty list stands for.
    private static void WriteDefaults(Utf8JsonWriter writer, DolibarrContact contact)
    {
        var number = contact.Id * 100;
        writer.WriteMap(
            [.. contact.Roles.Select(role => KeyValuePair.Create(Numbers.Text(++number), role))],
            static (w, role) =>
            {
                var type = Dictionaries.ContactTypes.First(type => type.Id == role.TypeId);
                w.WriteStartObject();
                w.WriteString("id", Numbers.Text(type.Id));
                w.WriteString("socid", Numbers.Text(role.ThirdPartyId));
                w.WriteString("element", type.Element);
                w.WriteString("source", type.Source);
                w.WriteString("code", type.Code);
                w.WriteString("label", type.Label);
                w.WriteEndObject();
            });
    }

    /// <summary>The contacts of a document with their roles.</summary>
    public static void WriteRoles(Utf8JsonWriter writer, DolibarrState state, DolibarrTradeDocument document)
    {
        writer.WriteStartArray();
        foreach (var (id, role) in document.Contacts)
        {
            if (state.Contacts.Find(id) is not { } contact)
                continue;
            writer.WriteStartObject();
            foreach (var (name, value) in Texts(contact, document, role))
                writer.WriteString(name, value);
            writer.WriteNumber("status", 4);
            writer.WriteString("fk_c_type_contact", role switch { "BILLING" => "23", "SHIPPING" => "25", _ => "24" });
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<(string Name, string? Value)> Texts(DolibarrContact contact, DolibarrTradeDocument document, string role) =>
    [
        ("parentId", Numbers.Text(document.Id)), ("source", "external"), ("socid", contact["socid"]), ("id", Numbers.Text(contact.Id)), ("nom", contact["lastname"]),
        ("civility", contact["civility_code"] ?? ""), ("lastname", contact["lastname"]), ("firstname", contact["firstname"] ?? ""), ("email", contact["email"] ?? ""),
        ("address", contact["address"] ?? ""), ("zip", contact["zip"] ?? ""), ("town", contact["town"] ?? ""), ("country_id", contact["country_id"]), ("country", PartyInput.Country(contact)?.Label),
        ("login", ""), ("photo", ""), ("gender", ""), ("statuscontact", contact["statut"] ?? "1"), ("rowid", Numbers.Text(contact.Id)), ("code", role),
        ("libelle", role switch { "BILLING" => "Contact client facturation commande", "SHIPPING" => "Contact client livraison commande", _ => "Contact client suivi commande" }),
    ];
}
