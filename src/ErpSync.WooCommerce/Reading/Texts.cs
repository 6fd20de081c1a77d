using System.Net;
using System.Text.RegularExpressions;

namespace ErpSync.WooCommerce;

/// <summary>
/// Between plain text and what WordPress keeps: names come back escaped when they were written by the API and raw when a person typed them, and a bare <c>&lt;</c> would be taken
/// for a tag. So plain text is escaped before it is sent and unescaped when it is read.
/// </summary>
internal static partial class Texts
{
    public static string Plain(string? stored) => string.IsNullOrEmpty(stored) ? "" : (stored.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(stored) : stored).Trim();

    public static string Encode(string plain) => plain.Trim().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>HTML as WordPress keeps it: without scripts and handlers, stray angle brackets and ampersands escaped.</summary>
    public static string Html(string html)
    {
        if (html.Length == 0)
            return html;
        var clean = Stray().Replace(Handlers().Replace(Unwanted().Replace(html, ""), ""), "&lt;");
        return Ampersand().Replace(clean, "&amp;");
    }

    [GeneratedRegex("</?(script|style|iframe|object)[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unwanted();

    [GeneratedRegex("\\son[a-z]+=(\"[^\"]*\"|'[^']*')", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handlers();

    [GeneratedRegex("<(?![a-z/!])", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Stray();

    [GeneratedRegex("&(?!([a-z][a-z0-9]*|#[0-9]+|#x[0-9a-f]+);)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ampersand();
}
