namespace ErpSync;

/// <summary>How a system rounds the money of documents.</summary>
/// <param name="Basis">What is rounded.</param>
/// <param name="Mode">Which way.</param>
/// <param name="Decimals">How many decimals stay; null means the smallest unit of the currency.</param>
public sealed record RoundingRule(RoundingBasis Basis, RoundingMode Mode = RoundingMode.HalfUp, int? Decimals = null)
{
    /// <summary>Rounds one amount.</summary>
    /// <param name="money">The amount.</param>
    /// <returns>The rounded amount.</returns>
    public Money Round(Money money) => money with { Amount = Round(money.Amount, Decimals ?? money.Currency.Decimals) };

    private decimal Round(decimal amount, int decimals) => Mode switch
    {
        RoundingMode.HalfUp => Math.Round(amount, decimals, MidpointRounding.AwayFromZero),
        RoundingMode.HalfEven => Math.Round(amount, decimals, MidpointRounding.ToEven),
        RoundingMode.Up => Math.Round(amount, decimals, MidpointRounding.ToPositiveInfinity),
        RoundingMode.Down => Math.Round(amount, decimals, MidpointRounding.ToNegativeInfinity),
        _ => Half(amount, decimals),
    };

    /// <summary>Nearest, with a half towards zero or to the odd digit, which the framework does not have.</summary>
    private decimal Half(decimal amount, int decimals)
    {
        var inner = Math.Round(amount, decimals, MidpointRounding.ToZero);
        var outer = Math.Round(amount, decimals, MidpointRounding.AwayFromZero);
        if (inner == outer)
            return inner;
        var step = outer - inner;
        if (Math.Abs(amount - inner) * 2 != Math.Abs(step))
            return outer;
        var innerIsOdd = decimal.Remainder(inner / Math.Abs(step), 2) != 0;
        return Mode == RoundingMode.HalfDown || innerIsOdd ? inner : outer;
    }
}
