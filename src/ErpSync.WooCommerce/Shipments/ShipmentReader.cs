using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Reads shipments: fulfilments cost a request per order that has some, shipments in meta data come with the list of orders.</summary>
internal sealed class ShipmentReader(WooSession session) : IKind<Shipment>, IReader<Shipment>, ILister<Shipment>, IFinder<Shipment>, ITokenFinder<Shipment>
{
    public KindProfile<Shipment> Profile => new()
    {
        ReadFields = new HashSet<string>(StringComparer.Ordinal) { nameof(Shipment.Order), nameof(Shipment.CarrierText), nameof(Shipment.TrackingNumbers), nameof(Shipment.TrackingUrl) },
        WrittenFields = new HashSet<string>(StringComparer.Ordinal) { nameof(Shipment.CarrierText), nameof(Shipment.TrackingNumbers), nameof(Shipment.TrackingUrl) },
        Normalise = static value => value with { CarrierText = ProductMapping.Trimmed(value.CarrierText), TrackingUrl = ProductMapping.Trimmed(value.TrackingUrl) },
        WriteBatch = 20,
        WriteTimeout = session.Options.AttemptTimeout,
    };

    public async IAsyncEnumerable<ReadResult<Shipment>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in session.Pager.ReadAsync("orders?_fields=id,meta_data", OrderReader.Element, cancellationToken))
        {
            if (item.Problem is not null)
            {
                yield return ReadResult<Shipment>.Bad(item.Problem with { EntityKind = Shipment.Kind });
                continue;
            }

            foreach (var record in await OfAsync(item.Value, run, cancellationToken))
                yield return ReadResult<Shipment>.Of(record);
        }
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in ReadAsync(cancellationToken))
            yield return result.Record is { } record ? new Listed(record.Id, record.Stamp) : throw new ConnectorException(result.Problem!);
    }

    public async IAsyncEnumerable<ReadResult<Shipment>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var wanted = ids.ToHashSet();
        foreach (var order in ids.Select(ShipmentMapping.Parse).OfType<(long Order, string)>().Select(id => id.Order).Distinct())
        {
            if (await session.Client.FindAsync($"orders/{JsonValues.Invariant(order)}?_fields=id,meta_data", cancellationToken) is not { } json)
                continue;
            foreach (var record in (await OfAsync(json, run, cancellationToken)).Where(record => wanted.Contains(record.Id)))
                yield return ReadResult<Shipment>.Of(record);
        }
    }

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        await foreach (var result in ReadAsync(cancellationToken))
        {
            if (result.Record is { Value.Token: { } token } record && tokens.Contains(token) && (!found.TryGetValue(token, out var known) || record.Id.CompareTo(known) < 0))
                found[token] = record.Id;
        }

        return found;
    }

    /// <summary>The shipments in the meta data of an order; null when there is no such order.</summary>
    public static async Task<JsonArray?> ParcelsAsync(WooSession session, long order, CancellationToken cancellationToken) =>
        await session.Client.FindAsync($"orders/{JsonValues.Invariant(order)}?_fields=id,meta_data", cancellationToken) is { } json ? Parcels(json) : null;

    public static Remote<Shipment> Read(JsonObject parcel, long order)
    {
        var shipment = new Shipment
        {
            Order = new Ref(EntityKind.Order, RemoteId.From(order)),
            CarrierText = parcel["carrier"]?.ToString(),
            TrackingNumbers = (parcel["numbers"] as JsonArray ?? []).Select(number => number?.ToString() ?? "").ToValueList(),
            TrackingUrl = parcel["url"]?.ToString(),
            Stage = ShipmentStage.Shipped,
            Token = parcel["token"]?.ToString(),
        };
        return new Remote<Shipment>(ShipmentMapping.Id(order, parcel["id"]?.ToString() ?? "m0"), shipment) { Label = shipment.TrackingNumbers.FirstOrDefault(), Stamp = Stamp(shipment) };
    }

    private async Task<IReadOnlyList<Remote<Shipment>>> OfAsync(JsonElement order, WooRun run, CancellationToken cancellationToken)
    {
        var id = order.Whole("id") ?? 0;
        var records = Parcels(order).OfType<JsonObject>().Select(parcel => Read(parcel, id)).ToList();
        if (run.Setup.HasFulfillments && order.Get("meta_data").Items().Any(meta => meta.Text("key") == "_fulfillment_status"))
        {
            var rows = await session.Client.GetAsync($"orders/{JsonValues.Invariant(id)}/fulfillments", cancellationToken);
            records.AddRange(rows.Items().Select(row => ShipmentMapping.Read(row, id)).Select(record => record with { Stamp = Stamp(record.Value) }));
        }

        return records;
    }

    private static JsonArray Parcels(JsonElement order)
    {
        var text = order.Get("meta_data").Items().Where(meta => meta.Text("key") == ShipmentMapping.MetaKey).Select(meta => meta.Text("value")).FirstOrDefault();
        try
        {
            return text is null ? [] : JsonNode.Parse(text) as JsonArray ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Stamp(Shipment value) => "s1:" + Prints.Of($"{value.CarrierText}|{string.Join(',', value.TrackingNumbers)}|{value.TrackingUrl}");
}
