namespace ErpSync.WooCommerce;

/// <summary>Between rows and records of products: pure functions.</summary>
internal static partial class ProductMapping
{
    public static Remote<Product> Read(ProductRow row, ShopSetup setup, long defaultCategory)
    {
        var factor = Factor(row, setup);
        var weight = Units.Weight(setup.WeightUnit);
        var length = Units.Length(setup.DimensionUnit);
        return new Remote<Product>(RemoteId.From(row.Id), new Product
        {
            Reference = row.Sku,
            Name = Text(Texts.Plain(row.Name), setup),
            Summary = Text(row.Summary, setup),
            Description = Text(row.Description, setup),
            PriceNet = Prices.Net(row.Regular, setup, factor),
            SalePriceNet = Prices.Net(row.Sale, setup, factor),
            SaleFrom = row.SaleFrom,
            SaleUntil = row.SaleUntil,
            Taxes = Taxes(row, setup),
            Barcode = row.Gtin,
            WeightKg = Units.Read(row.Weight, weight),
            DepthCm = Units.Read(row.Length, length),
            WidthCm = Units.Read(row.Width, length),
            HeightCm = Units.Read(row.Height, length),
            Active = row.Status == "publish",
            IsService = row.IsVirtual,
            IsDownloadable = row.IsDownloadable,
            Type = TypeOf(row.Type),
            Items = row.Grouped.Count == 0 ? [] : row.Grouped.Select(id => new PackItem(new Ref(EntityKind.Product, RemoteId.From(id)))).ToValueList(),
            ExternalUrl = row.ExternalUrl,
            Categories = row.Categories.Count == 0 ? RefSet.Empty : RefSet.From(row.Categories.Where(id => id != defaultCategory).Select(id => new Ref(EntityKind.Category, RemoteId.From(id)))),
            Manufacturer = row.Brand is { } brand ? new Ref(EntityKind.Manufacturer, RemoteId.From(brand)) : null,
            Tags = row.Tags.Count == 0 ? TextSet.Empty : TextSet.From(row.Tags),
            Features = Features(row),
            Visibility = row.Visibility switch { "catalog" => ProductVisibility.Catalog, "search" => ProductVisibility.Search, "hidden" => ProductVisibility.Hidden, _ => ProductVisibility.Everywhere },
            CountsStock = row.ManagesStock,
            Backorders = BackordersOf(row.Backorders),
            LowStock = row.LowStock,
            Custom = Custom(row.Meta),
            HasVariants = row.HasVariations,
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = row.Sku ?? Texts.Plain(row.Name),
            Native = row,
        };
    }

    public static Product Normalise(Product value, ShopSetup setup)
    {
        var factor = value.Taxes is { } taxes ? TaxClass.FactorOf(taxes) : setup.ClassOf("")?.Factor ?? 1;
        var length = Units.Length(setup.DimensionUnit);
        var type = value.Type is ProductType.Grouped or ProductType.External ? value.Type : ProductType.Simple;
        var counts = type == ProductType.Simple ? value.CountsStock : false;
        return value with
        {
            CountsStock = counts,
            Reference = Sku(value.Reference),
            Name = value.Name.Only([setup.Language]).Select(text => text.Trim()),
            Summary = value.Summary.Only([setup.Language]).Select(Texts.Html),
            Description = value.Description.Only([setup.Language]).Select(Texts.Html),
            PriceNet = Prices.Normalise(value.PriceNet, setup, factor),
            SalePriceNet = Prices.Normalise(value.SalePriceNet, setup, factor),
            SaleFrom = Seconds(value.SaleFrom),
            SaleUntil = Seconds(value.SaleUntil),
            Barcode = Gtin(value.Barcode),
            WeightKg = Units.Normalise(value.WeightKg, Units.Weight(setup.WeightUnit)),
            DepthCm = Units.Normalise(value.DepthCm, length),
            WidthCm = Units.Normalise(value.WidthCm, length),
            HeightCm = Units.Normalise(value.HeightCm, length),
            IsService = value.IsService ?? false,
            IsDownloadable = value.IsDownloadable ?? false,
            Type = type,
            Items = type == ProductType.Grouped ? value.Items.Select(item => item with { Quantity = 1 }).ToValueList() : [],
            ExternalUrl = type == ProductType.External ? value.ExternalUrl : null,
            Visibility = value.Visibility ?? ProductVisibility.Everywhere,
            Backorders = type == ProductType.Simple ? value.Backorders ?? Backorders.Refused : Backorders.Refused,
            LowStock = counts != false && value.LowStock is { } low ? decimal.Truncate(low) : null,
            Tags = value.Tags.Count == 0 ? value.Tags : TextSet.From(value.Tags.Select(tag => tag.Trim()).Where(tag => tag.Length > 0)),
            Features = FeaturesHeld(value.Features),
            Custom = TextMap.From(value.Custom.Where(entry => setup.CustomFields.Contains(entry.Key, StringComparer.Ordinal))),
        };
    }

    public static ProductType TypeOf(string type) => type switch { "grouped" => ProductType.Grouped, "external" => ProductType.External, _ => ProductType.Simple };

    public static Backorders BackordersOf(string? text) => text switch { "yes" => Backorders.Allowed, "notify" => Backorders.Announced, _ => Backorders.Refused };

    public static string BackordersText(Backorders? value) => value switch { Backorders.Allowed => "yes", Backorders.Announced => "notify", _ => "no" };

    /// <summary>Digits and hyphens are all that WooCommerce keeps of a GTIN; of anything else it would keep a misleading rest, so such a barcode is not held.</summary>
    public static string? Gtin(string? barcode) => Trimmed(barcode) is { } text && text.All(character => char.IsAsciiDigit(character) || character == '-') ? text : null;

    /// <summary>WooCommerce takes tags out of a SKU.</summary>
    public static string? Sku(string? reference) => reference?.Contains('<', StringComparison.Ordinal) == true ? Trimmed(Tags().Replace(reference, "")) : Trimmed(reference);

    [System.Text.RegularExpressions.GeneratedRegex("<[^>]*>", System.Text.RegularExpressions.RegexOptions.None, 1000)]
    private static partial System.Text.RegularExpressions.Regex Tags();

    public static decimal Factor(ProductRow row, ShopSetup setup) => row.TaxStatus == "none" ? 1 : setup.ClassOf(row.TaxClass)?.Factor ?? 1;

    public static TextMap Custom(IReadOnlyList<KeyValuePair<string, string>> meta) => meta.Count == 0 ? TextMap.Empty : TextMap.From(meta);

    public static DateTimeOffset? Seconds(DateTimeOffset? instant) => instant is { } time ? new DateTimeOffset(time.UtcDateTime.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero) : null;

    public static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>The options of a feature's text.</summary>
    public static IReadOnlyList<string> Options(string text) => text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static TextMap FeaturesHeld(TextMap features) => features.Count == 0 ? features : TextMap.From(features
        .Select(entry => new KeyValuePair<string, string>(entry.Key.Trim(), string.Join(" | ", Options(entry.Value))))
        .Where(entry => entry.Key.Length > 0 && entry.Value.Length > 0));

    private static TextMap Features(ProductRow row)
    {
        if (row.Attributes.Count == 0)
            return TextMap.Empty;
        return TextMap.From(row.Attributes.Where(attribute => !attribute.IsVariation && attribute.Options.Count > 0).Select(attribute => new KeyValuePair<string, string>(attribute.Name, string.Join(" | ", attribute.Options))));
    }

    private static ValueList<TaxRate>? Taxes(ProductRow row, ShopSetup setup) =>
        setup.TaxClasses is null || !setup.HasTaxes ? null : row.TaxStatus == "none" ? [] : setup.ClassOf(row.TaxClass)?.Rates ?? [];

    private static LocalizedText Text(string? text, ShopSetup setup) => string.IsNullOrEmpty(text) ? LocalizedText.Empty : LocalizedText.Of(setup.Language, text);
}
