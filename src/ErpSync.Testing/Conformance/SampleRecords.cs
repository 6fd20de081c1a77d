namespace ErpSync.Testing;

/// <summary>Builds valid records to create.</summary>
internal static class SampleRecords
{
    private static readonly HashSet<string> Essential =
    [
        nameof(Product.Name), nameof(Product.Reference), nameof(Product.PriceNet), nameof(ProductVariant.Options), nameof(Price.Net), nameof(ProductImage.Content),
        nameof(Customer.Code), nameof(Customer.FirstName), nameof(Customer.LastName), nameof(Customer.Email), nameof(Address.Line1), nameof(Address.Postcode), nameof(Address.City),
        nameof(Address.Country), nameof(SupplierPrice.Supplier), nameof(Deal.ClosingDate), nameof(Order.Date), nameof(Order.Lines), nameof(Order.BillTo), nameof(Order.DeliverTo), nameof(Order.Currency),
        nameof(Payment.Amount),
    ];

    /// <summary>Kinds that no system keeps without what they point to.</summary>
    private static readonly HashSet<EntityKind> Documents = [EntityKind.Order, EntityKind.Invoice, EntityKind.CreditNote, EntityKind.Payment, EntityKind.Shipment];

    private static readonly HashSet<string> EssentialPointers = [nameof(Order.Customer), nameof(Invoice.Order), nameof(Payment.Invoice)];

    /// <summary>Whether a kind is one of documents.</summary>
    public static bool IsDocument(EntityKind kind) => Documents.Contains(kind);

    public static async Task<T> MakeAsync<T>(KindCheck<T> check, bool full)
        where T : class, IEntity
    {
        var isOurs = typeof(T).Assembly == typeof(IEntity).Assembly;
        var isDocument = Documents.Contains(T.Kind);
        var targets = (full || isDocument || !isOurs) && check.ReadFields.Any(field => KindCheck<T>.HoldsPointers(field)) ? await check.TargetsAsync() : [];
        var value = check.Shape.Empty();
        foreach (var field in check.ReadFields.Where(field => full || !isOurs || Essential.Contains(field.Name) || (isDocument && EssentialPointers.Contains(field.Name))))
            value = check.Session.Values.Vary(field, value, targets) ?? value;
        if (check.Shape.Ownership is { } ownership && check.Shape.DependsOn.Count > 0 && await check.Session.MakeAsync(check.Shape.DependsOn[0]) is { } owner)
            value = ownership.WithOwner(value, owner);
        return check.Session.Setup.Prepared(Finish(check, value));
    }

    private static T Finish<T>(KindCheck<T> check, T value)
        where T : class, IEntity
    {
        bool? Read(string field) => check.ReadFields.Any(candidate => candidate.Name == field) ? true : null;
        return value switch
        {
            Product product => (T)(object)(product with { Reference = check.Session.NextReference(), Active = Read(nameof(Product.Active)), IsService = Read(nameof(Product.IsService)) is null ? null : false }),
            ProductVariant variant => (T)(object)(variant with { Reference = check.Session.NextReference() }),
            Category category => (T)(object)(category with { Active = Read(nameof(Category.Active)) }),
            ProductImage image => (T)(object)(image with { IsCover = true }),
            _ => value,
        };
    }
}
