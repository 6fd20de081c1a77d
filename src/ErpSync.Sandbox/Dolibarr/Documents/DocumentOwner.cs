namespace ErpSync.Sandbox.Dolibarr;

/// <summary>What a file belongs to.</summary>
/// <param name="Element">The table: <c>product</c>, <c>commande</c>, <c>facture</c> or <c>expedition</c>.</param>
/// <param name="Id">The id.</param>
/// <param name="Reference">The reference, after which the folder is named.</param>
internal sealed record DocumentOwner(string Element, int Id, string Reference)
{
    /// <summary>The folder under the root of documents.</summary>
    public string Folder => (Element switch { "product" => "produit", "expedition" => "expedition/sending", _ => Element }) + "/" + Reference;

    public static DocumentOwner Of(DolibarrProduct product) => new("product", product.Id, product.Ref);

    /// <summary>The table that a value of <c>modulepart</c> means; null when it is not simulated.</summary>
    public static string? ElementOf(string? module) => module switch
    {
        "product" or "produit" => "product",
        "order" or "commande" => "commande",
        "invoice" or "facture" => "facture",
        "shipment" or "expedition" => "expedition",
        _ => null,
    };

    /// <summary>The owner by id or reference; null when there is none.</summary>
    public static DocumentOwner? Find(DolibarrState state, string element, int id, string? reference)
    {
        bool IsIt(DolibarrRecord record) => reference is { Length: > 0 } ? record["ref"] == reference : record.Id == id;
        DolibarrRecord? row = element switch
        {
            "commande" => state.Orders.FirstOrDefault(IsIt),
            "facture" => state.Invoices.FirstOrDefault(IsIt),
            "expedition" => state.Shipments.FirstOrDefault(IsIt),
            _ => null,
        };
        if (element == "product")
            return (reference is { Length: > 0 } ? state.Products.FindByRef(reference) : state.Products.Find(id)) is { } product ? Of(product) : null;
        return row is null ? null : new DocumentOwner(element, row.Id, row["ref"] ?? "");
    }

    /// <summary>The owner of a file; null when it is gone.</summary>
    public static DocumentOwner? Of(DolibarrState state, DolibarrDocument document) => Find(state, document.Element, document.ProductId, null);
}
