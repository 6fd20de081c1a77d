namespace ErpSync;

/// <summary>An ISO 4217 code, three capital letters.</summary>
/// <param name="Value">The code, for example <c>EUR</c>.</param>
public readonly record struct CurrencyCode(string Value)
{
    /// <summary>Reads a code, tolerating case and surrounding blanks.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The code.</returns>
    /// <exception cref="FormatException">The text is not three letters.</exception>
    public static CurrencyCode Parse(string? text)
    {
        var code = text?.Trim().ToUpperInvariant() ?? "";
        return code.Length == 3 && code.All(char.IsAsciiLetterUpper)
            ? new CurrencyCode(code)
            : throw new FormatException($"'{text}' is not an ISO 4217 currency code.");
    }

    /// <summary>The code.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Value;
}
