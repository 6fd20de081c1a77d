namespace ErpSync.Vtiger;

/// <summary>The services that stand for lines of documents which are about no product: vtiger keeps nothing but products and services on lines.</summary>
public sealed class VtigerLineServices
{
    /// <summary>The service of shipping lines. Default <c>Shipping</c>.</summary>
    public string Shipping { get; set; } = "Shipping";

    /// <summary>The service of gift wrapping. Default <c>Gift wrapping</c>.</summary>
    public string Wrapping { get; set; } = "Gift wrapping";

    /// <summary>The service of discounts, with a negative price. Default <c>Discount</c>.</summary>
    public string Discount { get; set; } = "Discount";

    /// <summary>The service of all other charges. Default <c>Fee</c>.</summary>
    public string Fee { get; set; } = "Fee";
}
