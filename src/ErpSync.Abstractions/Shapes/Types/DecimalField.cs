using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace ErpSync;

/// <summary>A number that may be missing; trailing zeros do not count. Edits of a quantity can merge by difference.</summary>
/// <param name="merge">Whether the number may be merged by difference where a policy says so.</param>
public sealed class DecimalField(MergeStyle merge = MergeStyle.None) : FieldType<decimal?>
{
    /// <summary>A number that does not merge.</summary>
    public static DecimalField Instance { get; } = new();

    /// <summary>A quantity, which can merge by difference.</summary>
    public static DecimalField Quantity { get; } = new(MergeStyle.Difference);

    /// <inheritdoc/>
    public override MergeStyle Merge => merge;

    /// <inheritdoc/>
    public override bool AreEqual(decimal? one, decimal? other) => one == other;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, decimal? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is { } number)
            json.WriteStringValue(PlainNumber.Text(number));
        else
            json.WriteNullValue();
    }

    /// <inheritdoc/>
    public override decimal? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => json.GetDecimal(),
        _ => decimal.Parse(json.GetString() ?? "", NumberStyles.Number, CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public override string Display(decimal? value) => value is { } number ? PlainNumber.Text(number) : "";

    /// <inheritdoc/>
    public override string? MergeBase(decimal? value, IElementHasher hasher) => merge == MergeStyle.Difference && value is { } number ? PlainNumber.Text(number) : null;

    /// <inheritdoc/>
    public override bool TryMerge(decimal? one, string oneBase, decimal? other, string otherBase, IElementHasher hasher, [MaybeNullWhen(false)] out decimal? merged)
    {
        merged = one + other - decimal.Parse(otherBase, NumberStyles.Number, CultureInfo.InvariantCulture);
        return merged is not null;
    }
}
