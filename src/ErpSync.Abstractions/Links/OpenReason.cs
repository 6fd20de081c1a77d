namespace ErpSync;

/// <summary>Why a field is not settled. The numbers are stored.</summary>
public enum OpenReason
{
    /// <summary>The two systems differed when they were linked, and no policy says which one is right.</summary>
    Undecided = 1,

    /// <summary>Both sides edited the field to different values.</summary>
    Conflict = 2,

    /// <summary>The field belongs to the other side by policy, and was edited here.</summary>
    Drift = 3,

    /// <summary>The side that should take the value cannot store the field.</summary>
    NotWritable = 4,

    /// <summary>The write is planned or was refused; the parked record says why.</summary>
    Pending = 5,

    /// <summary>The record was deleted at the first connection.</summary>
    DeletedAtFirst = 6,

    /// <summary>The record was deleted at the second connection.</summary>
    DeletedAtSecond = 7,

    /// <summary>The record was deleted at the first connection and edited at the second since the two last agreed.</summary>
    DeletedAtFirstEditedAtSecond = 8,

    /// <summary>The record was deleted at the second connection and edited at the first since the two last agreed.</summary>
    DeletedAtSecondEditedAtFirst = 9,

    /// <summary>The field was written back and forth several times; two rules or tools fight over it.</summary>
    Flipping = 10,

    /// <summary>A person undid a write of the field; both values stay until either side is edited or a person decides.</summary>
    Undone = 20,

    /// <summary>An older value came back with a restored backup; nobody has said yet which version stays.</summary>
    Restored = 30,

    /// <summary>One side edited the field, and by policy a person decides whether the edit goes over.</summary>
    Edited = 40,
}
