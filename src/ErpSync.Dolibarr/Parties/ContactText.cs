using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Postal addresses as contacts: what a contact can hold of them, and how it is sent.</summary>
internal static class ContactText
{
    /// <summary>The longest names, addresses and the like that Dolibarr's columns hold.</summary>
    public const int Name = 50;

    private const int City = 60;
    private const int Postcode = 25;

    /// <summary>What a contact holds of an address; null for nothing. It needs a family name: the first name or the company stand in.</summary>
    public static PostalAddress? Normalise(PostalAddress? value, DolibarrSetup setup, bool withPhones)
    {
        if (value is null || value.IsEmpty)
            return null;
        var (first, last) = (Notes.Line(value.FirstName, setup, Name), Notes.Line(value.LastName, setup, Name));
        if (last is null)
            (first, last) = (null, first ?? Notes.Line(value.Company, setup, Name) ?? Notes.Line(value.City, setup, Name) ?? "-");
        var (line1, line2) = Lines(value.Line1, value.Line2, setup);
        return new PostalAddress
        {
            FirstName = first,
            LastName = last,
            Line1 = line1,
            Line2 = line2,
            Postcode = Notes.Line(value.Postcode, setup, Postcode),
            City = Notes.Line(value.City, setup, City),
            Country = value.Country is { Length: > 0 } country ? country.Trim().ToUpperInvariant() : null,
            Email = Notes.Line(value.Email, setup),
            Phone = withPhones ? Notes.Line(value.Phone, setup, 30) : null,
            Mobile = withPhones ? Notes.Line(value.Mobile, setup, 30) : null,
        };
    }

    public static (string? First, string? Others) Lines(string? line1, string? line2, DolibarrSetup setup) => ContactRow.Lines(string.Join('\n', new[] { Notes.Line(line1, setup), Notes.Line(line2, setup) }.Where(line => line is not null)));

    /// <summary>Puts an address into the body of a contact or third party.</summary>
    public static void WriteAddress(JsonObject body, PostalAddress? value, CountryBook countries, DolibarrSetup setup, bool clearsCountry = false)
    {
        var (line1, line2) = Lines(value?.Line1, value?.Line2, setup);
        body["address"] = string.Join('\n', new[] { line1, line2 }.Where(line => line is not null));
        body["zip"] = Notes.Line(value?.Postcode, setup, Postcode) ?? "";
        body["town"] = Notes.Line(value?.City, setup, City) ?? "";
        body["country_id"] = countries.IdOf(value?.Country) ?? 0;

        // An update of a contact takes the present code again when the id alone is emptied.
        if (clearsCountry && countries.IdOf(value?.Country) is null)
            body["country_code"] = "";
    }

    /// <summary>The body of a new contact with an address.</summary>
    public static JsonObject Create(PostalAddress value, long thirdParty, string token, CountryBook countries, DolibarrSetup setup)
    {
        var folded = Normalise(value, setup, withPhones: true)!;
        var body = new JsonObject
        {
            ["lastname"] = folded.LastName,
            ["firstname"] = folded.FirstName ?? "",
            ["socid"] = thirdParty,
            ["email"] = folded.Email ?? "",
            ["phone_pro"] = folded.Phone ?? "",
            ["phone_mobile"] = folded.Mobile ?? "",
            ["ref_ext"] = token,
            ["caller"] = "erpsync",
        };
        WriteAddress(body, folded, countries, setup);
        return body;
    }
}
