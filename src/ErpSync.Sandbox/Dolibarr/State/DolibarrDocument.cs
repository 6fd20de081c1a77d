namespace ErpSync.Sandbox;

/// <summary>A file of a product. It lies in the folder named after the product's reference.</summary>
public sealed class DolibarrDocument : DolibarrRow
{
    /// <summary>The product.</summary>
    public int ProductId { get; set; }

    /// <summary>The file name as stored.</summary>
    public string Name { get; set; } = "";

    /// <summary>The content; empty when it was sent in broken base64.</summary>
    public ReadOnlyMemory<byte> Content { get; set; }

    /// <summary>The position among the product's files, from 1.</summary>
    public int Position { get; set; }

    /// <summary>True when it is the product's main image.</summary>
    public bool Cover { get; set; }
}
