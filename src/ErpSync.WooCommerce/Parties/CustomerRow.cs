using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>A registered user, or the buyer inside a guest's order.</summary>
internal sealed record CustomerRow
{
    public const string Fields = "id,date_created_gmt,date_modified_gmt,email,first_name,last_name,billing,shipping,is_paying_customer,meta_data";

    public const string GuestFields = "id,number,customer_id,status,date_created_gmt,date_modified_gmt,date_paid_gmt,billing,shipping,meta_data";

    public required long Id { get; init; }

    /// <summary>True when the number is that of an order.</summary>
    public bool IsGuest { get; init; }

    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public PostalAddress? Billing { get; init; }

    public PostalAddress? Shipping { get; init; }

    public string? VatNumber { get; init; }

    /// <summary>The key of meta data under which the VAT number stands; null when there is none.</summary>
    public string? VatKey { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Meta { get; init; } = [];

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? ModifiedAt { get; init; }

    public bool HasOrdered { get; init; }

    public string Stamp => "d1:" + (ModifiedAt is { } at ? JsonValues.Naive(at) : "");

    /// <exception cref="ConnectorException">A value cannot be read.</exception>
    public static CustomerRow Read(JsonElement json, WooCommerceOptions options, bool isGuest)
    {
        var row = new RowReader(json, EntityKind.Customer);
        var vat = row.Meta([.. options.VatNumberKeys]).Where(entry => entry.Value.Length > 0).OrderBy(entry => options.VatNumberKeys.IndexOf(entry.Key)).FirstOrDefault();
        var billing = AddressMapping.Read(json.Get("billing"));
        return new CustomerRow
        {
            Id = row.Id,
            IsGuest = isGuest,
            Email = (isGuest ? json.Get("billing").Text("email") : row.Text("email")) ?? json.Get("billing").Text("email"),
            FirstName = Texts.Plain(isGuest ? billing?.FirstName : row.Text("first_name")) is { Length: > 0 } first ? first : null,
            LastName = Texts.Plain(isGuest ? billing?.LastName : row.Text("last_name")) is { Length: > 0 } last ? last : null,
            Billing = billing,
            Shipping = AddressMapping.Read(json.Get("shipping")),
            VatNumber = vat.Value,
            VatKey = vat.Key,
            Meta = row.Meta([.. options.CustomFields]),
            CreatedAt = row.Instant("date_created_gmt"),
            ModifiedAt = row.Instant("date_modified_gmt"),
            HasOrdered = isGuest || json.Flag("is_paying_customer"),
        };
    }
}
