namespace ErpSync;

/// <summary>An ISO 4217 code, three capital letters.</summary>
/// <param name="Value">The code, for example <c>EUR</c>.</param>
public readonly record struct CurrencyCode(string Value)
{
    /// <summary>How many decimals the smallest unit has by ISO 4217: 0 for JPY, 3 for KWD, 2 for most. Codes that are not known have 2.</summary>
    public int Decimals => Value switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        _ => 2,
    };

    /// <summary>The smallest unit, for example 0.01.</summary>
    public decimal MinorUnit => new(1, 0, 0, isNegative: false, (byte)Decimals);

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
