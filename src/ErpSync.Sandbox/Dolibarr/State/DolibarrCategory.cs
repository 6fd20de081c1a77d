namespace ErpSync.Sandbox;

/// <summary>A category (tag).</summary>
public sealed class DolibarrCategory : DolibarrRow
{
    /// <summary>The label: unique under one parent and type.</summary>
    public string Label { get; set; } = "";

    /// <summary>The description in HTML.</summary>
    public string Description { get; set; } = "";

    /// <summary>What it holds, as the number of the type: 0 products, 1 suppliers, 2 customers, 4 contacts, 9 warehouses.</summary>
    public int Type { get; set; }

    /// <summary>The parent category; 0 for a root.</summary>
    public int ParentId { get; set; }

    /// <summary>The external reference; null for none.</summary>
    public string? RefExt { get; set; }

    /// <summary>The colour as six hexadecimal digits; empty for none.</summary>
    public string Color { get; set; } = "";

    /// <summary>The position among its siblings.</summary>
    public int Position { get; set; }

    /// <summary>1 when it is shown to the public.</summary>
    public int Visible { get; set; }

    /// <summary>True once an update wrote the row.</summary>
    public bool WasUpdated { get; set; }

    /// <summary>The ids of the linked products, or of the third parties in a category of customers, in the order of linking.</summary>
    public IReadOnlyCollection<int> ProductIds => Products;

    internal OrderedDictionary<int, bool> Links { get; } = [];

    private OrderedDictionary<int, bool>.KeyCollection Products => Links.Keys;
}
