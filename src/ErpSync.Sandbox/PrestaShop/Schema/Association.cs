namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A list of linked records inside a resource.</summary>
/// <param name="Name">The name of the list on the wire.</param>
/// <param name="Node">The name of one entry.</param>
/// <param name="Api">The resource that the entries point at.</param>
/// <param name="Columns">The values of one entry; the first is always the id.</param>
internal sealed record Association(string Name, string Node, string Api, params string[] Columns)
{
    /// <summary>What happens to the list when it is sent in a write.</summary>
    public AssociationInput Input { get; init; } = AssociationInput.Ignored;

    /// <summary>The names that are marked required in the synopsis.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Columns that only show what other records hold.</summary>
    public string[] ReadOnly { get; init; } = [];

    /// <summary>Columns that every edition prints as text.</summary>
    public string[] Texts { get; init; } = [];

    /// <summary>The linked resource of each column of a list whose entries are no records themselves; null for lists of records.</summary>
    public string[]? Links { get; init; }

    /// <summary>The name under which a column is read from a write: the class of packs takes the combination of a part under another name than it gives it.</summary>
    public string InputOf(string column) => (Name, column) is ("product_bundle", "id_product_attribute") ? "product_attribute_id" : column;

    /// <summary>The linked resource of a column, for xlink:href; null for none.</summary>
    public string? LinkOf(string column) => (Name, column) switch
    {
        ("product_features", "id_feature_value") => "product_feature_values",
        ("accessories", "id") => "products",
        ("addresses", "id") => "addresses",
        _ => null,
    };
}
