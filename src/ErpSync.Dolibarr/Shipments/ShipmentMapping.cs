using System.Text.Json;
using System.Text.RegularExpressions;

namespace ErpSync.Dolibarr;

/// <summary>Between shipments and records: pure functions.</summary>
internal static partial class ShipmentMapping
{
    public const string Element = "expedition";

    public static Remote<Shipment> Read(JsonElement json, DolibarrSetup setup, DolibarrOptions options, ExtraFieldBook fields, Func<long, EntityKind> productKind)
    {
        var row = new RowReader(json, EntityKind.Shipment);
        var lines = new List<ShipmentLine>();
        foreach (var item in json.Get("lines").Items())
        {
            var product = item.Whole("fk_product") is { } id and > 0 ? id : (long?)null;
            lines.Add(new ShipmentLine
            {
                Product = product is { } number ? new Ref(productKind(number), RemoteId.From(number)) : null,
                OrderLine = item.Text("origin_line_id") ?? item.Text("fk_elementdet") ?? item.Text("fk_origin_line"),
                Reference = item.Text("product_ref") ?? item.Text("ref"),
                Label = Notes.Plain(item.Text("product_label")),
                Quantity = item.Text("qty_shipped") is { } shipped && JsonValues.TryNumber(shipped, out var quantity) ? quantity : throw row.Unreadable("qty_shipped", "A line of the shipment has no quantity."),
                Warehouse = item.Whole("entrepot_id") is { } warehouse and > 0 ? new Ref(EntityKind.Warehouse, RemoteId.From(warehouse)) : null,
            });
        }

        var (numbers, note) = TrackingText.Read(row.Text("tracking_number"), Notes.Read(row.Text("note_private")));
        var order = row.Whole("origin_id") is { } origin and > 0 && row.Text("origin_type") is null or "commande" ? row.Whole("origin_id") : DocumentHead.Links(json, "commande") is [var linked, ..] ? linked : null;
        return new Remote<Shipment>(RemoteId.From(row.Id), new Shipment
        {
            Number = row.Text("ref") is { } reference && !reference.StartsWith("(PROV", StringComparison.Ordinal) ? reference : null,
            Order = order is { } orderId and > 0 ? new Ref(EntityKind.Order, RemoteId.From(orderId)) : null,
            Customer = row.Whole("socid") is { } party and > 0 ? new Ref(EntityKind.Customer, RemoteId.From(party)) : null,
            Date = DocumentDates.Read(row, "date_shipping", setup) ?? DocumentDates.Read(row, "date_expedition", setup) ?? DocumentDates.Read(row, "date_valid", setup),
            Lines = lines.ToValueList(),
            Carrier = row.Whole("shipping_method_id") is { } carrier and > 0 ? new Ref(EntityKind.Carrier, RemoteId.From(carrier)) : null,
            CarrierText = row.Text("shipping_method"),
            TrackingNumbers = numbers,
            TrackingUrl = row.Text("tracking_url") is { } html && Link().Match(html) is { Success: true } link ? System.Net.WebUtility.HtmlDecode(link.Groups["url"].Value) : null,
            Warehouse = lines.Select(line => line.Warehouse).Distinct().ToList() is [var only] ? only : null,
            Stage = (row.Text("status") ?? row.Text("statut")) switch { "1" => ShipmentStage.Ready, "2" => ShipmentStage.Delivered, "-1" => ShipmentStage.Cancelled, _ => ShipmentStage.Draft },
            Note = note,
            Custom = fields.Read(json, Element, options.ShipmentFields, setup.OffsetAt),
            Token = row.Text("ref_ext"),
        })
        {
            Label = row.Text("ref"),
            Stamp = Stamp(json),
            Native = json,
        };
    }

    /// <summary>Shipments tell no date of their last change: what may change after they were made.</summary>
    public static string Stamp(JsonElement json) => Prints.Of(json.Text("status") ?? json.Text("statut"), json.Text("tracking_number"), json.Text("shipping_method_id"), json.Text("note_private"), json.Get("array_options").ValueKind == JsonValueKind.Object ? json.Get("array_options").GetRawText() : "");

    public static Shipment Normalise(Shipment value, DolibarrSetup setup, DolibarrOptions options, ExtraFieldBook fields) => value with
    {
        TrackingNumbers = TrackingText.Normalise(value.TrackingNumbers, setup),
        Stage = Fold(value.Stage ?? ShipmentStage.Draft),
        Note = TrackingText.Read(null, Notes.Normalise(value.Note, setup)).Note,
        Custom = fields.Normalise(value.Custom, Element, options.ShipmentFields, setup),
    };

    /// <summary>The stage that a shipment would have if it were written with this one: validated and on its way are one in Dolibarr.</summary>
    public static ShipmentStage Fold(ShipmentStage stage) => stage == ShipmentStage.Shipped ? ShipmentStage.Ready : stage;

    [GeneratedRegex("href=\"(?<url>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Link();
}
