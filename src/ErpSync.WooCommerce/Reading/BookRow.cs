using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

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

    public string? Date { get; init; }

    public string? Status { get; init; }

    /// <summary>Whether money for the order came in.</summary>
    public bool IsPaid { get; init; }

    /// <summary>The rows behind changed products and variations.</summary>
    public static async IAsyncEnumerable<BookRow> OfAsync(IAsyncEnumerable<JsonItem<ProductRow>> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in rows.WithCancellation(cancellationToken))
        {
            if (item.Value is { } row)
                yield return new BookRow(row.Id, row.Parent) { ManagesStock = row.ManagesStock, IsGoods = row.IsGoods, Images = [.. row.Images.Select(image => image.Id)] };
            else if (item.Problem!.Id is { } id && JsonValues.Number(id) is { } number)
                yield return new BookRow(number, 0);
            else
                throw new ConnectorException(item.Problem);
        }
    }

    /// <summary>The rows behind changed orders.</summary>
    public static async IAsyncEnumerable<BookRow> OfAsync(IAsyncEnumerable<JsonItem<JsonElement>> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in rows.WithCancellation(cancellationToken))
            yield return Read(item.Problem is null ? item.Value : throw new ConnectorException(item.Problem));
    }

    public static BookRow Read(JsonElement row)
    {
        var reader = new RowReader(row, EntityKind.Product);
        var type = row.Text("type");
        return new BookRow(reader.Id, row.Whole("parent_id") ?? 0)
        {
            ManagesStock = row.Get("manage_stock").ValueKind == JsonValueKind.True,
            IsGoods = type is not ("variable" or "grouped" or "external") && !row.Flag("virtual"),
            Images = row.Get("image") is { ValueKind: JsonValueKind.Object } image ? [.. PictureRow.ReadOne(image).Select(picture => picture.Id)] : row.Get("images") is { ValueKind: JsonValueKind.Array } images && images.GetArrayLength() > 0 ? [.. images.EnumerateArray().Select(image => image.Whole("id") ?? 0).Where(id => id > 0).Distinct()] : [],
            Customer = row.Whole("customer_id") ?? 0,
            Date = row.Text("date_modified_gmt"),
            IsPaid = row.Text("date_paid_gmt") is not null && row.Text("total") is { } total && JsonValues.TryNumber(total, out var amount) && amount > 0,
            Status = row.Text("status"),
        };
    }
}
