namespace ErpSync.Sandbox;

/// <summary>A combination: the row that ties a child product to its parent.</summary>
public sealed class DolibarrVariant : DolibarrRow
{
    /// <summary>The parent product.</summary>
    public int ParentId { get; set; }

    /// <summary>The child product.</summary>
    public int ChildId { get; set; }

    /// <summary>What the child costs more than its parent, without tax, or in per cent.</summary>
    public decimal PriceImpact { get; set; }

    /// <summary>True when <see cref="PriceImpact"/> is per cent.</summary>
    public bool PriceImpactIsPercent { get; set; }

    /// <summary>What the child weighs more than its parent, in the parent's unit.</summary>
    public decimal WeightImpact { get; set; }

    /// <summary>The external reference of the combination; empty for none.</summary>
    public string RefExt { get; set; } = "";

    /// <summary>Attribute id to value id, in the order they were posted. Ids that do not exist are kept too.</summary>
    public IReadOnlyList<KeyValuePair<int, int>> Features { get; set; } = [];
}
