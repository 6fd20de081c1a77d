namespace ErpSync;

/// <summary>What a run was for. The numbers are stored.</summary>
public enum RunPurpose
{
    /// <summary>Bringing both systems in step.</summary>
    Sync = 1,

    /// <summary>Carrying out a person's word on open fields.</summary>
    Resolve = 2,

    /// <summary>Applying a plan.</summary>
    Apply = 3,

    /// <summary>Undoing earlier writes.</summary>
    Undo = 4,

    /// <summary>Linking records, which writes to no system: accepted proposals, links of another tool, a rebuilt store.</summary>
    Link = 5,
}
