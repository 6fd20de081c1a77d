namespace ErpSync;

/// <summary>What an entry of the journal tells. The numbers are stored.</summary>
public enum JournalAction
{
    /// <summary>A record was created.</summary>
    Created = 1,

    /// <summary>A field was changed.</summary>
    Updated = 2,

    /// <summary>A record was deleted.</summary>
    Deleted = 3,

    /// <summary>Two records were linked.</summary>
    Linked = 4,

    /// <summary>A link was removed; both records stay.</summary>
    Unlinked = 5,

    /// <summary>A record that a lost create had left was found and linked.</summary>
    Adopted = 6,

    /// <summary>The entries of a record were erased on request; no value, label or id is left of them.</summary>
    Erased = 20,
}
