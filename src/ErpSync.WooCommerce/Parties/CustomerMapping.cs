using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Between rows and records of customers: pure functions.</summary>
internal static class CustomerMapping
{
    public static Remote<Customer> Read(CustomerRow row)
    {
        var company = ProductMapping.Trimmed(row.Billing?.Company);
        return new Remote<Customer>(row.IsGuest ? CustomerId.OfGuest(row.Id) : RemoteId.From(row.Id), new Customer
        {
            IsCompany = company is not null,
            Company = company,
            FirstName = row.FirstName,
            LastName = row.LastName,
            Email = row.Email,
            Phone = ProductMapping.Trimmed(row.Billing?.Phone),
            VatNumber = row.VatNumber,
            IsGuest = row.IsGuest,
            Custom = ProductMapping.Custom(row.Meta),
            RegisteredAt = row.IsGuest ? null : row.CreatedAt,
            HasOrdered = row.HasOrdered,
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = row.Email ?? $"{row.FirstName} {row.LastName}".Trim(),
            Stamp = row.Stamp,
            Native = row,
        };
    }

    public static Customer Normalise(Customer value, ShopSetup setup) => value with
    {
        Company = ProductMapping.Trimmed(value.Company),
        IsCompany = ProductMapping.Trimmed(value.Company) is not null,
        FirstName = ProductMapping.Trimmed(value.FirstName),
        LastName = ProductMapping.Trimmed(value.LastName),
        Email = ProductMapping.Trimmed(value.Email),
        Phone = ProductMapping.Trimmed(value.Phone),
        VatNumber = ProductMapping.Trimmed(value.VatNumber),
        IsGuest = false,
        Custom = TextMap.From(value.Custom.Where(entry => setup.CustomFields.Contains(entry.Key, StringComparer.Ordinal))),
    };

    /// <summary>The named fields; null for all.</summary>
    public static JsonObject Body(Customer value, IReadOnlyCollection<string>? fields, CustomerRow? row, ShopSetup setup, WooCommerceOptions options)
    {
        var body = new JsonObject();
        var billing = new JsonObject();
        if (Has(nameof(Customer.Email)))
            body["email"] = value.Email?.Trim() ?? "";
        if (Has(nameof(Customer.FirstName)))
            body["first_name"] = Texts.Encode(value.FirstName ?? "");
        if (Has(nameof(Customer.LastName)))
            body["last_name"] = Texts.Encode(value.LastName ?? "");
        if (Has(nameof(Customer.Company)))
            billing["company"] = value.Company?.Trim() ?? "";
        if (Has(nameof(Customer.Phone)))
            billing["phone"] = value.Phone?.Trim() ?? "";
        if (billing.Count > 0 && (fields is not null || value.Company is not null || value.Phone is not null))
            body["billing"] = billing;
        if (Has(nameof(Customer.VatNumber)) && (value.VatNumber is not null || row?.VatKey is not null))
            body["meta_data"] = new JsonArray(new JsonObject { ["key"] = row?.VatKey ?? options.VatNumberKeys[0], ["value"] = ProductMapping.Trimmed(value.VatNumber) });
        if (Has(nameof(Customer.Custom)))
            ProductBodies.Custom(body, value.Custom, row?.Meta ?? [], setup);
        return body;

        bool Has(string field) => fields?.Contains(field) != false;
    }
}
