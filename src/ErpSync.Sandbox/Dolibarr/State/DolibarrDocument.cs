namespace ErpSync.Sandbox;

/// <summary>A file of a product, order, invoice or shipment. It lies in the folder named after its owner's reference.</summary>
public sealed class DolibarrDocument : DolibarrRow
{
    /// <summary>What it belongs to: <c>product</c> (unless told), <c>commande</c>, <c>facture</c> or <c>expedition</c>.</summary>
    public string Element { get; set; } = "product";

    /// <summary>The id of the product, or of the order, invoice or shipment that <see cref="Element"/> tells.</summary>
    public int ProductId { get; set; }

    /// <summary>True for a PDF that the system built itself.</summary>
    public bool IsGenerated { get; set; }

    /// <summary>The file name as stored.</summary>
    public string Name { get; set; } = "";

    /// <summary>The content; empty when it was sent in broken base64.</summary>
    public ReadOnlyMemory<byte> Content { get; set; }

    /// <summary>The position among the product's files, from 1.</summary>
    public int Position { get; set; }

    /// <summary>True when it is the product's main image.</summary>
    public bool Cover { get; set; }
}
