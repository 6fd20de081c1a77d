namespace ErpSync.PrestaShop.Products;

/// <summary>What the writer of products must know beside the product.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Options">The settings.</param>
/// <param name="Books">Features and tags.</param>
/// <param name="WordProblem">Why features or tags are missing; null when none is.</param>
/// <param name="ProductOf">The products of the combinations that packs hold.</param>
internal sealed record ProductContext(ShopData Shop, PrestaShopOptions Options, WordBooks Books, SyncProblem? WordProblem, IReadOnlyDictionary<long, long> ProductOf);
