namespace ErpSync.PrestaShop.Categories;

/// <summary>The columns of categories that this connector reads.</summary>
internal static class CategoryRow
{
    /// <summary>The resource.</summary>
    public const string Resource = "categories";

    private const string Listed = "id,id_parent,active,is_root_category,date_upd,name";

    /// <summary>The fields of a line of a listing, with the name for paths.</summary>
    public const string ListedFields = $"[{Listed}]";

    /// <summary>The fields of a whole record.</summary>
    public static string Full(ShopData shop) => shop.KnowsColumns ? $"[{Listed},description]" : "full";

    /// <summary>The category above.</summary>
    public static long Parent(WireRow row) => row.Whole("id_parent") ?? 0;

    /// <summary>True for what is not a record: the root, Home, and the homes of other shops.</summary>
    public static bool IsRoot(WireRow row, ShopData shop) => shop.IsRoot(row.Id) || row.Flag("is_root_category") == true;

    /// <summary>The stamp: place, visibility and date.</summary>
    public static string StampOf(WireRow row) => Stamp.Of("c1", row.Text("id_parent"), row.Text("active"), row.Text("date_upd"));
}
