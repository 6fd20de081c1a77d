using System.Globalization;
using System.Text;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>How numbers are read from bodies and written to answers.</summary>
internal static class Numbers
{
    /// <summary>Reads a number. A comma is a thousands separator and is dropped, as are blanks: "2,5" is 25. What is no number is 0.</summary>
    public static decimal Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return 0m;
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (',' or ' ' or '\u00a0'))
                kept.Append(c);
        }

        return Leading(kept.ToString());
    }

    /// <summary>The number that a text begins with, as the database casts it; 0 for none.</summary>
    public static decimal Leading(string text)
    {
        var trimmed = text.AsSpan().Trim();
        for (var length = trimmed.Length; length > 0; length--)
        {
            if (decimal.TryParse(trimmed[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                return value;
        }

        return 0m;
    }

    public static int ReadInt(string? text) => (int)Math.Truncate(Math.Clamp(Read(text), int.MinValue, int.MaxValue));

    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Eight decimals: a price.</summary>
    public static string Eight(decimal value) => value.ToString("0.00000000", CultureInfo.InvariantCulture);

    /// <summary>Four decimals: a tax rate.</summary>
    public static string Four(decimal value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>No more decimals than needed: a quantity or a weight.</summary>
    public static string Short(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Flag(bool value) => value ? "1" : "0";
}
