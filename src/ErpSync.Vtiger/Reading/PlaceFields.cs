using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>The fields of one address of a module. vtiger keeps street, town, state, post code and country; names and numbers belong to the record around it.</summary>
internal sealed record PlaceFields(string Street, string City, string State, string Code, string Country)
{
    public static PlaceFields Lead { get; } = new("lane", "city", "state", "code", "country");

    public static PlaceFields Vendor { get; } = new("street", "city", "state", "postalcode", "country");

    public static PlaceFields Mailing { get; } = new("mailingstreet", "mailingcity", "mailingstate", "mailingzip", "mailingcountry");

    public static PlaceFields Other { get; } = new("otherstreet", "othercity", "otherstate", "otherzip", "othercountry");

    public static PlaceFields Billing { get; } = new("bill_street", "bill_city", "bill_state", "bill_code", "bill_country");

    public static PlaceFields Shipping { get; } = new("ship_street", "ship_city", "ship_state", "ship_code", "ship_country");

    public IEnumerable<string> All => [Street, City, State, Code, Country];

    /// <summary>The address; null when nothing stands in it.</summary>
    public PostalAddress? Read(RowReader row, string? filling)
    {
        var street = row.Text(Street);
        var (one, other) = Lines(street == filling ? null : street);
        var address = new PostalAddress { Line1 = one, Line2 = other, City = row.Text(City), State = row.Text(State), Postcode = row.Text(Code), Country = CountryNames.Read(row.Text(Country)) };
        return address.IsEmpty ? null : address;
    }

    public void Write(JsonObject body, PostalAddress? address, CountryNames countries)
    {
        body[Street] = Joined(address) ?? "";
        body[City] = Texts.Trimmed(address?.City) ?? "";
        body[State] = Texts.Trimmed(address?.State) ?? "";
        body[Code] = Texts.Trimmed(address?.Postcode) ?? "";
        body[Country] = countries.Write(address?.Country) ?? "";
    }

    /// <summary>What vtiger would keep of an address; null when nothing.</summary>
    public PostalAddress? Stored(PostalAddress? value, string module, CountryNames countries)
    {
        if (value is null)
            return null;
        var (one, other) = Lines(Texts.Stored(Joined(value), module, Street));
        var address = new PostalAddress
        {
            Line1 = one,
            Line2 = other,
            City = Texts.Stored(value.City, module, City),
            State = Texts.Stored(value.State, module, State),
            Postcode = Texts.Stored(value.Postcode, module, Code),
            Country = CountryNames.Read(countries.Write(value.Country)),
        };
        return address.IsEmpty ? null : address;
    }

    private static string? Joined(PostalAddress? address)
    {
        var lines = new[] { address?.Line1, address?.Line2 }.Select(Texts.Trimmed).OfType<string>().ToList();
        if (lines.Count == 2)
            lines[0] = lines[0].ReplaceLineEndings(" ");
        return lines.Count == 0 ? null : string.Join('\n', lines).ReplaceLineEndings("\n");
    }

    private static (string? One, string? Other) Lines(string? street)
    {
        if (street is null)
            return (null, null);
        var text = street.ReplaceLineEndings("\n");
        var at = text.IndexOf('\n', StringComparison.Ordinal);
        return at < 0 ? (Texts.Trimmed(text), null) : Texts.Trimmed(text[..at]) is { } first ? (first, Texts.Trimmed(text[(at + 1)..])) : Lines(Texts.Trimmed(text[(at + 1)..]));
    }
}
