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

    private static readonly FieldTable Table = new(Fields.Split(',').Append("image"));

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
        var values = new Values();
        Table.Read(json, values);
        var size = values[Place.Dimensions];
        return new ProductRow
        {
            Id = row.Id,
            Parent = values[Place.Parent].AsWhole() ?? 0,
            Name = row.Text(values[Place.Name], "name"),
            Type = row.Text(values[Place.Type], "type") ?? "simple",
            Status = row.Text(values[Place.Status], "status"),
            Visibility = row.Text(values[Place.Visibility], "catalog_visibility"),
            Description = row.Text(values[Place.Description], "description"),
            Summary = row.Text(values[Place.Summary], "short_description"),
            Sku = row.Text(values[Place.Sku], "sku"),
            Gtin = row.Text(values[Place.Gtin], "global_unique_id"),
            Regular = row.Number(values[Place.Regular], "regular_price"),
            Sale = row.Number(values[Place.Sale], "sale_price"),
            SaleFrom = row.Instant(values[Place.SaleFrom], "date_on_sale_from_gmt"),
            SaleUntil = row.Instant(values[Place.SaleUntil], "date_on_sale_to_gmt"),
            IsVirtual = values[Place.Virtual].IsFlag(),
            IsDownloadable = values[Place.Downloadable].IsFlag(),
            ExternalUrl = row.Text(values[Place.ExternalUrl], "external_url"),
            TaxStatus = row.Text(values[Place.TaxStatus], "tax_status"),
            TaxClass = row.Text(values[Place.TaxClass], "tax_class"),
            ManagesStock = values[Place.ManageStock].ValueKind == JsonValueKind.True,
            Stock = row.Whole(values[Place.Stock], "stock_quantity"),
            Backorders = row.Text(values[Place.Backorders], "backorders"),
            LowStock = row.Whole(values[Place.LowStock], "low_stock_amount"),
            Weight = row.Number(values[Place.Weight], "weight"),
            Length = Size(size, "length"u8),
            Width = Size(size, "width"u8),
            Height = Size(size, "height"u8),
            Categories = Ids(row.List(values[Place.Categories], "categories")),
            Brand = Ids(row.List(values[Place.Brands], "brands")) is [var brand, ..] ? brand : null,
            Tags = Names(row.List(values[Place.Tags], "tags")),
            Images = values[Place.Image] is { ValueKind: JsonValueKind.Object } image ? PictureRow.ReadOne(image) : PictureRow.ReadAll(row.List(values[Place.Images], "images")),
            Attributes = AttributeRow.ReadAll(row.List(values[Place.Attributes], "attributes")),
            HasVariations = values[Place.Variations] is { ValueKind: JsonValueKind.Array } variations && variations.GetArrayLength() > 0,
            Grouped = values[Place.Grouped] is { ValueKind: JsonValueKind.Array } grouped && grouped.GetArrayLength() > 0 ? [.. grouped.EnumerateArray().Select(item => item.AsWhole() ?? 0).Where(id => id > 0)] : [],
            Meta = row.Meta(values[Place.Meta], customFields),
            ModifiedAt = row.Instant(values[Place.Modified], "date_modified_gmt"),
        };
    }

    private static decimal? Size(JsonElement dimensions, ReadOnlySpan<byte> side) =>
        dimensions.ValueKind == JsonValueKind.Object && dimensions.TryGetProperty(side, out var value) && value.AsText() is { Length: > 0 } text && JsonValues.TryNumber(text, out var number) ? number : null;

    private static IReadOnlyList<long> Ids(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 ? [.. list.EnumerateArray().Select(item => item.Whole("id") ?? 0).Where(id => id > 0)] : [];

    private static IReadOnlyList<string> Names(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 ? [.. list.EnumerateArray().Select(item => Texts.Plain(item.Text("name"))).Where(name => name.Length > 0)] : [];

    /// <summary>Room for one value of each field, on the stack.</summary>
    [System.Runtime.CompilerServices.InlineArray(Place.Count)]
    private struct Values
    {
        private JsonElement _first;
    }

    /// <summary>The places of the fields among the values, in the order of <see cref="Fields"/>; the picture of a variation stands last.</summary>
    private static class Place
    {
        public const int Id = 0;
        public const int Name = 1;
        public const int Modified = 2;
        public const int Type = 3;
        public const int Status = 4;
        public const int Visibility = 5;
        public const int Description = 6;
        public const int Summary = 7;
        public const int Sku = 8;
        public const int Gtin = 9;
        public const int Regular = 10;
        public const int Sale = 11;
        public const int SaleFrom = 12;
        public const int SaleUntil = 13;
        public const int Virtual = 14;
        public const int Downloadable = 15;
        public const int ExternalUrl = 16;
        public const int TaxStatus = 17;
        public const int TaxClass = 18;
        public const int ManageStock = 19;
        public const int Stock = 20;
        public const int Backorders = 21;
        public const int LowStock = 22;
        public const int Weight = 23;
        public const int Dimensions = 24;
        public const int Parent = 25;
        public const int Categories = 26;
        public const int Brands = 27;
        public const int Tags = 28;
        public const int Images = 29;
        public const int Attributes = 30;
        public const int Variations = 31;
        public const int Grouped = 32;
        public const int Meta = 33;
        public const int Image = 34;
        public const int Count = 35;
    }
}
