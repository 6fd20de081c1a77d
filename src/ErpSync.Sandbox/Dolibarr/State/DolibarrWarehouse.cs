namespace ErpSync.Sandbox;

/// <summary>A warehouse.</summary>
public sealed class DolibarrWarehouse : DolibarrRow
{
    /// <summary>The label, which is its reference too: unique.</summary>
    public string Label { get; set; } = "";

    /// <summary>The short name of the place.</summary>
    public string Place { get; set; } = "";

    /// <summary>The description.</summary>
    public string Description { get; set; } = "";

    /// <summary>0 closed, 1 open, 2 open for internal movements only.</summary>
    public int Status { get; set; } = 1;

    /// <summary>The warehouse that it belongs to; null for none.</summary>
    public int? ParentId { get; set; }

    /// <summary>The street.</summary>
    public string Address { get; set; } = "";

    /// <summary>The postal code.</summary>
    public string Zip { get; set; } = "";

    /// <summary>The town.</summary>
    public string Town { get; set; } = "";

    /// <summary>The row of the country; 0 for none.</summary>
    public int CountryId { get; set; }
}
