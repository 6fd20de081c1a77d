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

    /// <summary>Every right but <see cref="Admin"/>.</summary>
    Everyday = Admin - 1,

    /// <summary>Every right.</summary>
    All = Everyday | Admin,
}
