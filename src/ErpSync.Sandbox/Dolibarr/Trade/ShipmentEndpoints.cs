using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of shipments.</summary>
internal sealed class ShipmentEndpoints(DolibarrState state)
{
    private const string Place = "api_shipments.class.php";

    private static readonly HashSet<string> Columns = new(StringComparer.Ordinal) { "ref_ext", "shipping_method_id", "tracking_number", "note_public", "note_private" };

    private readonly ShipmentJson _json = new(state);

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        ("POST", [_]) => Post(call),
        ("GET", [_, _]) => One(Find(call, DolibarrRights.ShipmentRead)),
        ("PUT", [_, _]) => Put(call, Find(call, DolibarrRights.ShipmentWrite)),
        ("DELETE", [_, _]) => Delete(Find(call, DolibarrRights.ShipmentDelete)),
        ("POST", [_, _, "validate"]) => Validate(Find(call, DolibarrRights.ShipmentWrite)),
        ("POST", [_, _, "close"]) => Close(Find(call, DolibarrRights.ShipmentWrite)),
        _ => null,
    };

    private Answer List(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.ShipmentRead, "expedition", Place + ":110");
        var request = ListRequest.From(call, state, "t.rowid");
        return new RowQuery<DolibarrShipment>(state, TradeColumns.Shipments(state), "shipment", Place + ":190")
            .Answer(state.Shipments, request, (w, shipment) => _json.Write(w, shipment, request.Properties, isListed: true), paginates: true);
    }

    private Answer One(DolibarrShipment shipment) => Answer.Of(w => _json.Write(w, shipment));

    private Answer Post(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.ShipmentWrite, "expedition", Place + ":210");
        foreach (var name in new[] { "socid", "origin_id", "origin_type" })
        {
            if (!call.Body.Has(name))
                throw new RestException(400, $"{name} field missing") { Place = Place + ":719" };
        }

        if (state.Orders.Find(call.Body.Int("origin_id")) is not { } order)
            throw new RestException(500, "Error creating shipment", "ErrorOriginNotFound") { Place = Place + ":225" };
        var shipment = new DolibarrShipment { ThirdPartyId = call.Body.Int("socid"), OrderId = order.Id };
        RecordInput.Apply(shipment, call.Body, Columns, state);
        RecordInput.ApplyExtraFields(shipment, call.Body, "expedition", "Error creating shipment", state);
        if (call.Body.Int("shipping_method_id") == 0)
            shipment["shipping_method_id"] = null;
        foreach (var line in call.Body.Element("lines") is { ValueKind: JsonValueKind.Array } lines ? lines.EnumerateArray().ToList() : [])
            AddLine(shipment, line);
        state.Insert(state.Shipments, shipment);
        shipment["ref"] = $"(PROV{shipment.Id})";
        ObjectLinks.Add(state, "commande", order.Id, "shipping", shipment.Id);
        return Answer.Number(shipment.Id);
    }

    private void AddLine(DolibarrShipment shipment, JsonElement line)
    {
        int Read(string name) => line.TryGetProperty(name, out var value) ? Numbers.ReadInt(RequestBody.Text(value)) : 0;
        var origin = Read("origin_line_id") is var id and > 0 ? id : Read("fk_elementdet");
        var quantity = line.TryGetProperty("qty", out var text) ? Numbers.Read(RequestBody.Text(text)) : 0m;
        if (quantity > 0m)
            shipment.Lines.Add(new DolibarrShipmentLine(++state.LastLineId, origin, Read("entrepot_id"), quantity));
    }

    private Answer Put(ApiCall call, DolibarrShipment shipment)
    {
        var before = shipment.Print();
        RecordInput.Apply(shipment, call.Body, Columns, state);
        RecordInput.ApplyExtraFields(shipment, call.Body, "expedition", "Error updating shipment", state);
        if (shipment.Int("shipping_method_id") == 0)
            shipment["shipping_method_id"] = null;
        if (shipment.Print() != before)
            shipment.Modified = state.Now;
        return Answer.Of(w => _json.Write(w, shipment, isChanged: true));
    }

    private Answer Delete(DolibarrShipment shipment)
    {
        state.Shipments.Remove(shipment.Id);
        ObjectLinks.Remove(state, "shipping", shipment.Id);
        return Answer.Success("Shipment deleted");
    }

    private Answer Validate(DolibarrShipment shipment)
    {
        if (shipment.Status != 0)
            return new Answer { Status = 304 };
        var order = state.Orders.Find(shipment.OrderId);
        var taken = shipment.Lines.Select(line => (order?.Lines.FirstOrDefault(ordered => ordered.Id == line.OrderLineId)?.ProductId, line.WarehouseId, line.Quantity)).ToList();
        if (state.Constants.IsOn("STOCK_CALCULATE_ON_SHIPMENT"))
        {
            NeedStock(taken);
            SoldStock.Take(state, taken, shipment["ref"] ?? "");
        }

        shipment["ref"] = TradeInput.Number("SH", DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(state.Now, state.Options.TimeZone).DateTime), state.Shipments.Select(other => other["ref"]));
        (shipment.Status, shipment.Validated, shipment.Modified) = (1, state.Now, state.Now);
        if (order is { Status: 1 })
            (order.Status, order.Modified) = (2, state.Now);
        return Answer.Of(w => _json.Write(w, shipment, isChanged: true));
    }

    private void NeedStock(IEnumerable<(int? ProductId, int WarehouseId, decimal Quantity)> taken)
    {
        foreach (var (id, warehouse, quantity) in taken)
        {
            if (id is { } product && state.Products.Find(product) is { Type: 0 } goods && (goods.Levels.Find(level => level.WarehouseId == warehouse)?.Quantity ?? 0m) < quantity && !state.Constants.IsOn("STOCK_ALLOW_NEGATIVE_TRANSFER"))
                throw new RestException(500, $"Error when validating Shipment: You don't have enough stock from your source warehouse and your setup does not allow negative stocks. : {goods.Ref}") { Place = Place + ":560" };
        }
    }

    private Answer Close(DolibarrShipment shipment)
    {
        if (shipment.Status != 1)
            return new Answer { Status = 304 };
        (shipment.Status, shipment.Closed, shipment.Modified) = (2, state.Now, state.Now);
        return Answer.Of(w => _json.Write(w, shipment));
    }

    private DolibarrShipment Find(ApiCall call, DolibarrRights right)
    {
        Access.Need(call, state, right, "expedition", Place + ":70");
        return state.Shipments.Find(call.Id(1)) ?? throw new RestException(404, "Shipment not found") { Place = Place + ":76" };
    }
}
