using System.Text;
using System.Text.RegularExpressions;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>What the server does to texts before it stores them.</summary>
internal static partial class Texts
{
    private const string RefForbidden = " '/\\:*?\"<>|[],;=°$";
    private const string FileForbidden = "<>/\\?*|\":°$;`";

    /// <summary>A plain field since version 23: tags and double quotes go, the text between tags stays.</summary>
    public static string Plain(string text) => Tag().Replace(text, "").Replace("\"", "", StringComparison.Ordinal);

    /// <summary>A field that may hold HTML since version 23: scripts and event attributes go, attributes are quoted, a lone ampersand is escaped.</summary>
    public static string Html(string text)
    {
        var clean = ScriptTag().Replace(text, "");
        clean = Tag().Replace(clean, static tag => EventAttribute().Replace(tag.Value, ""));
        clean = Tag().Replace(clean, static tag => BareAttribute().Replace(tag.Value, static part => part.Groups["name"].Success ? $"{part.Groups["name"].Value}=\"{part.Groups["value"].Value}\"" : part.Value));
        return LoneAmpersand().Replace(clean, "&amp;");
    }

    /// <summary>The reference of a product: accents go, forbidden characters become an underscore.</summary>
    public static string Reference(string text) => Replace(Accents.Remove(text.Trim()), RefForbidden);

    /// <summary>The name of an uploaded file: accents go, forbidden characters become an underscore, programs get a harmless ending.</summary>
    public static string FileName(string text)
    {
        var name = Replace(Accents.Remove(text.Trim()), FileForbidden);
        return Program().IsMatch(name) ? name + ".noexe" : name;
    }

    /// <summary>The first character that needs four bytes, as the database names it in its refusal; null for none.</summary>
    public static string? FourByteCharacter(string? text)
    {
        if (text is null)
            return null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp)
                continue;
            Span<byte> bytes = stackalloc byte[4];
            rune.EncodeToUtf8(bytes);
            return string.Concat(bytes.ToArray().Select(b => $"\\x{b:X2}"));
        }

        return null;
    }

    private static string Replace(string text, string forbidden)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            result.Append(forbidden.Contains(c, StringComparison.Ordinal) ? '_' : c);
        return result.ToString();
    }

    [GeneratedRegex("</?[a-zA-Z0-9!][^<>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("</?(script|iframe|object|style|form|link|meta)\\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScriptTag();

    [GeneratedRegex("\\s+on[a-z]+\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EventAttribute();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\b(?<name>[a-zA-Z-]+)=(?<value>[^\\s\"'>]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareAttribute();

    [GeneratedRegex("&(?!#?[a-zA-Z0-9]+;)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LoneAmpersand();

    [GeneratedRegex("\\.(php|phar|pht|phtml|cgi|pl|py|sh|bat|exe|js|htm|html|shtml|htaccess|asp|aspx)\\d*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Program();
}
