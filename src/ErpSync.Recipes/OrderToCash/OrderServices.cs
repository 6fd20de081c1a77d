namespace ErpSync.Recipes;

/// <summary>The services that lines without an article are booked on. They are found by their reference and created when missing; people may give them other labels.</summary>
public sealed class OrderServices
{
    /// <summary>The reference of the service for shipping; null: lines of free text. Default <c>SHIPPING</c>.</summary>
    public string? Shipping { get; set; } = "SHIPPING";

    /// <summary>The reference of the service for gift wrapping; null: lines of free text. Default <c>WRAPPING</c>.</summary>
    public string? Wrapping { get; set; } = "WRAPPING";

    /// <summary>The reference of the service for discounts; null: lines of free text. Default <c>DISCOUNT</c>.</summary>
    public string? Discount { get; set; } = "DISCOUNT";

    /// <summary>The label of a service for shipping that is created. Default <c>Shipping</c>.</summary>
    public string ShippingLabel { get; set; } = "Shipping";

    /// <summary>The label of a service for gift wrapping that is created. Default <c>Gift wrapping</c>.</summary>
    public string WrappingLabel { get; set; } = "Gift wrapping";

    /// <summary>The label of a service for discounts that is created. Default <c>Discount</c>.</summary>
    public string DiscountLabel { get; set; } = "Discount";

    /// <summary>Whether missing services are created. Default true; when false, documents that need one are parked.</summary>
    public bool Create { get; set; } = true;

    internal IEnumerable<(string Reference, string Label)> All()
    {
        if (Shipping is { Length: > 0 })
            yield return (Shipping, ShippingLabel);
        if (Wrapping is { Length: > 0 })
            yield return (Wrapping, WrappingLabel);
        if (Discount is { Length: > 0 })
            yield return (Discount, DiscountLabel);
    }
}
