using System.Text;

namespace ErpSync.Testing;

/// <summary>Words and pieces that break careless systems.</summary>
internal static class TextSamples
{
    private static readonly string[] Words =
    [
        "Mug", "Tasse à café", "Große Schüssel", "Żółta łódka", "Señor niño", "naïve café", "Ærø ø å", "Ελληνικά", "Кружка", "茶碗", "コーヒー", "한국어", "שלום", "مرحبا",
        "5 % off", "Salt & Pepper", "it's", "\"quoted\"", "‘curly’ – dash…", "1/2", "50€", "C++", "100°C", "a\\b", "tab-less", "O'Neil & Söhne",
    ];

    private static readonly string[] Emoji = ["☕", "🍵", "👩‍🍳", "🇫🇷", "𝒜"];

    private static readonly string[] Html =
    [
        "<p>{0}</p>", "<p><strong>{0}</strong> &amp; {1}</p>", "<ul><li>{0}</li><li>{1}</li></ul>", "<p>{0}<br />{1}</p>",
        "<p><a href=\"https://example.org/?a=1&amp;b=2\" title=\"{1}\">{0}</a></p>", "<h2>{0}</h2>", "<p>{0} &lt; {1} &gt; &quot;x&quot;</p>", "<p>&eacute;&nbsp;{0}</p>",
    ];

    public static string Line(Random random, FieldDomain domain, int length)
    {
        var line = new StringBuilder();
        while (true)
        {
            var word = Word(random, domain.Emoji);
            foreach (var forbidden in domain.ForbiddenInLines)
                word = word.Replace(forbidden.ToString(), "", StringComparison.Ordinal);
            if (line.Length > 0 && line.Length + word.Length + 1 > length)
                return line.ToString().Trim();
            line.Append(line.Length == 0 ? "" : " ").Append(word);
            if (line.Length > length / 3 && random.Next(4) == 0)
                return line.ToString().Trim();
        }
    }

    public static string Page(Random random, FieldDomain domain, int length)
    {
        var page = new StringBuilder();
        while (true)
        {
            var plain = domain with { ForbiddenInLines = "<>&\"" };
            var piece = string.Format(System.Globalization.CultureInfo.InvariantCulture, Html[random.Next(Html.Length)], Line(random, plain, 30), Line(random, plain, 30));
            if (page.Length + piece.Length > length)
                return page.Length == 0 ? "<p>x</p>" : page.ToString();
            page.Append(piece);
        }
    }

    private static string Word(Random random, bool emoji) => emoji && random.Next(8) == 0 ? Emoji[random.Next(Emoji.Length)] : Words[random.Next(Words.Length)];
}
