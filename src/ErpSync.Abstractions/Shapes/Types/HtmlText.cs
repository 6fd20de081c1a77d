using System.Net;
using System.Text;

namespace ErpSync;

/// <summary>Compares HTML by what a browser shows: entities decoded, blanks folded, tags without case and without a closing slash.</summary>
public static class HtmlText
{
    /// <summary>True when two pieces of HTML mean the same under <see cref="Canonical"/>.</summary>
    /// <param name="one">One piece; null is the empty text.</param>
    /// <param name="other">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool AreSame(string? one, string? other) =>
        string.Equals(one ?? "", other ?? "", StringComparison.Ordinal) || string.Equals(Canonical(one), Canonical(other), StringComparison.Ordinal);

    /// <summary>The canonical form: for comparing only, never for writing.</summary>
    /// <param name="html">The HTML; null is the empty text.</param>
    /// <returns>The canonical text.</returns>
    public static string Canonical(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
            return "";
        var result = new StringBuilder(html.Length);
        var position = 0;
        while (position < html.Length)
        {
            var open = html.IndexOf('<', position);
            AppendText(result, html.AsSpan(position, (open < 0 ? html.Length : open) - position));
            if (open < 0)
                break;
            var close = html.IndexOf('>', open);
            if (close < 0)
            {
                AppendText(result, html.AsSpan(open));
                break;
            }

            AppendTag(result, html[(open + 1)..close]);
            position = close + 1;
        }

        return result.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    private static void AppendText(StringBuilder result, ReadOnlySpan<char> text)
    {
        foreach (var character in WebUtility.HtmlDecode(text.ToString()))
        {
            if (!char.IsWhiteSpace(character))
                result.Append(character is '<' ? '\u0001' : character);
            else if (result.Length > 0 && result[^1] is not (' ' or '>'))
                result.Append(' ');
        }
    }

    private static void AppendTag(StringBuilder result, string tag)
    {
        while (result.Length > 0 && result[^1] == ' ')
            result.Length--;
        var body = WebUtility.HtmlDecode(tag).TrimEnd('/', ' ', '\t', '\r', '\n');
        var nameEnd = body.AsSpan().IndexOfAny(" \t\r\n");
        var name = (nameEnd < 0 ? body : body[..nameEnd]).ToLowerInvariant();
        var attributes = nameEnd < 0 ? "" : string.Join(' ', body[nameEnd..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('\'', '"');
        result.Append('<').Append(name);
        if (attributes.Length > 0)
            result.Append(' ').Append(attributes);
        result.Append('>');
    }
}
