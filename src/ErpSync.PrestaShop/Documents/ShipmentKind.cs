using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Documents;

/// <summary>Parcels. The shop makes the first of an order by itself; its tracking number is written, and further ones are added beside it.</summary>
internal sealed class ShipmentKind(PrestaShopClient client, ShopSession session) : RowKind<Shipment>(client, session, ShipmentMapping.Resource), IKind<Shipment>
{
    /// <inheritdoc/>
    public KindProfile<Shipment> Profile { get; } = new()
    {
        ReadFields = new HashSet<string>(StringComparer.Ordinal)
        {
            nameof(Shipment.Order), nameof(Shipment.Customer), nameof(Shipment.Carrier), nameof(Shipment.CarrierText), nameof(Shipment.TrackingNumbers), nameof(Shipment.TrackingUrl), nameof(Shipment.WeightKg), nameof(Shipment.Stage),
        },
        WrittenFields = new HashSet<string>(StringComparer.Ordinal) { nameof(Shipment.TrackingNumbers) },
        Normalise = static shipment => shipment with { TrackingNumbers = ShipmentMapping.Tracking(shipment.TrackingNumbers) is { } number ? [number] : [] },
        FindBatch = 250,
        WriteBatch = 50,
    };

    /// <inheritdoc/>
    protected override async ValueTask<Beginning> BeginningAsync(CancellationToken cancellationToken) => new(0, "id_order", await FirstOrder.IdAsync(Client, Session, cancellationToken));

    /// <inheritdoc/>
    protected override string? OwnerColumn => "id_order";

    /// <inheritdoc/>
    protected override Ref? OwnerOf(Shipment record) => record.Order;

    /// <inheritdoc/>
    protected override string Fields(ShopData shop) => ShipmentMapping.Fields;

    /// <inheritdoc/>
    protected override string ListedFields(ShopData shop) => "[id,id_carrier,weight,tracking_number]";

    /// <inheritdoc/>
    protected override string? StampOf(WireRow row) => ShipmentMapping.StampOf(row);

    /// <inheritdoc/>
    protected override async Task<Func<WireRow, Remote<Shipment>>> PrepareAsync(IReadOnlyList<WireRow> rows, ShopData shop, CancellationToken cancellationToken)
    {
        var reference = await SalesReference.OfAsync(Client, Session, cancellationToken);
        var orders = await OrderHeads.ByIdAsync(Client, Session.Memory, rows.Select(row => row.Whole("id_order") ?? 0), cancellationToken);
        return row => ShipmentMapping.Read(row, orders.GetValueOrDefault(row.Whole("id_order") ?? 0), reference, shop);
    }
}
