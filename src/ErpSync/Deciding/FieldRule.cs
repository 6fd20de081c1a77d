namespace ErpSync.Deciding;

/// <summary>The rule that decided a field.</summary>
internal enum FieldRule
{
    /// <summary>Both hold the same.</summary>
    Equal,

    /// <summary>A person said which side stays.</summary>
    Person,

    /// <summary>Both still hold what they agreed on.</summary>
    Settled,

    /// <summary>A write of it was undone, and a person is asked.</summary>
    Undone,

    /// <summary>An older value came back with a restored backup, and a person named the side that is right.</summary>
    Restored,

    /// <summary>An older value came back with a restored backup, and a person is asked.</summary>
    RestoredAsks,

    /// <summary>It flows from its owner only.</summary>
    Owner,

    /// <summary>It was edited at the side that it does not belong to, and the owner's value is restored.</summary>
    DriftRestored,

    /// <summary>It was edited at the side that it does not belong to, and that is shown.</summary>
    DriftShown,

    /// <summary>They never agreed, and the first-run policy names the side that is right.</summary>
    FirstRun,

    /// <summary>They never agreed, and the first-run policy asks.</summary>
    FirstRunAsks,

    /// <summary>They never agreed, and the run leaves what it finds at both sides: that is what they agree on.</summary>
    FirstRunLeft,

    /// <summary>Only one side edited it.</summary>
    OneSide,

    /// <summary>Only one side edited it, and edits wait for a person.</summary>
    EditShown,

    /// <summary>Both sides edited it, and the edits are merged.</summary>
    Merged,

    /// <summary>Both sides edited it, and the conflict policy names the side that stays.</summary>
    Conflict,

    /// <summary>Both sides edited it, and the conflict policy asks.</summary>
    ConflictAsks,
}
