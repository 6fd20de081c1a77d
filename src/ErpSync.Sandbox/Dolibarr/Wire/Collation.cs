namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The database's text order: case, accents and trailing blanks do not count, punctuation comes before digits before letters.</summary>
internal static class Collation
{
    private const string Order = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";
    private const char First = '\u0100';

    /// <summary>A key: equal for equal texts, and in the database's order when compared by code.</summary>
    public static string Key(string text)
    {
        var plain = Accents.Remove(text).TrimEnd(' ');
        return string.Create(plain.Length, plain, static (key, source) =>
        {
            for (var i = 0; i < key.Length; i++)
            {
                var place = Order.IndexOf(char.ToLowerInvariant(source[i]), StringComparison.Ordinal);
                key[i] = place >= 0 ? (char)(First + place) : (char)Math.Min(char.MaxValue, char.ToLowerInvariant(source[i]) + First + Order.Length);
            }
        });
    }

    public static bool AreEqual(string left, string right) =>
        left.Length == right.Length && string.Equals(left, right, StringComparison.Ordinal) || string.Equals(Key(left), Key(right), StringComparison.Ordinal);

    /// <summary>Compares with a pattern of <c>%</c> (any text) and <c>_</c> (one character).</summary>
    public static bool Like(string text, string pattern) => Like(Fold(text), Fold(pattern), 0, 0);

    private static string Fold(string text) => Accents.Remove(text).ToLowerInvariant();

    private static bool Like(string text, string pattern, int t, int p)
    {
        while (p < pattern.Length)
        {
            if (pattern[p] == '%')
            {
                for (var rest = t; rest <= text.Length; rest++)
                {
                    if (Like(text, pattern, rest, p + 1))
                        return true;
                }

                return false;
            }

            if (t >= text.Length || (pattern[p] != '_' && pattern[p] != text[t]))
                return false;
            t++;
            p++;
        }

        return t == text.Length;
    }
}
