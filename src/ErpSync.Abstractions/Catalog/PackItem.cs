namespace ErpSync;

/// <summary>One article in a pack or group.</summary>
/// <param name="Product">The product or variant.</param>
/// <param name="Quantity">How many of it; 1 in groups.</param>
public sealed record PackItem(Ref Product, decimal Quantity = 1);
