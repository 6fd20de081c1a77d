namespace ErpSync;

/// <summary>How two edits of the same field may be merged instead of becoming a conflict.</summary>
public enum MergeStyle
{
    /// <summary>They may not: different edits of the field are a conflict.</summary>
    None,

    /// <summary>By the union of changes: elements added or removed, languages or keys changed on either side. On unless a policy switches it off.</summary>
    Union,

    /// <summary>By difference: base plus both deltas. Only where a policy says so.</summary>
    Difference,
}
