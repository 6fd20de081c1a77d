namespace ErpSync;

/// <summary>What undoing an earlier write does.</summary>
public enum UndoAction
{
    /// <summary>A field gets the value back that it had before.</summary>
    SetBack,

    /// <summary>A record that was created is deleted. It is not created again until a person wants it.</summary>
    Delete,

    /// <summary>A record that was deleted is created again from the journal, under a new id, and linked with its counterpart if that still exists.</summary>
    Recreate,

    /// <summary>A link is removed; both records stay and are not linked again by themselves.</summary>
    Unlink,

    /// <summary>Two records are linked again; nothing is written to either.</summary>
    Link,
}
