using ErpSync.Testing;

namespace ErpSync.PrestaShop.Tests;

/// <summary>The contract of the kinds about parties and documents, against a shop that holds some.</summary>
public sealed class SalesConformanceTests
{
    private static readonly EntityKind[] Kinds = [EntityKind.Customer, EntityKind.Address, EntityKind.Order, EntityKind.Payment, EntityKind.Invoice, EntityKind.Shipment, EntityKind.CreditNote];

    public static TheoryData<string, string> Checks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var version in new[] { "9.1.4", "8.2.1", "1.7.8" })
            {
                using var names = new ConnectorNames();
                foreach (var check in Mine(names.Connector, null))
                    data.Add(version, check.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Keeps_the_contract(string version, string check)
    {
        await using var shop = await Shop.StartAsync(version);
        var order = SalesSeed.Order(shop.Server.State);
        var other = SalesSeed.Order(shop.Server.State, draft => draft with { StateId = 2, GiftMessage = "Happy birthday", WrappingNet = 3m });
        shop.Server.State.Sales.AddMessage(other.Id, "Please ring twice");
        shop.Server.State.Sales.AddSlip(other.Id, 0m, (shop.Server.State.Sales.Details.First(row => row.Number("id_order") == other.Id).Id, 1));
        shop.Server.State.Sales.AddPayment(order.Id, 5m, transactionId: "TX-1");

        shop.Server.State.Sales.OrderCarriers[1].With(("tracking_number", "1Z-FIRST"));

        var result = await Mine(shop.Connector, shop.Clock).Single(one => one.Name == check).RunAsync();

        result.Status.Should().NotBe(ConformanceStatus.Failed, result.Message);
    }

    private static IEnumerable<ConformanceCheck> Mine(Connector connector, ManualTime? clock) => ConnectorChecks.For(connector, Setup(clock)).Where(check => check.Kind is { } kind && Kinds.Contains(kind));

    private static ConformanceSetup Setup(ManualTime? clock) => new ConformanceSetup
    {
        Domain = new FieldDomain
        {
            Languages = ["en", "fr"],
            Currency = new CurrencyCode("EUR"),
            Decimals = 6,
            MapKeys = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [nameof(Customer.Registrations)] = ["siret"] },
            Choices = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                [nameof(Customer.Language)] = ["en", "fr"],
                [nameof(Address.Country)] = ["FR", "DE", "US"],
                [nameof(Address.State)] = ["FL", "AA"],
                [nameof(Customer.Salutation)] = ["Mr.", "Mrs."],
            },
        },
        PassTime = (span, _) =>
        {
            clock?.Advance(span);
            return Task.CompletedTask;
        },
    }
    .Prepare<Shipment>(shipment => shipment with
    {
        Order = new Ref(EntityKind.Order, new RemoteId("1")),
        Customer = new Ref(EntityKind.Customer, new RemoteId("1")),
        Carrier = new Ref(EntityKind.Carrier, new RemoteId("2")),
        CarrierText = "My carrier",
        TrackingUrl = null,
        Stage = ShipmentStage.Ready,
    })
    .Kind(PartyShapes.Customer)
    .Kind(PartyShapes.Address)
    .Kind(DocumentShapes.Order)
    .Kind(DocumentShapes.Payment)
    .Kind(DocumentShapes.Invoice)
    .Kind(DocumentShapes.Shipment)
    .Kind(DocumentShapes.CreditNote)
    .LeavesOut<ICreator<Order>>("the shop makes orders of carts only, at its own prices")
    .LeavesOut<IDeleter<Order>>("orders are cancelled, not deleted")
    .LeavesOut<IKeyFinder<Invoice>>("an invoice has its order's reference, which several may share")
    .LeavesOut<ICreator<Invoice>>("the shop makes invoices by itself")
    .LeavesOut<IUpdater<Invoice>>("invoices are final")
    .LeavesOut<IDeleter<Invoice>>("invoices are final")
    .LeavesOut<IKeyFinder<Payment>>("the provider's number is not unique")
    .LeavesOut<ICreator<Payment>>("a payment that is sent does not count as paid in the shop")
    .LeavesOut<IUpdater<Payment>>("payments are final")
    .LeavesOut<IDeleter<Payment>>("payments are final")
    .LeavesOut<IKeyFinder<CreditNote>>("credit slips have no reference")
    .LeavesOut<ICreator<CreditNote>>("the shop reckons nothing of a slip that is sent")
    .LeavesOut<IUpdater<CreditNote>>("credit slips are final")
    .LeavesOut<IDeleter<CreditNote>>("credit slips are final")
    .LeavesOut<IChangeReader<Shipment>>("no date tells of a tracking number")
    .LeavesOut<IDeleter<Shipment>>("the shop keeps parcels");
}
