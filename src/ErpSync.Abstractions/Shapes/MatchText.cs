using System.Text;

namespace ErpSync;

/// <summary>
/// Makes texts of two systems comparable for match hints. Works the same whatever the host's globalisation setting: accents of Latin letters are taken off by a table,
/// letters of other scripts only lose their case. All members give null for a text that says nothing.
/// </summary>
public static class MatchText
{
    private const int LongestName = 100;

    /// <summary>An article, customer or document number: without case, blanks, separators, and zeros that lead a row of digits (<c>AB-007</c> is <c>ab7</c>).</summary>
    /// <param name="text">The number.</param>
    /// <returns>The comparable text, or null.</returns>
    public static string? Reference(string? text)
    {
        var plain = new StringBuilder();
        var zeros = true;
        foreach (var character in text ?? "")
        {
            if (!char.IsLetterOrDigit(character))
            {
                zeros = true;
                continue;
            }

            if (character == '0' && zeros)
                continue;
            zeros = !char.IsDigit(character);
            plain.Append(LatinFold.Fold(character) ?? char.ToLowerInvariant(character).ToString());
        }

        return plain.Length == 0 ? null : plain.ToString();
    }

    /// <summary>A barcode: its digits without leading zeros, so that UPC and EAN meet; null below six digits or when it is no number.</summary>
    /// <param name="text">The barcode.</param>
    /// <returns>The digits, or null.</returns>
    public static string? Barcode(string? text)
    {
        if (text is null || text.Any(character => !char.IsAsciiDigit(character) && !char.IsWhiteSpace(character) && character != '-'))
            return null;
        var digits = Digits(text).TrimStart('0');
        return digits.Length < 6 ? null : digits;
    }

    /// <summary>An e-mail address in lower case; null when it is none.</summary>
    /// <param name="text">The address.</param>
    /// <returns>The address, or null.</returns>
    public static string? Email(string? text) => text?.Trim() is { Length: > 2 } address && address.IndexOf('@', StringComparison.Ordinal) > 0 ? address.ToLowerInvariant() : null;

    /// <summary>A VAT number: letters and digits in upper case.</summary>
    /// <param name="text">The number.</param>
    /// <returns>The comparable text, or null below five characters.</returns>
    public static string? VatNumber(string? text)
    {
        var plain = string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return plain.Length < 5 ? null : plain;
    }

    /// <summary>A phone number: its last nine digits, so that a country code does not count; null below seven digits.</summary>
    /// <param name="text">The number.</param>
    /// <returns>The digits, or null.</returns>
    public static string? Phone(string? text)
    {
        var digits = Digits(text ?? "").TrimStart('0');
        return digits.Length < 7 ? null : digits[^Math.Min(9, digits.Length)..];
    }

    /// <summary>Several phone numbers as alternatives.</summary>
    /// <param name="texts">The numbers.</param>
    /// <returns>One line each, or null.</returns>
    public static string? Phones(params ReadOnlySpan<string?> texts)
    {
        var lines = new List<string?>();
        foreach (var text in texts)
            lines.Add(Phone(text));
        return Lines([.. lines]);
    }

    /// <summary>A name: its words without accents, case and punctuation, in alphabetical order, at most 100 characters.</summary>
    /// <param name="parts">The name, or its parts.</param>
    /// <returns>The words, or null.</returns>
    public static string? Name(params ReadOnlySpan<string?> parts)
    {
        var plain = new StringBuilder();
        foreach (var part in parts)
        {
            plain.Append(' ');
            foreach (var character in part ?? "")
                plain.Append(char.IsLetterOrDigit(character) ? LatinFold.Fold(character) ?? char.ToLowerInvariant(character).ToString() : character is '\'' or '’' ? "" : " ");
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        var name = string.Join(' ', words);
        return name.Length == 0 ? null : name.Length <= LongestName ? name : name[..LongestName];
    }

    /// <summary>The names of a text in all its languages, as alternatives.</summary>
    /// <param name="text">The text.</param>
    /// <returns>One line for each language, or null.</returns>
    public static string? Names(LocalizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Lines([.. text.Select(entry => Name(entry.Value)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>An amount with its currency; null when it is missing or zero.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The comparable text, or null.</returns>
    public static string? Amount(Money? amount) => amount is { Amount: not 0 } money ? $"{DecimalField.Instance.Display(money.Amount)} {money.Currency.Value}" : null;

    /// <summary>Alternatives of one hint.</summary>
    /// <param name="lines">The alternatives; null and empty ones are left out.</param>
    /// <returns>One line each, or null.</returns>
    public static string? Lines(params ReadOnlySpan<string?> lines)
    {
        var known = new List<string>();
        foreach (var line in lines)
        {
            if (!string.IsNullOrEmpty(line))
                known.Add(line);
        }

        return known.Count == 0 ? null : string.Join('\n', known);
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
