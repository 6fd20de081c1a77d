using System.Net;

namespace ErpSync.Dolibarr;

/// <summary>Private notes, which Dolibarr keeps as HTML, and plain texts: a note without tags is a plain text whose entities are resolved; one with tags is carried as it is.</summary>
internal static class NoteMapping
{
    /// <summary>The note as text; null for none.</summary>
    public static string? Read(string? note) => string.IsNullOrWhiteSpace(note) ? null : (TextRules.HasTags(note) ? note : WebUtility.HtmlDecode(note)).Trim();

    /// <summary>The text as note; empty for none.</summary>
    public static string Write(string? text, DolibarrSetup setup)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        return TextRules.HasTags(text)
            ? TextRules.Html(text, setup).Trim()
            : text.Trim().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
    }

    /// <summary>What comes back of a text.</summary>
    public static string? Normalise(string? text, DolibarrSetup setup) => Read(Write(text, setup));
}
