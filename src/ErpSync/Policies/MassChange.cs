namespace ErpSync;

/// <summary>What the brake counts: changes that do damage when a feed makes many of them by mistake.</summary>
public enum MassChange
{
    /// <summary>Records that are deleted, or unlinked because they were deleted.</summary>
    Deleted,

    /// <summary>Records whose active flag is set to false.</summary>
    Deactivated,

    /// <summary>Records of which a value that was not empty is replaced by another one. Quantities and prices count by themselves.</summary>
    Overwritten,

    /// <summary>Records whose quantity falls to zero or below.</summary>
    StockZeroed,

    /// <summary>Records whose price becomes zero or is taken away.</summary>
    PriceZeroed,

    /// <summary>Records whose price goes up or down by more than half, or changes its currency.</summary>
    Repriced,

    /// <summary>Records of which customers would be told by mail.</summary>
    Mailed,
}
