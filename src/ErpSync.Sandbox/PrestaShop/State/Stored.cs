using System.Globalization;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Stored forms of values, the common ones shared to spare memory.</summary>
internal static class Stored
{
    private static readonly string[] Numbers = [.. Enumerable.Range(0, 1024).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    public const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    public static string Number(int value) =>
        value >= 0 && value < Numbers.Length ? Numbers[value] : value.ToString(CultureInfo.InvariantCulture);

    public static string Decimal(decimal value, int digits) => value == 0 && digits == 6
        ? "0.000000"
        : decimal.Round(value, digits, MidpointRounding.AwayFromZero).ToString(digits == 3 ? "0.000" : "0.000000", CultureInfo.InvariantCulture);

    /// <summary>A number in the stored form of its column.</summary>
    public static string Decimal(decimal value, FieldKind kind) => kind switch
    {
        FieldKind.Rate => Decimal(value, 3),
        FieldKind.Percent => decimal.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture),
        _ => Decimal(value, 6),
    };

    /// <summary>What the database keeps of an input text.</summary>
    public static string? Of(Field field, string? input)
    {
        if (string.IsNullOrEmpty(input))
            return field.Fallback ?? (field.Kind is FieldKind.Text or FieldKind.Html && !field.Nullable && !field.NullAsEmpty ? "" : field.Unset);
        return field.Kind switch
        {
            FieldKind.Int => int.TryParse(input.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Number(number) : "0",
            FieldKind.Bool => field.NullAsEmpty && input == "0" ? null : input is "0" or "false" ? "0" : "1",
            FieldKind.Decimal => decimal.TryParse(input, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? Decimal(amount, 6) : "0.000000",
            FieldKind.Rate => decimal.TryParse(input, NumberStyles.Number, CultureInfo.InvariantCulture, out var rate) ? Decimal(rate, 3) : "0.000",
            FieldKind.Percent => decimal.TryParse(input, NumberStyles.Number, CultureInfo.InvariantCulture, out var share) ? Decimal(share, FieldKind.Percent) : "0.00",
            FieldKind.Html => Html.Purify(input),
            FieldKind.DateTime => input.Length == 10 ? input + " 00:00:00" : input.Replace('T', ' '),
            FieldKind.Date => input[..Math.Min(10, input.Length)],
            _ => input,
        };
    }
}
