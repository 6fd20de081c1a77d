namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A table as the webservice sees it.</summary>
internal interface ITable
{
    Resource Resource { get; }

    PrestaShopRow? Row(int id);

    /// <summary>All rows by ascending id: a copy.</summary>
    PrestaShopRow[] Rows();

    /// <summary>The rows whose indexed field equals the text under the collation, by ascending id.</summary>
    IEnumerable<PrestaShopRow> RowsWhere(Field field, string value);

    /// <summary>A row that is not in the table yet.</summary>
    PrestaShopRow Blank();

    void Insert(PrestaShopRow row);

    bool Delete(int id);
}
