using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Between products and services of the CRM and products: pure functions.</summary>
internal static class ProductMapping
{
    public static IReadOnlyList<string> Columns(string module) => module == Modules.Services
        ? ["id", "modifiedtime", "servicename", "discontinued", "unit_price", "description", "service_usageunit", "purchase_cost"]
        : ["id", "modifiedtime", "productname", "productcode", "discontinued", "unit_price", "description", "usageunit", "purchase_cost", "vendor_id", "vendor_part_no", "mfr_part_no"];

    /// <param name="row">The row.</param>
    /// <param name="isService">Whether it is of Services.</param>
    /// <param name="detail">Taxes and currency; null when they are not known.</param>
    /// <param name="setup">The CRM.</param>
    /// <param name="options">Language and fields.</param>
    /// <param name="custom">Reads the custom fields.</param>
    public static Remote<Product> Read(RowReader row, bool isService, ProductDetail? detail, CrmSetup setup, VtigerOptions options, Func<RowReader, TextMap> custom)
    {
        var name = row.Text(isService ? "servicename" : "productname");
        var reference = isService ? options.ServiceCodeField is { } field ? row.Text(field) : null : row.Text("productcode");
        return new Remote<Product>(row.Id, new Product
        {
            Reference = reference,
            Name = Localized(name, options),
            Description = Localized(row.Text("description"), options),
            PriceNet = Price(row, detail, setup),
            CostNet = row.Decimal("purchase_cost") is { } cost && setup.BaseCode is { } currency ? new Money(cost, currency) : null,
            Taxes = detail?.Rates(setup),
            Active = row.Has("discontinued") ? row.Flag("discontinued") : null,
            IsService = isService,
            Unit = row.Text(isService ? "service_usageunit" : "usageunit"),
            Supplier = isService ? null : row.Ref("vendor_id", EntityKind.Supplier),
            SupplierReference = isService ? null : row.Text("vendor_part_no"),
            Mpn = isService ? null : row.Text("mfr_part_no"),
            Custom = custom(row),
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = reference ?? name,
        };
    }

    public static JsonObject Body(Product value, bool isService, IReadOnlySet<string>? fields, CrmSetup setup, VtigerOptions options)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(Product.Reference)) && (isService ? options.ServiceCodeField : "productcode") is { } code)
            body[code] = Texts.Trimmed(value.Reference) ?? "";
        if (Is(nameof(Product.Name)))
            body[isService ? "servicename" : "productname"] = Texts.Trimmed(value.Name.Best(options.Language)) ?? Texts.Trimmed(value.Reference) ?? "";
        if (Is(nameof(Product.Description)))
            body["description"] = Texts.Trimmed(value.Description.Best(options.Language)) ?? "";
        if (Is(nameof(Product.PriceNet)) && value.PriceNet is { } price)
        {
            Prices.Demand(setup);
            Prices.DemandCurrency(price, setup);
            body["unit_price"] = JsonValues.Invariant(Prices.Rounded(price.Amount, setup));
        }

        if (Is(nameof(Product.CostNet)))
            body["purchase_cost"] = JsonValues.Invariant(Prices.Rounded(value.CostNet?.Amount ?? 0, setup));

        // The schema's default for "Product Active" is yes and vtiger stores no when it is left out.
        if (Is(nameof(Product.Active)))
            body["discontinued"] = value.Active == false ? "0" : "1";
        if (Is(nameof(Product.Unit)))
            body[isService ? "service_usageunit" : "usageunit"] = Texts.Trimmed(value.Unit) ?? "";
        if (isService)
            return body;
        if (Is(nameof(Product.Supplier)))
            body["vendor_id"] = value.Supplier?.Id.Value ?? "";
        if (Is(nameof(Product.SupplierReference)))
            body["vendor_part_no"] = Texts.Trimmed(value.SupplierReference) ?? "";
        if (Is(nameof(Product.Mpn)))
            body["mfr_part_no"] = Texts.Trimmed(value.Mpn) ?? "";
        return body;
    }

    public static Product Normalise(Product value, CrmSetup setup, VtigerOptions options, Func<TextMap, string, TextMap> custom)
    {
        var isService = value.IsService == true && options.ServiceCodeField is not null;
        var module = isService ? Modules.Services : Modules.Products;
        var reference = Texts.Stored(value.Reference, module, "productcode");
        return value with
        {
            Reference = reference,
            Name = Localized(Texts.Stored(value.Name.Best(options.Language) ?? value.Reference, module, isService ? "servicename" : "productname"), options),
            Description = Localized(Texts.Stored(value.Description.Best(options.Language)), options),
            PriceNet = value.PriceNet is { } price ? price with { Amount = Prices.Rounded(price.Amount, setup) } : null,
            CostNet = setup.BaseCode is { } currency ? new Money(Prices.Rounded(value.CostNet?.Amount ?? 0, setup), currency) : null,
            Taxes = value.Taxes?.Where(rate => rate.Percent != 0).Select(rate => rate with { Percent = Math.Round(rate.Percent, 3, MidpointRounding.AwayFromZero) }).OrderBy(rate => rate.Compound).ToValueList(),
            Active = value.Active ?? true,
            IsService = isService,
            Unit = Texts.Stored(value.Unit),
            Supplier = isService ? null : value.Supplier,
            SupplierReference = isService ? null : Texts.Stored(value.SupplierReference, module, "vendor_part_no"),
            Mpn = isService ? null : Texts.Stored(value.Mpn, module, "mfr_part_no"),
            Custom = custom(value.Custom, module),
        };
    }

    // The price of a product in another currency counts in that one; the base price then stands among the others, 0 for none.
    private static Money? Price(RowReader row, ProductDetail? detail, CrmSetup setup)
    {
        if (setup.Base is not { Code: { } code } home)
            return null;
        if (detail?.Currency is { } own && own != home.Id)
            return detail.Prices.GetValueOrDefault(home.PriceField) is var price and not 0 ? new Money(price, code) : null;
        return row.Decimal("unit_price") is { } amount ? new Money(amount, code) : null;
    }

    private static LocalizedText Localized(string? text, VtigerOptions options) => text is null ? LocalizedText.Empty : LocalizedText.Of(options.Language.ToLowerInvariant(), text);
}
