namespace ErpSync.PrestaShop.Prices;

/// <summary>The numbers in the shop of what new prices are for: products of combinations, groups and countries.</summary>
internal sealed class PriceTargets(ShopData shop, PriceNames names, IReadOnlyDictionary<long, long> productOf, IReadOnlyDictionary<string, long?> countries)
{
    /// <summary>The product and the combination; 0 for no combination.</summary>
    public (long Product, long Variant) Owner(Ref owner)
    {
        var id = owner.IsForeign ? 0 : Rows.Number(owner.Id);
        var (product, variant) = owner.Kind == EntityKind.ProductVariant ? (productOf.GetValueOrDefault(id), id) : owner.Kind == EntityKind.Product ? (id, 0) : (0, 0);
        return product > 0 ? (product, variant)
            : throw Problem(ProblemKind.Rejected, PrestaShopCodes.OwnerMissing, $"The price is of the {owner.Kind.Name} {owner.Id}, which the shop does not have.", nameof(Price.Owner), null);
    }

    /// <summary>The group; 0 for everybody.</summary>
    public long Group(string? name) => string.IsNullOrWhiteSpace(name) ? 0
        : names.GroupOf(name) ?? throw Problem(ProblemKind.Misconfigured, PrestaShopCodes.GroupUnknown, $"The shop has no customer group '{name}'.", nameof(Price.Group), "Create the group in the back office (Customers, Groups), or map it to another.");

    /// <summary>The country; 0 for all.</summary>
    public long Country(string? code) => string.IsNullOrWhiteSpace(code) ? 0
        : countries.GetValueOrDefault(code.ToUpperInvariant()) ?? throw Problem(ProblemKind.Misconfigured, PrestaShopCodes.CountryUnknown, $"The shop has no country {code}.", nameof(Price.Country), $"The shop's own country is {shop.Taxes.Country}.");

    private static ConnectorException Problem(ProblemKind kind, string code, string message, string field, string? remedy) => new(new SyncProblem(kind, code, message) { Field = field, Remedy = remedy });
}
