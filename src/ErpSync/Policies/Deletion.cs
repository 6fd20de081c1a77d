namespace ErpSync;

/// <summary>What follows when a linked record was deleted at one side: found by a complete listing or announced and verified, never guessed from an error.</summary>
public enum Deletion
{
    /// <summary>Nothing is written: the survivor stays linked and is shown orange until a person decides. The default.</summary>
    Ask,

    /// <summary>Nothing is written: the survivor stays linked and green, and is not created again where it was deleted.</summary>
    Ignore,

    /// <summary>The link is removed, the survivor is kept, and it is not created again where it was deleted.</summary>
    Unlink,

    /// <summary>The survivor's active flag is set to false. A survivor that was edited since the two last agreed is shown as a conflict instead.</summary>
    Deactivate,

    /// <summary>The survivor is deleted too. A survivor that was edited since the two last agreed is shown as a conflict instead.</summary>
    Delete,
}
