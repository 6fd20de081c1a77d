using System.Globalization;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Compares column values with query texts the way the database does.</summary>
internal static class Comparing
{
    public static int Compare(FieldKind kind, string? left, string right) => kind switch
    {
        _ when left is null => -1,
        FieldKind.Int or FieldKind.Bool or FieldKind.Decimal or FieldKind.Rate or FieldKind.Percent => Number(left).CompareTo(Number(right)),
        FieldKind.Date or FieldKind.DateTime => string.CompareOrdinal(Time(left), Time(right)),
        _ => Collation.Compare(left, right),
    };

    /// <summary>True when the text is LIKE the pattern: % any text, _ any character, without case and accents.</summary>
    public static bool Like(string? text, string pattern) => text is not null && Like(Collation.Fold(text).AsSpan(), Collation.Fold(pattern).AsSpan());

    /// <summary>The number that a text begins with; 0 when it begins with none.</summary>
    public static decimal Number(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var whole))
            return whole;
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || (length == 0 && text[length] == '-') || (text[length] == '.' && !text[..length].Contains('.'))))
            length++;
        return decimal.TryParse(text.AsSpan(0, length), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : 0m;
    }

    private static string Time(string text)
    {
        var plain = text.Trim().Replace('T', ' ').TrimEnd('Z');
        return plain.Length == 10 ? plain + " 00:00:00" : plain;
    }

    private static bool Like(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        var (at, mark, star, resume) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (mark < pattern.Length && pattern[mark] == '%')
            {
                (star, resume) = (mark++, at);
            }
            else if (mark < pattern.Length && (pattern[mark] == '_' || pattern[mark] == text[at]))
            {
                at++;
                mark++;
            }
            else if (star >= 0)
            {
                mark = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[mark..].TrimStart('%').IsEmpty;
    }
}
