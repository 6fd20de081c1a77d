using System.Text;

namespace ErpSync.PrestaShop.Texts;

/// <summary>Makes the part of an address (<c>link_rewrite</c>) from a name: lower-case letters, digits and hyphens.</summary>
internal static class Slug
{
    private const string Plain = "aaaaaaaceeeeiiiidnoooooouuuuytsy";
    private const string Accented = "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþßÿ";
    private const string PlainLatin = "aaacccccddeeeeegggghhiiiiijkllllnnnooorrrssssttuuuuuuwyzzz";
    private const string AccentedLatin = "āăąćĉċčçďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňōŏőŕŗřśŝşšțţũūŭůűųŵŷźżž";

    /// <summary>The part of an address for a name, at most 128 characters; <paramref name="fallback"/> when no letter of the name can be written so.</summary>
    public static string From(string name, string fallback)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name.ToLowerInvariant())
        {
            var plain = ToPlain(character);
            if (char.IsAsciiLetterOrDigit(plain))
                slug.Append(plain);
            else if (slug.Length > 0 && slug[^1] != '-' && character != '\'')
                slug.Append('-');
        }

        if (slug.Length > TextRules.NameLength)
            slug.Length = TextRules.NameLength;
        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? fallback : text;
    }

    private static char ToPlain(char character)
    {
        if (char.IsAscii(character))
            return character;
        var at = Accented.IndexOf(character, StringComparison.Ordinal);
        if (at >= 0)
            return Plain[at];
        at = AccentedLatin.IndexOf(character, StringComparison.Ordinal);
        return at >= 0 ? PlainLatin[at] : character;
    }
}
