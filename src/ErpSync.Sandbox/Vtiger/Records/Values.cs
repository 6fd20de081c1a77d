using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Values on their way into the database: PHP's and the database's tolerance, rounding, cutting.</summary>
internal static partial class Values
{
    public static string Fixed(decimal number, int scale) =>
        Math.Round(number, scale, MidpointRounding.AwayFromZero).ToString("F" + scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Whether PHP takes a text for a number.</summary>
    public static bool IsNumeric(string text) => decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>The number at the beginning of a text; 0 when there is none.</summary>
    public static decimal Leading(string text) =>
        decimal.TryParse(LeadingNumber().Match(text.TrimStart()).Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A number in an arithmetic expression of PHP 8.</summary>
    /// <exception cref="PhpFatalException">It does not begin with a number.</exception>
    public static decimal Operand(JsonNode? node)
    {
        var text = JsonWords.Text(node);
        if (node is null || node.GetValueKind() != JsonValueKind.String)
            return Leading(text);
        return LeadingNumber().Match(text.TrimStart()).Length > 0 ? Leading(text) : throw new PhpFatalException();
    }

    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What is stored for a value.</summary>
    /// <exception cref="PhpFatalException">A number of a product is none, on PHP 8.</exception>
    public static string Store(VtigerState state, Module module, ModuleField field, JsonNode? node, VtigerUser user)
    {
        var text = JsonWords.Text(node);
        switch (field.Type)
        {
            case "boolean" when module.Name != "Users":
                return text is "1" or "on" ? "1" : "0";
            case "currency" or "double" or "integer":
                return Number(module, field, text, user, state.IsPhp8);
            case "date":
                return Date(text, user.DateFormat);
            case "reference" or "owner":
                return text;
            default:
                text = Script().Replace(text, match => match.Value.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
                return Cut(state.Options.Utf8mb4 ? text : NarrowCharacters(text), ColumnLengths.Of(module, field));
        }
    }

    /// <summary>Characters beyond the basic plane become four question marks each.</summary>
    public static string NarrowCharacters(string text)
    {
        if (!text.Any(char.IsHighSurrogate))
            return text;
        var narrow = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            narrow.Append(rune.IsBmp ? rune.ToString() : "????");
        return narrow.ToString();
    }

    private static string Number(Module module, ModuleField field, string text, VtigerUser user, bool isPhp8)
    {
        if (text.Length == 0)
            return field.Name is "hdnDiscountPercent" or "hdnDiscountAmount" ? "" : Fixed(0, Columns.Scale(module.Name, field));
        if (isPhp8 && module.HasPrices && !IsNumeric(text))
            throw new PhpFatalException();
        var number = Leading(text);
        if (field.Type == "currency" || field.Name == "qtyinstock")
            number = Math.Round(number, user.Decimals, MidpointRounding.AwayFromZero);
        return Fixed(number, Columns.Scale(module.Name, field));
    }

    private static string Date(string text, string format)
    {
        if (text.Length == 0)
            return "";
        var parts = text.Split(' ')[0].Split('-');
        if (parts.Length == 3 && parts[0].Length != 4)
            parts = format == "mm-dd-yyyy" ? [parts[2], parts[0], parts[1]] : [parts[2], parts[1], parts[0]];
        return DateOnly.TryParseExact(string.Join('-', parts), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "0000-00-00";
    }

    public static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeadingNumber();

    [GeneratedRegex("</?script[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();
}
