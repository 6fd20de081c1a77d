namespace ErpSync.Dolibarr;

/// <summary>Where the files of a kind are: the record's resource, and the words for it in lists and in downloads.</summary>
/// <param name="Resource">Where the records are, for example <c>orders</c>.</param>
/// <param name="Module">The word in lists and uploads, for example <c>order</c>.</param>
/// <param name="Folder">The word in downloads and deletes, for example <c>commande</c>.</param>
/// <param name="HasPictures">Whether pictures are records of their own and no attachments.</param>
internal sealed record FilePlace(string Resource, string Module, string Folder, bool HasPictures = false)
{
    public static FilePlace Products { get; } = new("products", "product", "product", HasPictures: true);

    public static FilePlace Orders { get; } = new("orders", "order", "commande");

    public static FilePlace Invoices { get; } = new("invoices", "invoice", "facture");

    public static FilePlace Shipments { get; } = new("shipments", "shipment", "expedition");
}
