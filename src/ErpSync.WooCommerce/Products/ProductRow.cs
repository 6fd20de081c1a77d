using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>The fields of a product or variation that are carried, as the shop holds them.</summary>
internal sealed record ProductRow
{
    /// <summary>What lists are asked for.</summary>
    public const string Fields =
        "id,name,date_modified_gmt,type,status,catalog_visibility,description,short_description,sku,global_unique_id,regular_price,sale_price,date_on_sale_from_gmt,date_on_sale_to_gmt,virtual,downloadable,"
        + "external_url,tax_status,tax_class,manage_stock,stock_quantity,backorders,low_stock_amount,weight,dimensions,parent_id,categories,brands,tags,images,attributes,variations,grouped_products,meta_data";

    /// <summary>What lists of variations are asked for.</summary>
    public const string VariationFields =
        "id,date_modified_gmt,status,description,sku,global_unique_id,regular_price,sale_price,date_on_sale_from_gmt,date_on_sale_to_gmt,virtual,tax_status,tax_class,manage_stock,stock_quantity,backorders,"
        + "low_stock_amount,weight,dimensions,parent_id,image,attributes,meta_data";

    public required long Id { get; init; }

    public long Parent { get; init; }

    public string? Name { get; init; }

    public string Type { get; init; } = "simple";

    public string? Status { get; init; }

    public string? Visibility { get; init; }

    public string? Description { get; init; }

    public string? Summary { get; init; }

    public string? Sku { get; init; }

    public string? Gtin { get; init; }

    public decimal? Regular { get; init; }

    public decimal? Sale { get; init; }

    public DateTimeOffset? SaleFrom { get; init; }

    public DateTimeOffset? SaleUntil { get; init; }

    public bool IsVirtual { get; init; }

    public bool IsDownloadable { get; init; }

    public string? ExternalUrl { get; init; }

    public string? TaxStatus { get; init; }

    public string? TaxClass { get; init; }

    public bool ManagesStock { get; init; }

    public long? Stock { get; init; }

    public string? Backorders { get; init; }

    public long? LowStock { get; init; }

    public decimal? Weight { get; init; }

    public decimal? Length { get; init; }

    public decimal? Width { get; init; }

    public decimal? Height { get; init; }

    public IReadOnlyList<long> Categories { get; init; } = [];

    public long? Brand { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<PictureRow> Images { get; init; } = [];

    public IReadOnlyList<AttributeRow> Attributes { get; init; } = [];

    public bool HasVariations { get; init; }

    public IReadOnlyList<long> Grouped { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Meta { get; init; } = [];

    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>True for goods with a stock of their own.</summary>
    public bool IsGoods => Type is not ("variable" or "grouped" or "external") && !IsVirtual;

    /// <exception cref="ConnectorException">A value cannot be read; it is named.</exception>
    public static ProductRow Read(JsonElement json, IReadOnlyList<string> customFields)
    {
        var row = new RowReader(json, EntityKind.Product);
        var size = json.Get("dimensions");
        return new ProductRow
        {
            Id = row.Id,
            Parent = json.Whole("parent_id") ?? 0,
            Name = row.Text("name"),
            Type = row.Text("type") ?? "simple",
            Status = row.Text("status"),
            Visibility = row.Text("catalog_visibility"),
            Description = row.Text("description"),
            Summary = row.Text("short_description"),
            Sku = row.Text("sku"),
            Gtin = row.Text("global_unique_id"),
            Regular = row.Number("regular_price"),
            Sale = row.Number("sale_price"),
            SaleFrom = row.Instant("date_on_sale_from_gmt"),
            SaleUntil = row.Instant("date_on_sale_to_gmt"),
            IsVirtual = json.Flag("virtual"),
            IsDownloadable = json.Flag("downloadable"),
            ExternalUrl = row.Text("external_url"),
            TaxStatus = row.Text("tax_status"),
            TaxClass = row.Text("tax_class"),
            ManagesStock = json.Get("manage_stock").ValueKind == JsonValueKind.True,
            Stock = row.Whole("stock_quantity"),
            Backorders = row.Text("backorders"),
            LowStock = row.Whole("low_stock_amount"),
            Weight = row.Number("weight"),
            Length = Size(size, "length"),
            Width = Size(size, "width"),
            Height = Size(size, "height"),
            Categories = Ids(row.List("categories")),
            Brand = Ids(row.List("brands")) is [var brand, ..] ? brand : null,
            Tags = Names(row.List("tags")),
            Images = json.Get("image") is { ValueKind: JsonValueKind.Object } image ? PictureRow.ReadOne(image) : PictureRow.ReadAll(row.List("images")),
            Attributes = AttributeRow.ReadAll(row.List("attributes")),
            HasVariations = json.Get("variations") is { ValueKind: JsonValueKind.Array } variations && variations.GetArrayLength() > 0,
            Grouped = json.Get("grouped_products") is { ValueKind: JsonValueKind.Array } grouped && grouped.GetArrayLength() > 0 ? [.. grouped.EnumerateArray().Select(item => item.AsWhole() ?? 0).Where(id => id > 0)] : [],
            Meta = row.Meta(customFields),
            ModifiedAt = row.Instant("date_modified_gmt"),
        };
    }

    private static decimal? Size(JsonElement dimensions, string side) => dimensions.Text(side) is { } text && JsonValues.TryNumber(text, out var number) ? number : null;

    private static IReadOnlyList<long> Ids(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 ? [.. list.EnumerateArray().Select(item => item.Whole("id") ?? 0).Where(id => id > 0)] : [];

    private static IReadOnlyList<string> Names(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 ? [.. list.EnumerateArray().Select(item => Texts.Plain(item.Text("name"))).Where(name => name.Length > 0)] : [];
}
