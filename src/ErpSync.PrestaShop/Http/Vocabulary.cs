using System.Text;

namespace ErpSync.PrestaShop;

/// <summary>
/// The texts that come again and again in answers (names of columns, <c>0.000000</c>, <c>both</c>), so that each is made once. Bounded: what finds no place is simply made anew.
/// Safe for parallel use: a lost race costs a second copy.
/// </summary>
internal static class Vocabulary
{
    private const int LongestName = 48;
    private const int LongestValue = 12;
    private const int Places = 4096;

    private static readonly Word?[] Names = new Word?[Places];
    private static readonly Word?[] Values = new Word?[Places];

    private sealed record Word(byte[] Bytes, string Text);

    /// <summary>The name of a column; the very instance that the code names it by, so that it is found without comparing letters.</summary>
    public static string Name(ReadOnlySpan<byte> utf8) => utf8.Length > LongestName ? Encoding.UTF8.GetString(utf8) : Find(Names, utf8, isName: true);

    /// <summary>A short value.</summary>
    public static string Value(ReadOnlySpan<byte> utf8) =>
        utf8.IsEmpty ? "" : utf8.Length > LongestValue ? Encoding.UTF8.GetString(utf8) : Find(Values, utf8, isName: false);

    private static string Find(Word?[] words, ReadOnlySpan<byte> utf8, bool isName)
    {
        var place = Place(utf8);
        if (Volatile.Read(ref words[place]) is { } known)
            return utf8.SequenceEqual(known.Bytes) ? known.Text : Encoding.UTF8.GetString(utf8);
        var text = Encoding.UTF8.GetString(utf8);
        if (isName)
            text = string.Intern(text);
        Volatile.Write(ref words[place], new Word(utf8.ToArray(), text));
        return text;
    }

    private static int Place(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261u;
        foreach (var one in utf8)
            hash = (hash ^ one) * 16777619u;
        return (int)((hash ^ (hash >> 15)) % Places);
    }
}
