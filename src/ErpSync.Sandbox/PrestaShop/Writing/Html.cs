using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>What the shop does to HTML texts on saving, as far as recordings show it.</summary>
internal static partial class Html
{
    private static readonly Dictionary<string, string> Colours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["aqua"] = "#00FFFF",
        ["black"] = "#000000",
        ["blue"] = "#0000FF",
        ["fuchsia"] = "#FF00FF",
        ["gray"] = "#808080",
        ["green"] = "#008000",
        ["lime"] = "#00FF00",
        ["maroon"] = "#800000",
        ["navy"] = "#000080",
        ["olive"] = "#808000",
        ["orange"] = "#FFA500",
        ["purple"] = "#800080",
        ["red"] = "#FF0000",
        ["silver"] = "#C0C0C0",
        ["teal"] = "#008080",
        ["white"] = "#FFFFFF",
        ["yellow"] = "#FFFF00",
    };

    /// <summary>True when the text may be saved: no script, no frame, no event handler.</summary>
    public static bool IsClean(string html) => !Forbidden().IsMatch(html);

    /// <summary>The text as it is stored: entities become characters, colour names become numbers, a table starts on its own line.</summary>
    public static string Purify(string html)
    {
        if (!html.Contains('<') && !html.Contains('&'))
            return html;
        var text = Entity().Replace(html, match => match.Value is "&lt;" or "&gt;" or "&amp;" ? match.Value : Decode(match.Value));
        text = Style().Replace(text, match => "style=\"" + Declarations(match.Groups["css"].Value) + "\"");
        return BeforeTable().Replace(text, "</p>\n<table");
    }

    private static string Decode(string entity)
    {
        var text = WebUtility.HtmlDecode(entity);
        return text is "<" or ">" or "&" ? WebUtility.HtmlEncode(text) : text;
    }

    private static string Declarations(string css)
    {
        var output = new StringBuilder();
        foreach (var declaration in css.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = declaration.Split(':', 2, StringSplitOptions.TrimEntries);
            var value = parts.Length == 2 && parts[0].EndsWith("color", StringComparison.OrdinalIgnoreCase) ? Colours.GetValueOrDefault(parts[1], parts[1]) : parts[^1];
            output.Append(parts[0]).Append(':').Append(value).Append(';');
        }

        return output.ToString();
    }

    [GeneratedRegex("<\\s*(script|iframe|form|input|embed|object)\\b|javascript\\s*:|\\son[a-z]+\\s*=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forbidden();

    [GeneratedRegex("&(#[0-9]+|#x[0-9a-f]+|[a-z][a-z0-9]*);", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entity();

    [GeneratedRegex("style=\"(?<css>[^\"]*)\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Style();

    [GeneratedRegex("</p>\\s*<table", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeforeTable();
}
