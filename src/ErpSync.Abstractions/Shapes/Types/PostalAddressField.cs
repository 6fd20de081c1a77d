using System.Text.Json;

namespace ErpSync;

/// <summary>A postal address inside another record; case, blanks and the writing of telephone numbers do not count, and an address without content is none.</summary>
public sealed class PostalAddressField : FieldType<PostalAddress?>
{
    /// <summary>The one instance.</summary>
    public static PostalAddressField Instance { get; } = new();

    /// <summary>The address in a form that is equal for equal addresses: lower case, without blanks around.</summary>
    /// <param name="address">The address; null for none.</param>
    /// <returns>The text; empty when there is none.</returns>
    public static string Key(PostalAddress? address) => address is null || address.IsEmpty
        ? ""
        : string.Join('|', [.. Texts(address).Select(Plain), TextField.PhoneCanonical(address.Phone), TextField.PhoneCanonical(address.Mobile), TextField.CodeCanonical(address.VatNumber)]);

    /// <inheritdoc/>
    public override bool AreEqual(PostalAddress? one, PostalAddress? other) => string.Equals(Key(one), Key(other), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, PostalAddress? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is null || value.IsEmpty)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.Text("Company", value.Company);
        json.Text("FirstName", value.FirstName);
        json.Text("LastName", value.LastName);
        json.Text("Line1", value.Line1);
        json.Text("Line2", value.Line2);
        json.Text("Postcode", value.Postcode);
        json.Text("City", value.City);
        json.Text("State", value.State);
        json.Text("Country", value.Country);
        json.Text("Phone", value.Phone);
        json.Text("Mobile", value.Mobile);
        json.Text("Email", value.Email);
        json.Text("VatNumber", value.VatNumber);
        json.Text("Identification", value.Identification);
        json.Text("Note", value.Note);
        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public override PostalAddress? Read(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : new PostalAddress
    {
        Company = json.Text("Company"),
        FirstName = json.Text("FirstName"),
        LastName = json.Text("LastName"),
        Line1 = json.Text("Line1"),
        Line2 = json.Text("Line2"),
        Postcode = json.Text("Postcode"),
        City = json.Text("City"),
        State = json.Text("State"),
        Country = json.Text("Country"),
        Phone = json.Text("Phone"),
        Mobile = json.Text("Mobile"),
        Email = json.Text("Email"),
        VatNumber = json.Text("VatNumber"),
        Identification = json.Text("Identification"),
        Note = json.Text("Note"),
    };

    /// <inheritdoc/>
    public override string Display(PostalAddress? value) => value is null
        ? ""
        : string.Join(", ", new[] { value.Company, Join(value.FirstName, value.LastName), value.Line1, value.Line2, Join(value.Postcode, value.City), value.State, value.Country }.Where(part => part is { Length: > 0 }));

    private static string?[] Texts(PostalAddress address) =>
    [
        address.Country, address.Postcode, address.City, address.State, address.Line1, address.Line2, address.LastName, address.FirstName, address.Company, address.Email,
        address.Identification, address.Note,
    ];

    private static string Plain(string? text) => TextField.AnyCaseCanonical(text);

    private static string Join(string? one, string? other) => string.Join(' ', new[] { one, other }.Where(part => part is { Length: > 0 }));
}
