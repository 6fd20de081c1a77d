using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Reads shipments. There is no look-up by reference: filters find them.</summary>
internal sealed class ShipmentReader(TradeSession session) : RecordReader<Shipment>(session, "shipments"), IKind<Shipment>
{
    public KindProfile<Shipment> Profile
    {
        get
        {
            var (setup, options) = (Session.Setup, Session.Options);
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Shipment.Order), nameof(Shipment.Customer), nameof(Shipment.Lines), nameof(Shipment.Carrier), nameof(Shipment.TrackingNumbers), nameof(Shipment.Warehouse), nameof(Shipment.Stage), nameof(Shipment.Note), nameof(Shipment.Custom),
            };
            if (options.ShipmentFields.Count == 0)
                read.Remove(nameof(Shipment.Custom));
            var written = new HashSet<string>(StringComparer.Ordinal) { nameof(Shipment.Carrier), nameof(Shipment.TrackingNumbers), nameof(Shipment.Stage), nameof(Shipment.Note), nameof(Shipment.Custom) };
            written.IntersectWith(read);
            return new KindProfile<Shipment> { ReadFields = read, WrittenFields = written, Normalise = value => ShipmentMapping.Normalise(value, setup, options, Session.ExtraFields), DateTrust = DateTrust.Partial, WriteBatch = 20, Writers = 1, SharesWriter = true, WriteTimeout = options.AttemptTimeout };
        }
    }

    protected override string ListProperties => "id,status,statut,tracking_number,shipping_method_id,note_private,array_options";

    protected override string? StampOf(JsonElement row) => ShipmentMapping.Stamp(row);

    internal override async Task<Remote<Shipment>> MapAsync(JsonElement row, TradeRun run, CancellationToken cancellationToken) =>
        ShipmentMapping.Read(row, run.Setup, run.Options, run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown, await ProductKinds.OfAsync(row, run, cancellationToken));
}
