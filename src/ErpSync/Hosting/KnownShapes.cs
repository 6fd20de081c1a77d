namespace ErpSync;

/// <summary>The shapes of ErpSync's own records, by type.</summary>
internal static class KnownShapes
{
    private static readonly Dictionary<Type, object> Shapes = new()
    {
        [typeof(Category)] = CatalogShapes.Category,
        [typeof(Product)] = CatalogShapes.Product,
        [typeof(ProductVariant)] = CatalogShapes.ProductVariant,
        [typeof(StockLevel)] = CatalogShapes.StockLevel,
        [typeof(ProductImage)] = CatalogShapes.ProductImage,
        [typeof(Price)] = CatalogShapes.Price,
        [typeof(SupplierPrice)] = CatalogShapes.SupplierPrice,
        [typeof(Manufacturer)] = PartyShapes.Manufacturer,
        [typeof(Customer)] = PartyShapes.Customer,
        [typeof(Contact)] = PartyShapes.Contact,
        [typeof(Address)] = PartyShapes.Address,
        [typeof(Supplier)] = PartyShapes.Supplier,
        [typeof(Lead)] = PartyShapes.Lead,
        [typeof(Deal)] = PartyShapes.Deal,
        [typeof(Order)] = DocumentShapes.Order,
        [typeof(Invoice)] = DocumentShapes.Invoice,
        [typeof(CreditNote)] = DocumentShapes.CreditNote,
        [typeof(Payment)] = DocumentShapes.Payment,
        [typeof(Shipment)] = DocumentShapes.Shipment,
        [typeof(OrderStatus)] = ReferenceShapes.OrderStatus,
        [typeof(Carrier)] = ReferenceShapes.Carrier,
        [typeof(PaymentMethod)] = ReferenceShapes.PaymentMethod,
        [typeof(BankAccount)] = ReferenceShapes.BankAccount,
        [typeof(Tax)] = ReferenceShapes.Tax,
        [typeof(Currency)] = ReferenceShapes.Currency,
        [typeof(Warehouse)] = ReferenceShapes.Warehouse,
        [typeof(Language)] = ReferenceShapes.Language,
        [typeof(Country)] = ReferenceShapes.Country,
        [typeof(CountryState)] = ReferenceShapes.CountryState,
        [typeof(Storefront)] = ReferenceShapes.Storefront,
        [typeof(CustomerGroup)] = ReferenceShapes.CustomerGroup,
        [typeof(Coupon)] = ReferenceShapes.Coupon,
    };

    public static Shape<T> Of<T>()
        where T : class, IEntity =>
        Shapes.TryGetValue(typeof(T), out var shape)
            ? (Shape<T>)shape
            : throw new ErpSyncConfigurationException($"ErpSync has no shape for {typeof(T).Name}. Give one: pair.Sync(shape, ...).");
}
