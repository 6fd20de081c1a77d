namespace ErpSync.Dolibarr.Tests;

/// <summary>What the profiles tell of writers: Dolibarr races on numbers and on stock, whichever records are written.</summary>
public sealed class WriterTests
{
    [Fact]
    public async Task Kinds_that_number_or_move_stock_share_the_one_writer_of_the_connection()
    {
        await using var erp = await Trade.StartAsync();

        Profiles(erp.Connector).Where(kind => kind.Shares).Select(kind => kind.Name).Should().BeEquivalentTo(
            "address", "contact", "credit-note", "customer", "invoice", "order", "payment", "shipment", "stock-level", "supplier");
        Profiles(erp.Connector).Where(kind => kind.Shares).Should().OnlyContain(kind => kind.Writers == 1);
    }

    [Fact]
    public async Task Kinds_that_do_not_race_keep_writers_of_their_own()
    {
        await using var erp = await Trade.StartAsync();

        Profiles(erp.Connector).Where(kind => !kind.Shares).Select(kind => (kind.Name, kind.Writers)).Should().BeEquivalentTo(
            [("category", 1), ("price", 1), ("product", 2), ("product-image", 1), ("product-variant", 1), ("supplier-price", 1)]);
    }

    private static List<(string Name, int Writers, bool Shares)> Profiles(Connector connector)
    {
        return
        [
            Of<Category>(), Of<Product>(), Of<ProductVariant>(), Of<Price>(), Of<StockLevel>(), Of<ProductImage>(), Of<Supplier>(), Of<SupplierPrice>(),
            Of<Customer>(), Of<Contact>(), Of<Address>(), Of<Order>(), Of<Invoice>(), Of<CreditNote>(), Of<Payment>(), Of<Shipment>(),
        ];

        (string, int, bool) Of<T>()
            where T : class, IEntity => connector.Get<IKind<T>>().Profile is var profile ? (T.Kind.Name, profile.Writers, profile.SharesWriter) : default;
    }
}
