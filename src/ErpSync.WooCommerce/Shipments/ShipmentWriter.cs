using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>
/// Tells the shop of shipments: as fulfilments where the feature is on, else as meta data of the order and a note, which goes to the customer only where mails are allowed.
/// </summary>
internal sealed class ShipmentWriter(WooSession session) : ICreator<Shipment>, IUpdater<Shipment>
{
    public Task<IReadOnlyList<WriteResult<Shipment>>> CreateAsync(IReadOnlyList<Creation<Shipment>> batch, CancellationToken cancellationToken) => Results.EachAsync<Shipment, Creation<Shipment>>(batch, static _ => null, async (creation, token) =>
    {
        var run = await session.RunAsync(token);
        var order = (creation.Value.Order is { IsForeign: false } pointer ? JsonValues.Number(pointer.Id) : null) ?? throw NotFound();
        if (run.Setup.HasFulfillments)
        {
            var row = await session.Client.PostAsync($"orders/{JsonValues.Invariant(order)}/fulfillments", Body(creation.Value, creation.Token), token);
            var stored = ShipmentMapping.Read(row, order);
            return new WriteResult<Shipment>.Written(stored.Id, stored);
        }

        var parcels = await ShipmentReader.ParcelsAsync(session, order, token) ?? throw NotFound();
        var known = parcels.OfType<JsonObject>().FirstOrDefault(parcel => parcel["token"]?.ToString() == creation.Token);
        if (known is null)
            parcels.Add((JsonNode)(known = new JsonObject { ["token"] = creation.Token, ["id"] = "m" + Prints.Of(creation.Token) }));
        Fill(known, creation.Value);
        await SaveAsync(order, parcels, creation.Value, creation.MayMail, token);
        var made = ShipmentReader.Read(known, order);
        return new WriteResult<Shipment>.Written(made.Id, made);
    }, session.Client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Shipment>>> UpdateAsync(IReadOnlyList<Revision<Shipment>> batch, CancellationToken cancellationToken) => Results.EachAsync<Shipment, Revision<Shipment>>(batch, static revision => revision.Current.Id, async (revision, token) =>
    {
        await session.RunAsync(token);
        var (order, parcel) = ShipmentMapping.Parse(revision.Current.Id) ?? throw NotFound();
        if (parcel[0] == 'f')
        {
            var row = await session.Client.PutAsync($"orders/{JsonValues.Invariant(order)}/fulfillments/{parcel[1..]}", Body(revision.Wanted, null), token);
            var stored = ShipmentMapping.Read(row, order);
            return new WriteResult<Shipment>.Written(stored.Id, stored);
        }

        var parcels = await ShipmentReader.ParcelsAsync(session, order, token) ?? throw NotFound();
        var known = parcels.OfType<JsonObject>().FirstOrDefault(entry => entry["id"]?.ToString() == parcel) ?? throw NotFound();
        Fill(known, revision.Wanted);
        await SaveAsync(order, parcels, revision.Wanted, revision.MayMail, token);
        return new WriteResult<Shipment>.Written(revision.Current.Id, ShipmentReader.Read(known, order));
    }, session.Client.Connection, cancellationToken);

    private static JsonObject Body(Shipment value, string? token)
    {
        var isShipped = value.Stage is null or ShipmentStage.Shipped or ShipmentStage.Delivered;
        return new JsonObject { ["status"] = isShipped ? "fulfilled" : "unfulfilled", ["is_fulfilled"] = isShipped, ["meta_data"] = ShipmentMapping.Meta(value, token) };
    }

    private static void Fill(JsonObject parcel, Shipment value)
    {
        parcel["numbers"] = new JsonArray([.. value.TrackingNumbers.Select(number => (JsonNode)JsonValue.Create(number)!)]);
        parcel["carrier"] = value.CarrierText;
        parcel["url"] = value.TrackingUrl;
    }

    private async Task SaveAsync(long order, JsonArray parcels, Shipment value, bool mayMail, CancellationToken cancellationToken)
    {
        var path = $"orders/{JsonValues.Invariant(order)}";
        await session.Client.PutAsync(path, new JsonObject { ["meta_data"] = new JsonArray(new JsonObject { ["key"] = ShipmentMapping.MetaKey, ["value"] = parcels.ToJsonString() }) }, cancellationToken);
        if (value.TrackingNumbers.Count == 0)
            return;
        var words = $"{value.CarrierText} {string.Join(", ", value.TrackingNumbers)} {value.TrackingUrl}".Trim();
        await session.Client.PostAsync(path + "/notes", new JsonObject { ["note"] = Texts.Encode(words), ["customer_note"] = mayMail }, cancellationToken);
    }

    private static ConnectorException NotFound() => new(new SyncProblem(ProblemKind.NotFound, WooCodes.NotFound, "The shop has no such order or shipment.") { EntityKind = Shipment.Kind });
}
