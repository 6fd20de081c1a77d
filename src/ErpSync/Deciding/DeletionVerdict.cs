namespace ErpSync.Deciding;

/// <summary>What follows from the deletion of one end of a link.</summary>
internal enum DeletionVerdict
{
    /// <summary>Nothing is written; it is shown until a person decides.</summary>
    Show,

    /// <summary>Nothing is written: the record is missing since a backup was restored, and a person decides.</summary>
    Vanished,

    /// <summary>Nothing is written, because the survivor was edited: a person decides.</summary>
    Conflict,

    /// <summary>Nothing is written; the survivor stays linked and counts as settled.</summary>
    Keep,

    /// <summary>The link is removed; the survivor stays and is not created again where it was deleted.</summary>
    Unlink,

    /// <summary>The link is removed, because the record that the survivor belongs to lost its counterpart too.</summary>
    Follow,

    /// <summary>The survivor's active flag is set to false.</summary>
    Deactivate,

    /// <summary>The survivor is deleted.</summary>
    Delete,
}
