using System.Net;
using System.Text.RegularExpressions;

namespace ErpSync.Dolibarr;

/// <summary>Notes, which Dolibarr keeps as HTML: those of parties and documents are carried as plain text, those of products and suppliers as they are where they hold tags.</summary>
internal static partial class Notes
{
    /// <summary>The plain text of a note; null for nothing.</summary>
    public static string? Read(string? stored)
    {
        if (string.IsNullOrWhiteSpace(stored))
            return null;
        var text = stored;
        for (var round = 0; round < 5; round++)
        {
            var plain = WebUtility.HtmlDecode(Tag().Replace(Break().Replace(text, "\n"), ""));
            if (plain == text)
                break;
            text = plain;
        }

        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The note as Dolibarr gives it back.</summary>
    public static string? Normalise(string? text, DolibarrSetup setup) => text is null ? null : Read(TextRules.Html(text, setup));

    /// <summary>A note that may hold tags, which are carried; without any it is a plain text whose entities are resolved. Null for nothing.</summary>
    public static string? ReadRich(string? note) => string.IsNullOrWhiteSpace(note) ? null : (TextRules.HasTags(note) ? note : WebUtility.HtmlDecode(note)).Trim();

    /// <summary>Such a text as note; empty for none.</summary>
    public static string WriteRich(string? text, DolibarrSetup setup)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        return TextRules.HasTags(text)
            ? TextRules.Html(text, setup).Trim()
            : text.Trim().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
    }

    /// <summary>What comes back of such a text.</summary>
    public static string? NormaliseRich(string? text, DolibarrSetup setup) => ReadRich(WriteRich(text, setup));

    /// <summary>A plain line as Dolibarr keeps it; null for nothing.</summary>
    public static string? Line(string? text, DolibarrSetup setup, int longest = 255)
    {
        if (text is null || TextRules.Plain(text, setup) is not { Length: > 0 } plain)
            return null;
        return plain.Length <= longest ? plain : plain[..(char.IsHighSurrogate(plain[longest - 1]) ? longest - 1 : longest)].TrimEnd();
    }

    /// <summary>A line as it is read: entities, which some screens store, are characters.</summary>
    public static string? Plain(string? stored) => stored is null || WebUtility.HtmlDecode(stored).Trim() is not { Length: > 0 } text ? null : text;

    [GeneratedRegex("<br\\s*/?>|</p>\\s*(?=<p)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Break();

    [GeneratedRegex("</?[a-zA-Z!][^<>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();
}
