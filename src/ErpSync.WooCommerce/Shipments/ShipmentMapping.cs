using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Between shipments and what WooCommerce keeps of them: fulfilments where the shop has them, else an entry of the order's meta data.</summary>
internal static class ShipmentMapping
{
    /// <summary>The key under which shipments of orders lie in shops without fulfilments: a JSON list.</summary>
    public const string MetaKey = "_erpsync_shipments";

    public static RemoteId Id(long order, string parcel) => new($"{JsonValues.Invariant(order)}:{parcel}");

    public static (long Order, string Parcel)? Parse(RemoteId id) =>
        id.Value.Split(':', 2) is [var order, { Length: > 1 } parcel] && JsonValues.Number(new RemoteId(order)) is { } number ? (number, parcel) : null;

    public static Remote<Shipment> Read(JsonElement json, long order)
    {
        var meta = json.Get("meta_data").Items().Where(entry => entry.Text("key") is not null).GroupBy(entry => entry.Text("key")!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Get("value"), StringComparer.Ordinal);
        string? Text(string key) => meta.TryGetValue(key, out var value) && value.AsText() is { Length: > 0 } text ? text : null;
        return new Remote<Shipment>(Id(order, "f" + json.Text("id")), new Shipment
        {
            Order = new Ref(EntityKind.Order, RemoteId.From(order)),
            ShippedAt = JsonValues.Instant(Text("_date_fulfilled")?.TrimEnd('Z')),
            CarrierText = Text("_shipping_provider"),
            TrackingNumbers = Text("_tracking_number") is { } numbers ? numbers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToValueList() : [],
            TrackingUrl = Text("_tracking_url"),
            Lines = (meta.TryGetValue("_items", out var items) ? items : default).Items().Select(item => new ShipmentLine { OrderLine = item.Text("item_id"), Quantity = item.Whole("qty") ?? 0 }).ToValueList(),
            Stage = json.Flag("is_fulfilled") ? ShipmentStage.Shipped : ShipmentStage.Draft,
            Token = Text(Tokens.Key),
        })
        {
            ModifiedAt = JsonValues.Instant(json.Text("date_updated")?.TrimEnd('Z')),
            Label = Text("_tracking_number"),
            Native = json.Clone(),
        };
    }

    public static JsonArray Meta(Shipment value, string? token)
    {
        var entries = new List<(string Key, JsonNode? Value)>
        {
            ("_tracking_number", string.Join(", ", value.TrackingNumbers)), ("_shipping_provider", value.CarrierText ?? ""), ("_tracking_url", value.TrackingUrl ?? ""),
        };
        var lines = value.Lines.Where(line => JsonValues.Number(new RemoteId(line.OrderLine ?? "")) is not null).Select(line => (JsonNode)new JsonObject { ["item_id"] = JsonValues.Number(new RemoteId(line.OrderLine!)), ["qty"] = (long)line.Quantity }).ToArray();
        if (lines.Length > 0)
            entries.Add(("_items", new JsonArray(lines)));
        if (token is not null)
            entries.Add((Tokens.Key, token));
        return new JsonArray([.. entries.Select(entry => new JsonObject { ["key"] = entry.Key, ["value"] = entry.Value })]);
    }
}
