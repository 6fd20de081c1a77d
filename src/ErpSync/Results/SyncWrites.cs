namespace ErpSync;

/// <summary>Which writes a run may make.</summary>
[Flags]
public enum SyncWrites
{
    /// <summary>None: matching records are linked, and that is all.</summary>
    None = 0,

    /// <summary>Missing records are created.</summary>
    Creates = 1,

    /// <summary>Fields of linked records are changed.</summary>
    Updates = 2,

    /// <summary>Deletions are carried over.</summary>
    Deletes = 4,

    /// <summary>All of them.</summary>
    All = Creates | Updates | Deletes,
}
