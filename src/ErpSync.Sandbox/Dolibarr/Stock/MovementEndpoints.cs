namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of stock movements.</summary>
internal sealed class MovementEndpoints
{
    private const string Place = "api_stockmovements.class.php";

    private readonly DolibarrState _state;
    private readonly ObjectTemplate<DolibarrStockMovement> _template;

    public MovementEndpoints(DolibarrState state)
    {
        _state = state;
        _template = new ObjectTemplate<DolibarrStockMovement>(state.Is18 ? StockTemplates.Movement18 : StockTemplates.Movement23, new Dictionary<string, Action<System.Text.Json.Utf8JsonWriter, DolibarrStockMovement>>(StringComparer.Ordinal)
        {
            ["id"] = (w, m) => w.WriteStringValue(Numbers.Text(m.Id)),
            ["origin_type"] = (w, m) => w.WriteStringValue(m.OriginType),
            ["origintype"] = (w, m) => w.WriteStringValue(m.OriginType),
            ["origin_id"] = (w, m) => w.WriteStringValue(Numbers.Text(m.OriginId)),
            ["fk_origin"] = (w, m) => w.WriteStringValue(Numbers.Text(m.OriginId)),
            ["tms"] = (w, m) => w.WriteNumberValue(m.Modified.ToUnixTimeSeconds()),
            ["datem"] = (w, m) => w.WriteNumberValue(m.Date.ToUnixTimeSeconds()),
            ["warehouse_id"] = (w, m) => w.WriteStringValue(Numbers.Text(m.WarehouseId)),
            ["product_id"] = (w, m) => w.WriteStringValue(Numbers.Text(m.ProductId)),
            ["qty"] = (w, m) => w.WriteStringValue(Numbers.Short(m.Quantity)),
            ["type"] = (w, m) => w.WriteStringValue(Numbers.Text(m.Type)),
            ["price"] = (w, m) => w.WriteStringValue(Numbers.Eight(m.Price)),
            ["label"] = (w, m) => w.WriteStringValue(m.Label),
            ["inventorycode"] = (w, m) => w.WriteText(m.InventoryCode),
        });
    }

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        ("GET", [_, _]) => _state.Is18 ? throw DolibarrRouter.Unrouted(404) : One(call),
        ("POST", [_]) => Post(call),
        _ => null,
    };

    private Answer List(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.MovementRead, "stock", Place + ":100");
        var request = ListRequest.From(call, _state, "t.rowid");
        return new RowQuery<DolibarrStockMovement>(_state, Columns(), "stock movement", Place + ":150")
            .Answer(_state.StockMovements, request, (w, m) => _template.Write(w, m, request.Properties), paginates: true);
    }

    private Answer One(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.MovementRead, "stock", Place + ":70");
        var movement = _state.StockMovements.Find(call.Id(1)) ?? throw new RestException(404, "stock movement not found") { Place = Place + ":75" };
        return Answer.Of(w => _template.Write(w, movement));
    }

    private Answer Post(ApiCall call)
    {
        call.Need("product_id", "warehouse_id", "qty");
        Access.Need(call, _state, DolibarrRights.MovementWrite, "stock", Place + ":215");
        var quantity = Numbers.Read(call.Body.Text("qty"));
        if (quantity == 0m)
            throw new RestException(503, "Making a stock movement with a quantity of 0 is not possible") { Place = Place + ":219" };
        var product = _state.Products.Find(call.Body.Int("product_id"));
        var warehouse = _state.Warehouses.Find(call.Body.Int("warehouse_id"));
        if (product is null || product.Type != 0 || warehouse is null)
            throw Refuse("");
        var movement = Read(call.Body, product, warehouse, quantity);
        if (_state.Modules.Contains("productbatch") && Numbers.ReadInt(product.OtherColumns.GetValueOrDefault("status_batch")) != 0 && movement.Batch.Length == 0)
            throw Refuse("ErrorTryToMakeMoveOnProductRequiringBatchData");
        var level = product.Levels.Find(l => l.WarehouseId == warehouse.Id)?.Quantity ?? 0m;
        var stock = product.Stock ?? 0m;
        if (quantity < 0m && level + quantity < 0m && !_state.Constants.IsOn("STOCK_ALLOW_NEGATIVE_TRANSFER"))
            throw Refuse($"You don't have enough stock from your source warehouse and your setup does not allow negative stocks. : {product.Ref}");
        return _state.Options.StockWriteOverlap > TimeSpan.Zero
            ? new Answer { Later = () => Answer.Number(StockBooking.Book(_state, product, movement, level, stock).Id) }
            : Answer.Number(StockBooking.Book(_state, product, movement).Id);
    }

    /// <summary>Version 18 knows other names; names that a version does not know are dropped silently.</summary>
    private DolibarrStockMovement Read(RequestBody body, DolibarrProduct product, DolibarrWarehouse warehouse, decimal quantity) => new()
    {
        ProductId = product.Id,
        WarehouseId = warehouse.Id,
        Quantity = quantity,
        Type = body.Has("type") ? body.Int("type") : quantity < 0m ? 2 : 3,
        Price = Numbers.Round(Numbers.Read(body.Text("price")), _state.UnitDecimals),
        Label = body.Text(_state.Is18 ? "movementlabel" : "label") ?? "",
        InventoryCode = body.Text("movementcode") is { Length: > 0 } code ? code : null,
        Batch = body.Text(_state.Is18 ? "lot" : "batch") ?? "",
        OriginType = body.Text("origin_type") ?? "",
        OriginId = body.Int("origin_id"),
    };

    private static RestException Refuse(string reason) => new(503, "Error when create stock movement : " + reason) { Place = Place + ":241" };

    private Columns<DolibarrStockMovement> Columns() => new(new Dictionary<string, Func<DolibarrStockMovement, Cell>>(StringComparer.OrdinalIgnoreCase)
    {
        ["t.rowid"] = m => Cell.Of(m.Id),
        ["t.fk_product"] = m => Cell.Of(m.ProductId),
        ["t.fk_entrepot"] = m => Cell.Of(m.WarehouseId),
        ["t.value"] = m => Cell.Of(m.Quantity),
        ["t.price"] = m => Cell.Of(m.Price),
        ["t.type_mouvement"] = m => Cell.Of(m.Type),
        ["t.label"] = m => Cell.Of(m.Label),
        ["t.inventorycode"] = m => Cell.Of(m.InventoryCode),
        ["t.batch"] = m => Cell.Of(m.Batch),
        ["t.origintype"] = m => Cell.Of(m.OriginType),
        ["t.fk_origin"] = m => Cell.Of(m.OriginId),
        ["t.datem"] = m => Cell.Of(m.Date, _state.Options.TimeZone),
        ["t.tms"] = m => Cell.Of(m.Modified, _state.Options.TimeZone),
    });
}
