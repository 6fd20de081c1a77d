namespace ErpSync.Deciding;

/// <summary>What becomes of one field.</summary>
internal enum Verdict
{
    /// <summary>Nothing: both sides still hold what they agreed on.</summary>
    Unchanged,

    /// <summary>Nothing is written; both hold the same now, which becomes the base.</summary>
    Agree,

    /// <summary>The second side's value is written to the first.</summary>
    ToFirst,

    /// <summary>The first side's value is written to the second.</summary>
    ToSecond,

    /// <summary>A merged value is written where it differs.</summary>
    Merge,

    /// <summary>Nothing is written; the field stays open.</summary>
    Open,
}
