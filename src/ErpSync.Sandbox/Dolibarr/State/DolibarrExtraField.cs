namespace ErpSync.Sandbox;

/// <summary>The definition of an extra field.</summary>
public sealed class DolibarrExtraField : DolibarrRow
{
    /// <summary>The kind of object, for example <c>product</c>, <c>societe</c>, <c>commande</c>.</summary>
    public string Element { get; set; } = "product";

    /// <summary>The code, without <c>options_</c>.</summary>
    public string Code { get; set; } = "";

    /// <summary>The type: <c>varchar</c>, <c>text</c>, <c>html</c>, <c>int</c>, <c>double</c>, <c>price</c>, <c>boolean</c>, <c>date</c>, <c>datetime</c>, <c>select</c> and others.</summary>
    public string Type { get; set; } = "varchar";

    /// <summary>The label.</summary>
    public string Label { get; set; } = "";

    /// <summary>The length of texts; empty where the type has none.</summary>
    public string Size { get; set; } = "";
}
