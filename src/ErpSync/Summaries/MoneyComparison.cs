namespace ErpSync;

/// <summary>Money that came in and money that was booked, one sum for each currency in the order of their codes.</summary>
/// <param name="In">The sums at the side that the records come from.</param>
/// <param name="Booked">The sums at the side that took them over.</param>
public sealed record MoneyComparison(IReadOnlyList<Money> In, IReadOnlyList<Money> Booked)
{
    /// <summary>No money on either side.</summary>
    public static MoneyComparison Nothing { get; } = new([], []);

    /// <summary>True when both sides come to the same in every currency.</summary>
    public bool IsEqual => In.SequenceEqual(Booked);

    /// <summary>Both sums in words.</summary>
    /// <returns>For example <c>120 EUR in, 120 EUR booked</c>.</returns>
    public override string ToString() => In.Count + Booked.Count == 0 ? "nothing" : $"{Text(In)} in, {Text(Booked)} booked";

    private static string Text(IReadOnlyList<Money> sums) => sums.Count == 0 ? "nothing" : string.Join(" + ", sums);
}
