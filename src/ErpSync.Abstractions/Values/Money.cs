using System.Globalization;

namespace ErpSync;

/// <summary>An amount in a currency. Whether tax is included is said by the name of the field that holds it.</summary>
/// <param name="Amount">The amount in units of the currency (not in cents), with as many decimals as the source has.</param>
/// <param name="Currency">The currency.</param>
public readonly record struct Money(decimal Amount, CurrencyCode Currency)
{
    /// <summary>The amount rounded half away from zero.</summary>
    /// <param name="decimals">How many decimals stay, 0 to 28.</param>
    /// <returns>The rounded amount.</returns>
    public Money Round(int decimals) => this with { Amount = Math.Round(Amount, decimals, MidpointRounding.AwayFromZero) };

    /// <summary>The amount without trailing zeros and the currency, for example <c>12.5 EUR</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{PlainNumber.Text(Amount)} {Currency}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The money.</returns>
    /// <exception cref="FormatException">The text is not an amount, a blank and a currency.</exception>
    public static Money Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(' ') is [var amount, var currency]
            ? new Money(decimal.Parse(amount, NumberStyles.Number, CultureInfo.InvariantCulture), CurrencyCode.Parse(currency))
            : throw new FormatException($"'{text}' is not an amount with its currency.");
    }
}
