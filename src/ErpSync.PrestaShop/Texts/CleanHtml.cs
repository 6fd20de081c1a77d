using System.Text.RegularExpressions;

namespace ErpSync.PrestaShop.Texts;

/// <summary>Takes out of HTML what PrestaShop refuses with error 84: scripts, frames, forms, embedded objects and event handlers.</summary>
internal static partial class CleanHtml
{
    private const string Refused = "script|iframe|frame|frameset|form|input|embed|object|applet";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture;

    /// <summary>The HTML without what would be refused; other HTML is returned as it is.</summary>
    public static string From(string html)
    {
        try
        {
            return html.Length == 0 ? html : Cleaned(TextRules.WithoutForbidden(html));
        }
        catch (RegexMatchTimeoutException)
        {
            // HTML that is built to be slow is left for the shop to refuse.
            return html;
        }
    }

    private static string Cleaned(string text)
    {
        if (!Suspicious().IsMatch(text))
            return text;
        text = WholeElement().Replace(text, "");
        text = Tag().Replace(text, "");
        text = AnyTag().Replace(text, static tag => Handler().Replace(tag.Value, ""));
        text = ScriptAddress().Replace(text, "script :");
        return LooseHandler().Replace(text, "${name}");
    }

    [GeneratedRegex(@"<\s*/?\s*(" + Refused + @")|script\s*:|on[a-z]+\s*=", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Suspicious();

    // The content of these is not text for people.
    [GeneratedRegex(@"<\s*(?<name>script|iframe|object|applet)\b[^>]*>.*?<\s*/\s*\k<name>\s*>", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WholeElement();

    [GeneratedRegex(@"<\s*/?\s*(" + Refused + @")\b[^>]*>?", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tag();

    [GeneratedRegex("<[^>]*>", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AnyTag();

    [GeneratedRegex("""[\s/]on[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)""", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Handler();

    [GeneratedRegex(@"script\s*:", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ScriptAddress();

    // PrestaShop looks for these words anywhere, in text for people too.
    [GeneratedRegex(@"(?<name>on(mouse[a-z]+|key[a-z]+|drag[a-z]*|click|dblclick|load|unload|focus|blur|change|submit|select|reset|abort|error|resize|scroll|move|copy|cut|paste))\s*=", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LooseHandler();
}
