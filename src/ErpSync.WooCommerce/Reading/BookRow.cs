using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>The little that is remembered of each record that exists.</summary>
/// <param name="Id">The number.</param>
/// <param name="Parent">The variable product of a variation; 0 else.</param>
internal sealed record BookRow(long Id, long Parent)
{
    /// <summary>Whether the record has a stock of its own that is managed.</summary>
    public bool ManagesStock { get; init; }

    /// <summary>Whether goods of its own lie behind it: neither variable, grouped nor external.</summary>
    public bool IsGoods { get; init; }

    public IReadOnlyList<long> Images { get; init; } = [];

    public long Customer { get; init; }

    public bool IsPaid { get; init; }

    public string? Date { get; init; }

    public string? Status { get; init; }

    public static BookRow Read(JsonElement row)
    {
        var reader = new RowReader(row, EntityKind.Product);
        var type = row.Text("type");
        return new BookRow(reader.Id, row.Whole("parent_id") ?? 0)
        {
            ManagesStock = row.Get("manage_stock").ValueKind == JsonValueKind.True,
            IsGoods = type is not ("variable" or "grouped" or "external") && !row.Flag("virtual"),
            Images = row.Get("images") is { ValueKind: JsonValueKind.Array } images && images.GetArrayLength() > 0 ? [.. images.EnumerateArray().Select(image => image.Whole("id") ?? 0).Where(id => id > 0).Distinct()] : [],
            Customer = row.Whole("customer_id") ?? 0,
            IsPaid = row.Text("date_paid_gmt") is not null,
            Date = row.Text("date_modified_gmt"),
            Status = row.Text("status"),
        };
    }
}
