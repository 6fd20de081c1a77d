using System.Text;
using System.Text.RegularExpressions;

namespace ErpSync.Dolibarr;

/// <summary>What Dolibarr does to texts before it stores them, so that a record can be compared with what it would become.</summary>
internal static partial class TextRules
{
    /// <summary>The longest label of a product or category, in characters; longer ones are shortened before they are sent.</summary>
    public const int LongestLabel = 255;

    private const string ForbiddenInReference = " '/\\:*?\"<>|[],;=°$`";
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ";
    private const string Unaccented = "aaaaaaceeeeiiiinoooooouuuuyyAAAAAACEEEEIIIINOOOOOOUUUUY";

    /// <summary>A plain field: since 19 tags and double quotes go and the text between tags stays.</summary>
    public static string Plain(string text, DolibarrSetup setup) =>
        (setup.CleansTexts ? Tag().Replace(text, "").Replace("\"", "", StringComparison.Ordinal) : text).Trim();

    /// <summary>A label as people read it: some versions and imports keep letters as HTML entities, <c>&amp;eacute;</c> for é.</summary>
    public static string Decoded(string label)
    {
        for (var round = 0; round < 3 && label.Contains('&', StringComparison.Ordinal); round++)
        {
            var decoded = System.Net.WebUtility.HtmlDecode(label);
            if (string.Equals(decoded, label, StringComparison.Ordinal))
                break;
            label = decoded;
        }

        return label;
    }

    /// <summary>True when the text holds HTML tags.</summary>
    public static bool HasTags(string text) => Tag().IsMatch(text);

    /// <summary>A label: a plain field, shortened.</summary>
    public static string Label(string text, DolibarrSetup setup)
    {
        var plain = Plain(Decoded(text), setup);
        if (plain.Length <= LongestLabel)
            return plain;
        return plain[..(char.IsHighSurrogate(plain[LongestLabel - 1]) ? LongestLabel - 1 : LongestLabel)].TrimEnd();
    }

    /// <summary>A field that may hold HTML: scripts, frames and event attributes go.</summary>
    public static string Html(string html, DolibarrSetup setup)
    {
        if (!setup.CleansTexts || !html.Contains('<', StringComparison.Ordinal))
            return html;
        return Tag().Replace(Active().Replace(html, ""), static tag => Handler().Replace(tag.Value, ""));
    }

    /// <summary>The reference of a product: accents of Latin letters go, forbidden characters and blanks become an underscore.</summary>
    public static string Reference(string text, DolibarrSetup setup)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in Plain(text, setup).Normalize(NormalizationForm.FormC))
        {
            result.Append(ForbiddenInReference.Contains(character, StringComparison.Ordinal) ? '_' : WithoutAccent(character));
        }

        return Dashes().Replace(result.ToString(), "_").Replace("..", "", StringComparison.Ordinal);
    }

    /// <summary>Upper-case ASCII for the reference of an attribute or value; a text without any gets a print of itself.</summary>
    public static string AttributeReference(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var plain = WithoutAccent(character);
            if (char.IsAsciiLetterOrDigit(plain))
                result.Append(char.ToUpperInvariant(plain));
            else if (character == 'ß')
                result.Append("SS");
            else if (result.Length > 0 && result[^1] != '_')
                result.Append('_');
        }

        var reference = result.ToString().Trim('_');
        return reference.Length > 0 ? reference[..Math.Min(reference.Length, 80)] : "X" + Prints.Of(text)[..10].ToUpperInvariant();
    }

    /// <summary>A letter without its accent.</summary>
    public static char WithoutAccent(char character)
    {
        var at = Accented.IndexOf(character, StringComparison.Ordinal);
        return at >= 0 ? Unaccented[at] : character;
    }

    [GeneratedRegex("</?[a-zA-Z0-9!][^<>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("</?(script|iframe|object|embed|style|form|link|meta)\\b[^<>]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Active();

    [GeneratedRegex("\\s+on[a-z]+\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handler();

    [GeneratedRegex("--+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dashes();
}
