namespace ErpSync.Sandbox;

/// <summary>The user rights that the simulated endpoints ask for.</summary>
[Flags]
public enum DolibarrRights
{
    /// <summary>No right: most endpoints answer 403 (401 in version 18).</summary>
    None = 0,

    /// <summary>Read products and services.</summary>
    ProductRead = 1 << 0,

    /// <summary>Create and change products, link them to categories, write variants.</summary>
    ProductWrite = 1 << 1,

    /// <summary>Delete products.</summary>
    ProductDelete = 1 << 2,

    /// <summary>Read categories.</summary>
    CategoryRead = 1 << 3,

    /// <summary>Create and change categories.</summary>
    CategoryWrite = 1 << 4,

    /// <summary>Delete categories.</summary>
    CategoryDelete = 1 << 5,

    /// <summary>Read warehouses and levels.</summary>
    StockRead = 1 << 6,

    /// <summary>Create, change and delete warehouses.</summary>
    StockWrite = 1 << 7,

    /// <summary>Read stock movements.</summary>
    MovementRead = 1 << 8,

    /// <summary>Post stock movements.</summary>
    MovementWrite = 1 << 9,

    /// <summary>Read constants, modules and the own company.</summary>
    Admin = 1 << 10,

    /// <summary>Read third parties and contacts.</summary>
    ThirdPartyRead = 1 << 11,

    /// <summary>Create and change third parties and contacts.</summary>
    ThirdPartyWrite = 1 << 12,

    /// <summary>Delete third parties and contacts.</summary>
    ThirdPartyDelete = 1 << 13,

    /// <summary>Read sales orders.</summary>
    OrderRead = 1 << 14,

    /// <summary>Create, change, validate and close sales orders.</summary>
    OrderWrite = 1 << 15,

    /// <summary>Delete sales orders.</summary>
    OrderDelete = 1 << 16,

    /// <summary>Read invoices and payments.</summary>
    InvoiceRead = 1 << 17,

    /// <summary>Create, change, validate and pay invoices.</summary>
    InvoiceWrite = 1 << 18,

    /// <summary>Delete draft invoices.</summary>
    InvoiceDelete = 1 << 19,

    /// <summary>Read shipments.</summary>
    ShipmentRead = 1 << 20,

    /// <summary>Create, change, validate and close shipments.</summary>
    ShipmentWrite = 1 << 21,

    /// <summary>Delete shipments.</summary>
    ShipmentDelete = 1 << 22,

    /// <summary>Read bank accounts.</summary>
    BankRead = 1 << 23,

    /// <summary>Create bank accounts.</summary>
    BankWrite = 1 << 24,

    /// <summary>See all customers (<c>societe client voir</c>): without it lists show only those that the user is the sales representative of, here none.</summary>
    AllCustomers = 1 << 25,

    /// <summary>Every right but <see cref="Admin"/>.</summary>
    Everyday = All & ~Admin,

    /// <summary>Every right.</summary>
    All = (1 << 26) - 1,
}
