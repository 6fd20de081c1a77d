namespace ErpSync.Passes;

/// <summary>What became of two records that were to be linked.</summary>
internal enum LinkStatus
{
    /// <summary>They are linked now, or would be.</summary>
    Linked,

    /// <summary>They were linked with each other before.</summary>
    AlreadyLinked,

    /// <summary>One of them is linked with another record.</summary>
    Taken,

    /// <summary>One of them does not exist.</summary>
    Missing,

    /// <summary>One of them could not be read.</summary>
    Unreadable,
}
