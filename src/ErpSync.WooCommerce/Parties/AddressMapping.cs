using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Between the billing and shipping objects of WooCommerce and addresses.</summary>
internal static class AddressMapping
{
    /// <summary>An address of an order or customer; null when nothing but an e-mail address or a phone stands in it.</summary>
    public static PostalAddress? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        var address = new PostalAddress
        {
            Company = Text(json, "company"),
            FirstName = Text(json, "first_name"),
            LastName = Text(json, "last_name"),
            Line1 = Text(json, "address_1"),
            Line2 = Text(json, "address_2"),
            Postcode = Text(json, "postcode"),
            City = Text(json, "city"),
            State = Text(json, "state"),
            Country = Text(json, "country"),
            Phone = Text(json, "phone"),
            Email = Text(json, "email"),
        };
        return address == new PostalAddress() ? null : address;
    }

    public static JsonObject ToJson(PostalAddress? address, bool isBilling, string? email)
    {
        var json = new JsonObject
        {
            ["first_name"] = Of(address?.FirstName),
            ["last_name"] = Of(address?.LastName),
            ["company"] = Of(address?.Company),
            ["address_1"] = Of(address?.Line1),
            ["address_2"] = Of(address?.Line2),
            ["postcode"] = Of(address?.Postcode),
            ["city"] = Of(address?.City),
            ["state"] = Of(address?.State),
            ["country"] = Of(address?.Country)?.ToUpperInvariant(),
            ["phone"] = Of(address?.Phone ?? address?.Mobile),
        };
        if (isBilling && (address?.Email ?? email) is { } mail)
            json["email"] = Of(mail);
        return json;
    }

    /// <summary>What WooCommerce keeps of an address: no VAT number, no mobile, no note.</summary>
    public static PostalAddress? Normalise(PostalAddress? value, bool isBilling) => value is null ? null : new PostalAddress
    {
        Company = ProductMapping.Trimmed(value.Company),
        FirstName = ProductMapping.Trimmed(value.FirstName),
        LastName = ProductMapping.Trimmed(value.LastName),
        Line1 = ProductMapping.Trimmed(value.Line1),
        Line2 = ProductMapping.Trimmed(value.Line2),
        Postcode = ProductMapping.Trimmed(value.Postcode),
        City = ProductMapping.Trimmed(value.City),
        State = ProductMapping.Trimmed(value.State),
        Country = ProductMapping.Trimmed(value.Country)?.ToUpperInvariant(),
        Phone = ProductMapping.Trimmed(value.Phone ?? value.Mobile),
        Email = isBilling ? ProductMapping.Trimmed(value.Email) : null,
    };

    /// <summary>True when a place can be delivered to or billed at: more than names and numbers.</summary>
    public static bool IsPlace(PostalAddress? address) => address is not null && (address.Line1 ?? address.Line2 ?? address.Postcode ?? address.City ?? address.Country) is not null;

    private static string? Of(string? text) => text?.Trim() ?? "";

    private static string? Text(JsonElement json, string name) => json.Text(name)?.Trim() is { Length: > 0 } text ? text : null;
}
