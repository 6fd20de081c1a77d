using System.Text;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Text as the database compares it: without case, without the accents of Latin letters, without trailing spaces.</summary>
internal static class Collation
{
    private static readonly Dictionary<char, string> Letters = Build(
        "aàáâãäåāăą", "cçćĉċč", "dďđð", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľŀł", "nñńņňŉ", "oòóôõöøōŏő", "rŕŗř", "sśŝşš", "tţťŧ",
        "uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zźżž");

    public static string Fold(string text)
    {
        if (IsPlain(text))
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.TrimEnd(' '))
        {
            var lower = char.ToLowerInvariant(letter);
            folded.Append(lower < 0x80 ? lower.ToString() : Letters.GetValueOrDefault(lower) ?? lower.ToString());
        }

        return folded.ToString();
    }

    public static int Compare(string left, string right) => string.CompareOrdinal(Fold(left), Fold(right));

    /// <summary>A Latin letter without its accent, in lower case; other characters as they are.</summary>
    public static string Plain(char letter) => Letters.GetValueOrDefault(char.ToLowerInvariant(letter)) ?? char.ToLowerInvariant(letter).ToString();

    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (letter >= 0x80 || char.IsAsciiLetterUpper(letter))
                return false;
        }

        return text.Length == 0 || text[^1] != ' ';
    }

    private static Dictionary<char, string> Build(params string[] groups)
    {
        var letters = groups.SelectMany(group => group.Skip(1).Select(letter => (letter, plain: group[..1]))).ToDictionary(pair => pair.letter, pair => pair.plain);
        letters['ß'] = "ss";
        letters['æ'] = "ae";
        letters['œ'] = "oe";
        return letters;
    }
}
