using System.Text;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>The words under which lists show a record, escaped as HTML.</summary>
internal static class Labels
{
    private const string Names =
        "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest "
        + "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml "
        + "Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave "
        + "uacute ucirc uuml yacute thorn yuml";

    private static readonly string[] Latin = Names.Split(' ');

    private static readonly Dictionary<char, string> Others = new()
    {
        ['&'] = "amp",
        ['<'] = "lt",
        ['>'] = "gt",
        ['"'] = "quot",
        ['\''] = "#039",
        ['Œ'] = "OElig",
        ['œ'] = "oelig",
        ['Š'] = "Scaron",
        ['š'] = "scaron",
        ['Ÿ'] = "Yuml",
        ['€'] = "euro",
        ['–'] = "ndash",
        ['—'] = "mdash",
        ['‘'] = "lsquo",
        ['’'] = "rsquo",
        ['“'] = "ldquo",
        ['”'] = "rdquo",
        ['…'] = "hellip",
        ['•'] = "bull",
        ['™'] = "trade",
    };

    /// <summary>The label of a record from the values that were given.</summary>
    public static string Of(Module module, Func<string, string> value, bool isUtf8mb4)
    {
        var fields = module.Name == "Documents" ? ["notes_title"] : module.LabelFields;
        var text = string.Join(' ', fields.Select(value).Where(part => part.Length > 0));
        text = isUtf8mb4 ? text : Values.NarrowCharacters(text);
        return text.Length > 255 ? text[..255] : text;
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is >= '\u00a0' and <= '\u00ff')
                escaped.Append('&').Append(Latin[letter - 0xa0]).Append(';');
            else if (Others.TryGetValue(letter, out var name))
                escaped.Append('&').Append(name).Append(';');
            else
                escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
