namespace ErpSync.Sandbox;

/// <summary>A variant attribute, for example colour.</summary>
public sealed class DolibarrAttribute : DolibarrRow
{
    /// <summary>The reference in upper case: unique.</summary>
    public string Ref { get; set; } = "";

    /// <summary>The external reference; empty for none.</summary>
    public string RefExt { get; set; } = "";

    /// <summary>The label.</summary>
    public string Label { get; set; } = "";

    /// <summary>The position, from 1.</summary>
    public int Position { get; set; }
}
