using System.Text;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Makes the friendly URL part (link_rewrite) out of a text, as the shop repairs it.</summary>
internal static class Slug
{
    public static bool IsValid(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

    public static string From(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var letter in text.SelectMany(Collation.Plain))
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '_')
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-' && (letter is ' ' or '-' or '/' or '\'' or '+' || !char.IsAscii(letter)))
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }
}
