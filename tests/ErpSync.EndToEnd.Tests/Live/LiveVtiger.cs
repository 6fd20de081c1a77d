using ErpSync.Testing;

namespace ErpSync.EndToEnd.Tests.Live;

/// <summary>What the checks of a live vtiger leave out. Its user needs 5 currency decimals; documents are made without taxes, because the taxes of the server are not known.</summary>
internal static class LiveVtiger
{
    public static ConformanceSetup Setup(Connector connector)
    {
        var setup = new ConformanceSetup
        {
            ValuesPerField = 2,
            Domain = new FieldDomain
            {
                Decimals = 2,
                QuantityDecimals = 2,
                Largest = 10_000,
                LineLength = 24,
                TextLength = 1000,
                Choices = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
                {
                    [nameof(Order.Stage)] = ["Draft", "Cancelled"],
                    [nameof(Address.Country)] = ["FR", "DE", "NL"],
                },
            },
        };
        setup.Kind(PartyShapes.Customer).Kind(PartyShapes.Contact).Kind(PartyShapes.Address).Kind(PartyShapes.Lead).Kind(PartyShapes.Supplier).Kind(PartyShapes.Deal);
        setup = LiveServers.Leave<Product>(setup, connector);
        setup = LiveServers.Leave<StockLevel>(setup, connector);
        setup = LiveServers.Leave<Customer>(setup, connector);
        setup = LiveServers.Leave<Contact>(setup, connector);
        setup = LiveServers.Leave<Address>(setup, connector);
        setup = LiveServers.Leave<Lead>(setup, connector);
        setup = LiveServers.Leave<Supplier>(setup, connector);
        setup = LiveServers.Leave<Deal>(setup, connector);
        return setup.LeavesOut(EntityKind.Category, "not served").LeavesOut(EntityKind.ProductVariant, "not served").LeavesOut(EntityKind.ProductImage, "not served").LeavesOut(EntityKind.Price, "not served");
    }
}
