namespace ErpSync.PrestaShop.Tests;

/// <summary>Records to write.</summary>
internal static class Samples
{
    public static CurrencyCode Euro { get; } = new("EUR");

    public static Product Product(string? reference, decimal price = 10m) => new()
    {
        Reference = reference,
        Name = LocalizedText.From([new("en", $"Hose {reference}"), new("fr", $"Tuyau {reference}")]),
        PriceNet = new Money(price, Euro),
        Taxes = [new TaxRate(20)],
        Active = true,
        IsService = false,
    };

    public static ProductVariant Variant(long product, string reference, string size, decimal price) => new()
    {
        Product = new Ref(EntityKind.Product, RemoteId.From(product)),
        Reference = reference,
        Options = [new VariantOption("Size", size)],
        PriceNet = new Money(price, Euro),
    };

    public static RemoteId Id<T>(this WriteResult<T> result)
        where T : class, IEntity => result.Should().BeOfType<WriteResult<T>.Written>().Subject.Id;

    public static SyncProblem Problem<T>(this WriteResult<T> result)
        where T : class, IEntity => result.Should().BeOfType<WriteResult<T>.Failed>().Subject.Problem;
}
