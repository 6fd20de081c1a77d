using System.Text;

namespace ErpSync.PrestaShop.Texts;

/// <summary>What PrestaShop does not take in plain texts, taken out beforehand.</summary>
internal static class TextRules
{
    /// <summary>The most characters of a name.</summary>
    public const int NameLength = 128;

    /// <summary>The most characters of a reference.</summary>
    public const int ReferenceLength = 64;

    /// <summary>A product's or category's name: without <c>&lt;&gt;;=#{}</c>, at most 128 characters.</summary>
    public static string Name(string text) => Shortened(Without(text, "<>;=#{}"), NameLength);

    /// <summary>The name of an option or its value: without <c>&lt;&gt;={}</c>, at most 128 characters.</summary>
    public static string OptionName(string text) => Shortened(Without(text, "<>={}"), NameLength);

    /// <summary>The most characters of a feature's value.</summary>
    public const int FeatureLength = 255;

    /// <summary>The most characters of a tag.</summary>
    public const int TagLength = 32;

    /// <summary>The most characters of a maker's or supplier's name.</summary>
    public const int CompanyLength = 64;

    /// <summary>A text of one line: without <c>&lt;&gt;={}</c>, at most so many characters.</summary>
    public static string GenericName(string text, int longest) => Shortened(Without(text, "<>={}"), longest);

    /// <summary>A maker's or supplier's name: without <c>&lt;&gt;;=#{}</c>, at most 64 characters; null when nothing is left.</summary>
    public static string? CompanyName(string? text) => text is null ? null : Shortened(Without(text, "<>;=#{}"), CompanyLength) is { Length: > 0 } name ? name : null;

    /// <summary>A maker's article number: without <c>&lt;&gt;;={}</c>, at most 40 characters; null when nothing is left.</summary>
    public static string? Mpn(string? text) => text is null ? null : Shortened(Without(text, "<>;={}"), 40) is { Length: > 0 } mpn ? mpn : null;

    /// <summary>A reference: without <c>&lt;&gt;;={}</c>, at most 64 characters; null when nothing is left.</summary>
    public static string? Reference(string? text) =>
        text is null ? null : Shortened(Without(text, "<>;={}"), ReferenceLength) is { Length: > 0 } reference ? reference : null;

    /// <summary>A barcode without blanks and hyphens; null when nothing is left. What is not a barcode stays as it is, to be refused.</summary>
    public static string? Barcode(string? text)
    {
        if (text is null)
            return null;
        var digits = string.Concat(text.Where(character => character is not ('-' or ' ' or '\u00A0')));
        return digits.Length == 0 ? null : digits;
    }

    /// <summary>True for digits, at most as many as the version takes.</summary>
    public static bool IsBarcode(string text, int longest) => text.Length <= longest && text.All(char.IsAsciiDigit);

    /// <summary>The text without characters that XML and MySQL cannot hold: controls, unpaired surrogates.</summary>
    public static string WithoutForbidden(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isUnpaired = rune == Rune.ReplacementChar;
            var isControl = rune.Value < 0x20 && rune.Value is not ('\t' or '\r' or '\n');
            if (!isControl && rune.Value is not (0xFFFE or 0xFFFF) && !isUnpaired)
                result.Append(rune.ToString());
        }

        return result.ToString();
    }

    private static string Without(string text, string forbidden)
    {
        if (text.AsSpan().IndexOfAny(forbidden) < 0 && text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0)
            return text.Trim();
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var isBlank = forbidden.Contains(character, StringComparison.Ordinal) || char.IsControl(character) || character == ' ';
            if (!isBlank)
                result.Append(character);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString().Trim();
    }

    // MySQL counts characters, .NET counts halves of those beyond the basic plane.
    private static string Shortened(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var (count, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (++count > longest)
                return text[..length].TrimEnd();
            length += rune.Utf16SequenceLength;
        }

        return text;
    }
}
