namespace ErpSync;

/// <summary>What a field means beyond its value, where the engine must know: the brake counts by it, deactivating writes it.</summary>
public enum FieldRole
{
    /// <summary>Nothing beyond its value.</summary>
    None,

    /// <summary>Whether the record is in use, as a flag; deactivating sets it to false.</summary>
    Active,

    /// <summary>How much there is.</summary>
    Quantity,

    /// <summary>What customers pay.</summary>
    Price,
}
