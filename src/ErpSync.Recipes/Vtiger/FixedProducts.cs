namespace ErpSync.Recipes;

/// <summary>Products that are made once and then left alone, but for their code.</summary>
/// <param name="mayEnd">Whether they may be marked as inactive.</param>
internal sealed class FixedProducts(bool mayEnd) : KindDecorator<Product>
{
    public override KindProfile<Product> Profile(KindProfile<Product> profile) => profile with
    {
        WrittenFields = new HashSet<string>(mayEnd ? [nameof(Product.Reference), nameof(Product.Active)] : [nameof(Product.Reference)], StringComparer.Ordinal),
    };
}
