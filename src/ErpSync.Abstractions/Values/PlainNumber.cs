using System.Globalization;

namespace ErpSync;

/// <summary>Numbers as texts of which there is one for each value: a dot, no trailing zeros, no exponent, no sign of zero.</summary>
internal static class PlainNumber
{
    public static string Text(decimal number)
    {
        if (number == 0)
            return "0";
        Span<char> text = stackalloc char[32]; // a sign, 29 digits and a dot at most
        number.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        text = text[..length];
        return text.Contains('.') ? text.TrimEnd('0').TrimEnd('.').ToString() : text.ToString();
    }
}
