using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Between contacts and records: pure functions.</summary>
internal static class ContactMapping
{
    public const string Element = "socpeople";

    public static Remote<Contact> Read(JsonElement json, DolibarrSetup setup, DolibarrOptions options, CountryBook countries, ExtraFieldBook fields)
    {
        var row = new RowReader(json, EntityKind.Contact);
        var contact = ContactRow.Read(json, countries);
        var name = Names.Join(contact.FirstName, contact.LastName) ?? throw row.Unreadable("lastname", "The contact has no name.");
        return new Remote<Contact>(RemoteId.From(row.Id), new Contact
        {
            Customer = contact.ThirdParty is { } party ? new Ref(EntityKind.Customer, RemoteId.From(party)) : null,
            Salutation = row.Text("civility_code"),
            FirstName = contact.FirstName,
            LastName = contact.LastName,
            Position = Notes.Plain(row.Text("poste")),
            Email = contact.Email,
            Phone = contact.Phone,
            Mobile = contact.Mobile,
            Address = contact.HasAddress || contact.Country is not null ? new PostalAddress { Line1 = contact.Line1, Line2 = contact.Line2, Postcode = contact.Postcode, City = contact.City, Country = contact.Country } : null,
            Roles = ContactTypes.Read(json),
            Language = row.Text("default_lang") is { } locale ? DolibarrSetup.LanguageOf(locale) : null,
            Active = (row.Text("statut") ?? row.Text("status")) != "0",
            PrivateNote = Notes.Read(row.Text("note_private")),
            Custom = fields.Read(json, Element, options.ContactFields, setup.OffsetAt),
        })
        {
            ModifiedAt = row.Instant("date_modification", setup.ZoneOffset),
            Label = name,
            Stamp = ContactTypes.Stamp(json),
            Native = json,
        };
    }

    public static Contact Normalise(Contact value, DolibarrSetup setup, DolibarrOptions options, ExtraFieldBook fields)
    {
        var (first, last) = Name(value, setup);
        var (line1, line2) = ContactText.Lines(value.Address?.Line1, value.Address?.Line2, setup);
        var address = value.Address is null ? null : new PostalAddress
        {
            Line1 = line1,
            Line2 = line2,
            Postcode = Notes.Line(value.Address.Postcode, setup, 25),
            City = Notes.Line(value.Address.City, setup, 60),
            Country = value.Address.Country is { Length: > 0 } country ? country.Trim().ToUpperInvariant() : null,
        };
        return value with
        {
            FirstName = first,
            LastName = last,
            Position = Notes.Line(value.Position, setup, 255),
            Email = Notes.Line(value.Email, setup),
            Phone = Notes.Line(value.Phone, setup, 30),
            Mobile = Notes.Line(value.Mobile, setup, 30),
            Address = address is null || address.IsEmpty ? null : address,
            Roles = ContactTypes.Normalise(value.Roles, value.Customer),
            Language = value.Language is { Length: >= 2 } language ? language[..2].ToLowerInvariant() : null,
            Active = value.Active ?? true,
            PrivateNote = Notes.Normalise(value.PrivateNote, setup),
            Custom = fields.Normalise(value.Custom, Element, options.ContactFields, setup),
        };
    }

    /// <exception cref="ConnectorException">A value cannot be sent.</exception>
    public static void Write(JsonObject body, Contact value, Contact old, Func<string, bool> has, JsonElement row, CountryBook countries, ContactTypes? types, DolibarrSetup setup, DolibarrOptions options, ExtraFieldBook fields)
    {
        var isNew = row.ValueKind == JsonValueKind.Undefined;
        if (has(nameof(Contact.FirstName)) || has(nameof(Contact.LastName)))
        {
            var (first, last) = Name(value, setup);
            body["lastname"] = last ?? throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.NameMissing, "Dolibarr takes no contact without a name.") { Field = nameof(Contact.LastName) });
            body["firstname"] = first ?? "";
        }

        if (has(nameof(Contact.Customer)) && (value.Customer is not null || !isNew))
            body["socid"] = Owner(value) ?? -1; // 0 would leave the present one.
        if (Owner(value) is { } owner && HasRoles(value, old, has))
            ContactTypes.Write(body, ContactTypes.Normalise(value.Roles, value.Customer), owner, row, types);
        Text(nameof(Contact.Salutation), "civility_code", value.Salutation);
        Text(nameof(Contact.Position), "poste", value.Position);
        Text(nameof(Contact.Email), "email", value.Email);
        Text(nameof(Contact.Phone), "phone_pro", value.Phone);
        Text(nameof(Contact.Mobile), "phone_mobile", value.Mobile);
        if (has(nameof(Contact.Address)) && (value.Address is not null || !isNew))
            ContactText.WriteAddress(body, value.Address, countries, setup, clearsCountry: !isNew);
        if (has(nameof(Contact.Language)) && (value.Language is not null || !isNew))
            body["default_lang"] = CustomerMapping.Locale(value.Language, row.Text("default_lang")) ?? "";
        if (has(nameof(Contact.Active)) && value.Active is { } active)
            (body["statut"], body["status"]) = (active ? 1 : 0, active ? 1 : 0); // Older versions take the first, newer ones the second.
        Text(nameof(Contact.PrivateNote), "note_private", value.PrivateNote);
        if (has(nameof(Contact.Custom)))
            fields.Write(body, value.Custom, old.Custom, Element, options.ContactFields, setup.OffsetAt);

        void Text(string field, string column, string? text)
        {
            if (has(field) && (text is not null || !isNew))
                body[column] = text ?? "";
        }
    }

    /// <summary>Whether roles are sent: they changed, or go along to another third party.</summary>
    public static bool HasRoles(Contact value, Contact old, Func<string, bool> has) => (has(nameof(Contact.Roles)) || has(nameof(Contact.Customer))) && value.Roles.Count + old.Roles.Count > 0;

    private static long? Owner(Contact value) => value.Customer is { IsForeign: false } customer ? Numbers.Of(customer.Id) : null;

    public static IEnumerable<string> Texts(Contact value) => new[] { value.FirstName, value.LastName, value.Position, value.PrivateNote, value.Address?.Line1, value.Address?.City }.OfType<string>();

    private static (string? First, string? Last) Name(Contact value, DolibarrSetup setup)
    {
        var (first, last) = (Notes.Line(value.FirstName, setup, ContactText.Name), Notes.Line(value.LastName, setup, ContactText.Name));
        return last is not null ? (first, last) : (null, first ?? Notes.Line(value.Email, setup, ContactText.Name));
    }
}
