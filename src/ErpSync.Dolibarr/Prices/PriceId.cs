namespace ErpSync.Dolibarr;

/// <summary>Ids of prices beside the product's own: <c>12/level/2</c>, and for those that can only be read <c>12/customer/5</c> and <c>12/quantity/7</c>.</summary>
/// <param name="Product">The product or variant.</param>
/// <param name="Sort">Which of the three.</param>
/// <param name="Number">The level, or the row.</param>
internal readonly record struct PriceId(long Product, string Sort, long Number)
{
    public const string Level = "level";
    public const string Customer = "customer";
    public const string Quantity = "quantity";

    public RemoteId ToRemoteId() => new($"{JsonValues.Invariant(Product)}/{Sort}/{JsonValues.Invariant(Number)}");

    /// <summary>Null when the id is not of this form.</summary>
    public static PriceId? Parse(RemoteId id) =>
        id.Value.Split('/') is [var product, var sort, var number] && (sort is Level or Customer or Quantity) && Numbers.Of(new RemoteId(product)) is { } owner && Numbers.Of(new RemoteId(number)) is { } row
            ? new PriceId(owner, sort, row)
            : null;
}
