using System.Text;

namespace ErpSync.PrestaShop.Parties;

/// <summary>What PrestaShop does not take in texts of customers and addresses, taken out beforehand.</summary>
internal static class PartyText
{
    /// <summary>What stands where the shop demands a text and nobody has one.</summary>
    public const string None = "-";

    /// <summary>A person's name: no digits, no signs that addresses of web sites are made of; a dot only before a blank or at the end.</summary>
    public static string Name(string? text) => Needed(Dots(Without(text, "0123456789!<>,;?=+()/\\@#\"°*`{}_^$%:¤[]|。")), 255);

    /// <summary>A single line of an address.</summary>
    public static string Line(string? text) => Needed(Without(text, "!<>?=+@{}_$%"), 128);

    /// <summary>The same where it may be missing.</summary>
    public static string? OptionalLine(string? text) => Filled(Without(text, "!<>?=+@{}_$%"), 128);

    /// <summary>A town.</summary>
    public static string City(string? text) => Needed(Without(text, "!<>;?=+@#\"°{}_$%"), 64);

    /// <summary>Plain words: companies, aliases.</summary>
    public static string? Words(string? text, int longest) => Filled(Without(text, "<>={}"), longest);

    /// <summary>A post code: Latin letters, digits, blanks and hyphens.</summary>
    public static string? Postcode(string? text) => Only(text, static character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '-', 12);

    /// <summary>A telephone number.</summary>
    public static string? Phone(string? text) => Only(text, static character => char.IsAsciiDigit(character) || character is '+' or ' ' or '.' or '(' or ')' or '/' or '-', 32);

    /// <summary>A personal number.</summary>
    public static string? Identification(string? text) => Only(text, static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.', 16);

    /// <summary>Words of several lines.</summary>
    public static string? Message(string? text)
    {
        if (text is null)
            return null;
        var kept = string.Concat(text.Where(character => character is not ('<' or '>' or '{' or '}'))).Trim();
        return kept.Length == 0 ? null : kept;
    }

    private static string Needed(string text, int longest) => Filled(text, longest) ?? None;

    private static string? Filled(string text, int longest)
    {
        var cut = Cut(text.Trim(), longest);
        return cut.Length == 0 ? null : cut;
    }

    private static string? Only(string? text, Func<char, bool> wanted, int longest) => text is null ? null : Filled(string.Concat(text.Where(wanted)), longest);

    private static string Without(string? text, string forbidden)
    {
        if (text is null)
            return "";
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!forbidden.Contains(character, StringComparison.Ordinal) && !char.IsControl(character))
                result.Append(character);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        return string.Join(' ', result.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Dots(string text)
    {
        if (!text.Contains('.', StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            result.Append(text[at]);
            if (text[at] == '.' && at + 1 < text.Length && text[at + 1] != ' ')
                result.Append(' ');
        }

        return result.ToString();
    }

    private static string Cut(string text, int longest)
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
