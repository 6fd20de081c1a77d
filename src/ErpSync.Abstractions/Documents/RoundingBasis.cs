namespace ErpSync;

/// <summary>What a system rounds. Names are stored: never rename one.</summary>
public enum RoundingBasis
{
    /// <summary>The price of one unit, before it is multiplied.</summary>
    Item,

    /// <summary>The total of each line.</summary>
    Line,

    /// <summary>Only the totals of the document.</summary>
    Total,
}
