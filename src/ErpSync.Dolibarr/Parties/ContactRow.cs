using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>A contact as Dolibarr keeps it: a person with an address, mostly of a third party.</summary>
internal sealed record ContactRow
{
    public required long Id { get; init; }

    public long? ThirdParty { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Line1 { get; init; }

    public string? Line2 { get; init; }

    public string? Postcode { get; init; }

    public string? City { get; init; }

    public string? Country { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Mobile { get; init; }

    public bool HasAddress => Line1 is not null || Postcode is not null || City is not null;

    /// <summary>Reads a contact, or a contact in its role at a document.</summary>
    public static ContactRow Read(JsonElement json, CountryBook countries)
    {
        var row = new RowReader(json, EntityKind.Contact);
        var (line1, line2) = Lines(row.Text("address"));
        return new ContactRow
        {
            Id = row.Id,
            ThirdParty = row.Whole("socid") is { } party and > 0 ? party : null,
            FirstName = Notes.Plain(row.Text("firstname")),
            LastName = Notes.Plain(row.Text("lastname")),
            Line1 = line1,
            Line2 = line2,
            Postcode = Notes.Plain(row.Text("zip")),
            City = Notes.Plain(row.Text("town")),
            Country = row.Text("country_code")?.ToUpperInvariant() ?? countries.CodeOf(row.Whole("country_id")),
            Email = row.Text("email") ?? row.Text("mail"),
            Phone = row.Text("phone_pro"),
            Mobile = row.Text("phone_mobile"),
        };
    }

    /// <summary>The first line, and the others in one.</summary>
    public static (string? First, string? Others) Lines(string? address)
    {
        var lines = (address ?? "").Replace("\r", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? (null, null) : (Notes.Plain(lines[0]), lines.Length == 1 ? null : Notes.Plain(string.Join(", ", lines[1..])));
    }

    /// <summary>The address as a document shows it.</summary>
    public PostalAddress ToPostal(bool withPhones) => new()
    {
        FirstName = FirstName,
        LastName = LastName,
        Line1 = Line1,
        Line2 = Line2,
        Postcode = Postcode,
        City = City,
        Country = Country,
        Email = Email,
        Phone = withPhones ? Phone : null,
        Mobile = withPhones ? Mobile : null,
    };
}
