namespace ErpSync;

/// <summary>What a check of totals found.</summary>
public enum TotalsVerdict
{
    /// <summary>The totals are equal.</summary>
    Equal,

    /// <summary>They differ by no more than one smallest unit of the currency per line: <see cref="TotalsCheck.RoundingLine"/> may travel, if the policy allows it.</summary>
    WithinRounding,

    /// <summary>They differ by more: the document is parked.</summary>
    Different,

    /// <summary>Lines and totals are not in one currency, or a line tells no amount: nothing can be said and the document is parked.</summary>
    Unknown,
}
