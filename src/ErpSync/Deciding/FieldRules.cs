namespace ErpSync.Deciding;

/// <summary>The policies on one field of one record, with every name and date already looked up.</summary>
internal readonly record struct FieldRules
{
    /// <summary>The only side that the field flows from; null for both ways.</summary>
    public Side? Owner { get; init; }

    public bool CanWriteFirst { get; init; }

    public bool CanWriteSecond { get; init; }

    /// <summary>The side that an edit conflict keeps; null asks.</summary>
    public Side? ConflictKeeps { get; init; }

    /// <summary>The side that is right where the two never agreed; null asks.</summary>
    public Side? FirstRunKeeps { get; init; }

    /// <summary>True where both sides keep what they hold when they meet for the first time.</summary>
    public bool LeavesKnown { get; init; }

    public bool RestoresDrift { get; init; }

    /// <summary>True where edits wait for a person.</summary>
    public bool ShowsEdits { get; init; }

    /// <summary>True when the two edits could be merged and a merge is allowed.</summary>
    public bool CanMerge { get; init; }

    /// <summary>True for quantities that merge by difference: two movements that happen to end at the same number are still two.</summary>
    public bool AddsUp { get; init; }

    /// <summary>True when a person undid the field's last write.</summary>
    public bool IsUndone { get; init; }

    /// <summary>The value came back with a restored backup.</summary>
    public bool CameBack { get; init; }

    /// <summary>The side whose version stays for values that came back; null asks.</summary>
    public Side? RestoredKeeps { get; init; }

    /// <summary>A person's word; goes before everything else.</summary>
    public Side? PersonKeeps { get; init; }
}
