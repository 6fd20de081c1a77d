namespace ErpSync.Reading;

/// <summary>Why a record has no link and is not looked at again as long as nothing changes.</summary>
internal enum AloneSort
{
    /// <summary>The pair leaves it out.</summary>
    LeftOut = 0,

    /// <summary>It has no counterpart, and none is made.</summary>
    Red = 1,

    /// <summary>Its owner has no link.</summary>
    WaitsForOwner = 2,
}
