namespace ErpSync;

/// <summary>One day of a pair in a few numbers.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Day">The day.</param>
public sealed record DailySummary(string Pair, DateOnly Day)
{
    /// <summary>Orders that were taken over on the day.</summary>
    public long OrdersIn { get; init; }

    /// <summary>What the orders of the day come to at either side, with tax; empty when the pair carries none.</summary>
    public MoneyComparison Orders { get; init; } = MoneyComparison.Nothing;

    /// <summary>Payments that were taken over on the day.</summary>
    public long PaymentsIn { get; init; }

    /// <summary>What the payments of the day come to at either side; empty when the pair carries none.</summary>
    public MoneyComparison Payments { get; init; } = MoneyComparison.Nothing;

    /// <summary>Records that are set aside at this moment, waiting, given up or skipped.</summary>
    public long Parked { get; init; }

    /// <summary>How many of these were set aside on the day.</summary>
    public long ParkedOnDay { get; init; }

    /// <summary>Records with a field that both sides edited, waiting for a decision at this moment.</summary>
    public long Conflicts { get; init; }

    /// <summary>True when the money that came in is the money that was booked.</summary>
    public bool IsBalanced => Orders.IsEqual && Payments.IsEqual;

    /// <summary>The summary as one line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        $"{Pair}, {Day:yyyy-MM-dd}: {OrdersIn} orders in ({Orders}), {PaymentsIn} payments in ({Payments}), {Parked} parked ({ParkedOnDay} new), {Conflicts} conflicts{(IsBalanced ? "" : "; MONEY DIFFERS")}.";
}
