using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>What WordPress makes of texts.</summary>
internal static partial class TextForms
{
    /// <summary>A name or a description as it is stored: script tags gone, bare ampersands and angle brackets escaped or taken for tags.</summary>
    public static string Html(string text)
    {
        var result = Unwanted().Replace(text, "");
        result = Handlers().Replace(result, "");
        result = Broken().Replace(result, match => match.Groups["end"].Success ? "<" + match.Groups["word"].Value + ">" : "&lt;");
        return Ampersand().Replace(result, "&amp;");
    }

    /// <summary>A SKU loses its tags.</summary>
    public static string Plain(string text) => Tags().Replace(text, "").Trim();

    /// <summary>What the shop shows of a description: paragraphs around what has none.</summary>
    public static string Shown(string html) => html.Length == 0 ? "" : html.StartsWith('<') ? html + "\n" : $"<p>{html}</p>\n";

    public static string Slug(string text)
    {
        var plain = new StringBuilder();
        foreach (var character in Tags().Replace(text, "").Replace("&amp;", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsAsciiLetterOrDigit(character) || character == '_')
                plain.Append(character);
            else if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
                plain.Append(char.IsSurrogate(character) ? "" : Uri.EscapeDataString(character.ToString()).ToLowerInvariant());
            else if (character is ' ' or '-' or '.' or '/' or '–' or '—' && plain.Length > 0 && plain[^1] != '-')
                plain.Append('-');
        }

        return plain.ToString().Trim('-');
    }

    [GeneratedRegex("</?(script|style|iframe|object)[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unwanted();

    [GeneratedRegex("\\son[a-z]+=(\"[^\"]*\"|'[^']*')", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handlers();

    [GeneratedRegex("<(?![a-z/!])\\s*(?<word>[^<>&]*)(&[^<>]*)?(?<end>>)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Broken();

    [GeneratedRegex("&(?!([a-z][a-z0-9]*|#[0-9]+|#x[0-9a-f]+);)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ampersand();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();
}
