using System.Globalization;

namespace ErpSync.Simulation.Model;

/// <summary>How edits become values and how their numbers are found in values again, whatever a system did to them.</summary>
internal static class Typing
{
    private static readonly string[] Words = ["Mug", "Big mug", " Blue mug", "Green mug  ", "Very long mug with a handle", "Tasse à thé"];

    public static CurrencyCode Euro { get; } = new("EUR");

    public static string Text(int edit, Dice dice)
    {
        var word = dice.Pick(Words);
        return word[0] == ' ' ? $"  e{edit}{word}" : $"e{edit} {word}";
    }

    public static string Plain(int edit) => $"e{edit} box";

    public static string Html(int edit, Dice dice) => dice.Chance(500) ? $"<p>e{edit} <b>fine</b> mug</p>" : $"e{edit} mug &amp; more";

    public static string Reference(int edit) => $"R{edit}";

    public static decimal Number(int edit) => edit + 0.1234m;

    public static Money Price(int edit) => new(Number(edit), Euro);

    /// <summary>The digits behind the first <c>e</c> or <c>r</c> that has some; 0 when there are none.</summary>
    public static int EditIn(string? text) => Digits(text, 'e', 'r');

    public static int GidIn(string? text) => Digits(text, 'g', 'g');

    public static int EditIn(decimal? number) => number is { } known ? (int)Math.Floor(known) : 0;

    private static int Digits(string? text, char one, char other)
    {
        for (var i = 0; text is not null && i + 1 < text.Length; i++)
        {
            if (((text[i] | 0x20) != one && (text[i] | 0x20) != other) || !char.IsAsciiDigit(text[i + 1]))
                continue;
            var end = i + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            return int.Parse(text.AsSpan(i + 1, end - i - 1), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return 0;
    }
}
