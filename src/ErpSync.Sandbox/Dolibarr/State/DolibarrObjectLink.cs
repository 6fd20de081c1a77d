namespace ErpSync.Sandbox;

/// <summary>A link between two objects, for example from an order to its invoice.</summary>
public sealed class DolibarrObjectLink : DolibarrRow
{
    /// <summary>What the source is: <c>commande</c>, <c>facture</c>, <c>shipping</c>.</summary>
    public string SourceType { get; set; } = "";

    /// <summary>The source's row id.</summary>
    public int SourceId { get; set; }

    /// <summary>What the target is.</summary>
    public string TargetType { get; set; } = "";

    /// <summary>The target's row id.</summary>
    public int TargetId { get; set; }
}
