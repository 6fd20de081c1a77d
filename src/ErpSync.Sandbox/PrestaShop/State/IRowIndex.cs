namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Keeps the indexes of a table right while the values of its rows change.</summary>
internal interface IRowIndex
{
    /// <summary>A value of an indexed field changed.</summary>
    void Moved(PrestaShopRow row, Field field, string? before, string? after);
}
