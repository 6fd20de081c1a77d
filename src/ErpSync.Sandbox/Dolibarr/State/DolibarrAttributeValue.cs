namespace ErpSync.Sandbox;

/// <summary>A value of a variant attribute, for example red.</summary>
public sealed class DolibarrAttributeValue : DolibarrRow
{
    /// <summary>The attribute.</summary>
    public int AttributeId { get; set; }

    /// <summary>The reference in upper case: unique under its attribute.</summary>
    public string Ref { get; set; } = "";

    /// <summary>The text.</summary>
    public string Value { get; set; } = "";
}
