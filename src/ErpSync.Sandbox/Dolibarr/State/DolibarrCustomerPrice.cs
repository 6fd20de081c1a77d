namespace ErpSync.Sandbox;

/// <summary>A price of a product for one customer, made in the screens: the API only reads it.</summary>
public sealed class DolibarrCustomerPrice : DolibarrRow
{
    /// <summary>The product.</summary>
    public int ProductId { get; set; }

    /// <summary>The third party.</summary>
    public int CustomerId { get; set; }

    /// <summary>The third party's name.</summary>
    public string CustomerName { get; set; } = "";

    /// <summary>The price without tax.</summary>
    public decimal Price { get; set; }

    /// <summary>The tax rate in per cent.</summary>
    public decimal VatRate { get; set; } = 20m;
}
