using ErpSync.PrestaShop.Parties;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Documents;

/// <summary>Parcels: from rows to records.</summary>
internal static class ShipmentMapping
{
    /// <summary>The resource.</summary>
    public const string Resource = "order_carriers";

    /// <summary>The fields of a record.</summary>
    public const string Fields = "[id,id_order,id_carrier,weight,tracking_number,date_add]";

    private const int LongestNumber = 64;

    /// <summary>The stamp of a row: no date tells of a tracking number.</summary>
    public static string StampOf(WireRow row) => Stamp.Of("s1", row.Text("tracking_number"), row.Text("weight"), row.Text("id_carrier"));

    /// <summary>The record in a row.</summary>
    public static Remote<Shipment> Read(WireRow row, WireRow? order, SalesReference reference, ShopData shop)
    {
        var carrier = row.Whole("id_carrier") ?? 0;
        var state = order?.Whole("current_state") ?? 0;
        var tracking = row.Filled("tracking_number");
        var shipment = new Shipment
        {
            Number = row.Text("id"),
            Order = OrderHeads.Of(order),
            Customer = OrderHeads.Customer(order),
            Date = CustomerMapping.Day(row.Text("date_add")),
            Carrier = reference.Carriers.Of(carrier),
            CarrierText = reference.Carriers.Name(carrier),
            TrackingNumbers = tracking is null ? [] : [tracking],
            TrackingUrl = reference.Carriers.Url(carrier, tracking),
            WeightKg = shop.Weight?.ToKilograms(row.Number("weight")),
            Stage = reference.OrderStates.StageOf(state) switch
            {
                OrderStage.Completed => ShipmentStage.Delivered,
                OrderStage.Cancelled or OrderStage.Failed => ShipmentStage.Cancelled,
                _ => reference.OrderStates.IsShipped(state) ? ShipmentStage.Shipped : ShipmentStage.Ready,
            },
        };
        return new Remote<Shipment>(RemoteId.From(row.Id), shipment) { Label = $"{order?.Filled("reference")} {tracking}".Trim(), Stamp = StampOf(row), Native = row };
    }

    /// <summary>One number as the shop holds it: several are joined, what it refuses is taken out. Null for none.</summary>
    public static string? Tracking(ValueList<string> numbers)
    {
        var joined = string.Join(", ", numbers.Select(number => string.Concat(number.Where(IsAllowed)).Trim()).Where(number => number.Length > 0));
        return joined.Length == 0 ? null : joined[..Math.Min(joined.Length, LongestNumber)].TrimEnd(' ', ',');
    }

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || "~:#,%&_=()[].? +-@/".Contains(character, StringComparison.Ordinal);
}
