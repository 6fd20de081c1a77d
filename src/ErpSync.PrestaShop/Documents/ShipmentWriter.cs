using System.Xml.Linq;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Documents;

/// <summary>Writes tracking numbers: into the parcel, or for a new shipment into the order's parcel that has none yet, else beside it. The shop mails the customer only when asked to.</summary>
internal sealed class ShipmentWriter(PrestaShopClient client, ShopSession session) : ICreator<Shipment>, IUpdater<Shipment>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Shipment>>> CreateAsync(IReadOnlyList<Creation<Shipment>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var reference = await SalesReference.OfAsync(client, session, cancellationToken);
        var orders = batch.Select(creation => OrderOf(creation.Value)).ToList();
        var parcels = await Children.OfAsync(client, ShipmentMapping.Resource, ShipmentMapping.Fields, "id_order", orders, cancellationToken);
        var heads = await OrderHeads.ByIdAsync(client, new RunMemory(), orders.Where(id => id > 0), cancellationToken);
        var taken = new HashSet<long>();
        // Only a number shows later that the parcel is in use: a shipment without one never takes it.
        var free = orders.Select((order, place) => ShipmentMapping.Tracking(batch[place].Value.TrackingNumbers) is null
            ? null
            : parcels[order].OrderBy(row => row.Id).FirstOrDefault(row => row.Filled("tracking_number") is null && taken.Add(row.Id))).ToList();
        var results = new WriteResult<Shipment>[batch.Count];
        var news = WriteBatch<Shipment>.Of([.. Enumerable.Range(0, batch.Count)], client.Connection, place => free[place] is null ? New(batch[place].Value, heads.GetValueOrDefault(orders[place]), reference, shop) : null, _ => null);
        var create = new BulkCreate(client, session, ShipmentMapping.Resource)
        {
            IdentityFields = "[id,id_order,tracking_number]",
            IsSame = (record, row) => record.Element("id_order")?.Value == row.Text("id_order") && record.Element("tracking_number")?.Value == row.Text("tracking_number"),
        };
        var created = news.Results(await create.SendAsync(news.Records, cancellationToken));
        for (var place = 0; place < batch.Count; place++)
            results[place] = created[place];
        var adopted = Enumerable.Range(0, batch.Count).Where(place => free[place] is not null).ToList();
        foreach (var group in adopted.GroupBy(place => batch[place].MayMail))
        {
            var places = group.ToList();
            var problems = await PatchAsync(places.ConvertAll(place => (free[place]!.Id, ShipmentMapping.Tracking(batch[place].Value.TrackingNumbers))), group.Key, shop, cancellationToken);
            for (var at = 0; at < places.Count; at++)
            {
                results[places[at]] = problems[at] is { } problem
                    ? new WriteResult<Shipment>.Failed(WriteFaults.For<Shipment>(problem, null))
                    : new WriteResult<Shipment>.Written(RemoteId.From(free[places[at]]!.Id));
            }
        }

        return results;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Shipment>>> UpdateAsync(IReadOnlyList<Revision<Shipment>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var present = await Present.RowsAsync(client, ShipmentMapping.Resource, ShipmentMapping.Fields, batch, cancellationToken);
        var results = new WriteResult<Shipment>[batch.Count];
        var wanted = new List<(int Place, long Id)>();
        for (var place = 0; place < batch.Count; place++)
        {
            results[place] = new WriteResult<Shipment>.Written(batch[place].Current.Id);
            try
            {
                var id = present.Of(batch[place]).Id;
                if (batch[place].Fields.Contains(nameof(Shipment.TrackingNumbers)))
                    wanted.Add((place, id));
            }
            catch (ConnectorException fault)
            {
                results[place] = new WriteResult<Shipment>.Failed(WriteFaults.For<Shipment>(fault.Problem, batch[place].Current.Id));
            }
        }

        foreach (var group in wanted.GroupBy(one => batch[one.Place].MayMail))
        {
            var writes = group.ToList();
            var problems = await PatchAsync(writes.ConvertAll(one => (one.Id, ShipmentMapping.Tracking(batch[one.Place].Wanted.TrackingNumbers))), group.Key, shop, cancellationToken);
            for (var at = 0; at < writes.Count; at++)
            {
                if (problems[at] is { } problem)
                    results[writes[at].Place] = new WriteResult<Shipment>.Failed(WriteFaults.For<Shipment>(problem, batch[writes[at].Place].Current.Id));
            }
        }

        return results;
    }

    private Task<SyncProblem?[]> PatchAsync(List<(long Id, string? Number)> writes, bool mayMail, ShopData shop, CancellationToken cancellationToken)
    {
        var resource = mayMail ? ShipmentMapping.Resource + "?sendemail=1" : ShipmentMapping.Resource;
        var patch = new BulkPatch(client, resource) { CanPatch = shop.CanPatch, FindStoredAsync = (places, token) => StoredAsync(writes, places, token) };
        return patch.SendAsync(writes.ConvertAll(write => (XElement?)new XElement("order_carrier", XmlBody.Value("id", write.Id), XmlBody.Value("tracking_number", write.Number))), cancellationToken);
    }

    private async Task<IReadOnlySet<int>> StoredAsync(List<(long Id, string? Number)> writes, IReadOnlyList<int> places, CancellationToken cancellationToken)
    {
        var rows = (await Rows.ListAsync(client, ShipmentMapping.Resource, "[id,tracking_number]", "id", places.Select(place => writes[place].Id), cancellationToken)).ToDictionary(row => row.Id, row => row.Filled("tracking_number"));
        return places.Where(place => rows.TryGetValue(writes[place].Id, out var number) && number == writes[place].Number).ToHashSet();
    }

    private static XElement New(Shipment shipment, WireRow? order, SalesReference reference, ShopData shop)
    {
        if (order is null)
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, PrestaShopCodes.OwnerMissing, "A shipment needs an order of the shop.") { Field = nameof(Shipment.Order) });
        return new XElement(
            "order_carrier",
            XmlBody.Value("id_order", order.Id),
            XmlBody.Value("id_carrier", reference.Carriers.IdOf(shipment.Carrier) ?? order.Whole("id_carrier") ?? 0),
            XmlBody.Value("weight", shop.Weight?.ToStored(shipment.WeightKg) ?? 0),
            XmlBody.Value("tracking_number", ShipmentMapping.Tracking(shipment.TrackingNumbers)));
    }

    private static long OrderOf(Shipment shipment) => shipment.Order is { IsForeign: false } order ? Rows.Number(order.Id) : 0;
}
