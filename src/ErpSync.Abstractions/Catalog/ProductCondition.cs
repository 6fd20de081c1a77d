namespace ErpSync;

/// <summary>In what state a product is sold. Names are stored: never rename one.</summary>
public enum ProductCondition
{
    /// <summary>Never used.</summary>
    New,

    /// <summary>Used before.</summary>
    Used,

    /// <summary>Used and repaired.</summary>
    Refurbished,
}
