namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of warehouses.</summary>
internal sealed class WarehouseEndpoints
{
    private const string Place = "api_warehouses.class.php";

    private readonly DolibarrState _state;
    private readonly ProductReads _products;
    private readonly ObjectTemplate<DolibarrWarehouse> _template;

    public WarehouseEndpoints(DolibarrState state, ProductReads products)
    {
        _state = state;
        _products = products;
        _template = new ObjectTemplate<DolibarrWarehouse>(StockTemplates.Warehouse, new Dictionary<string, Action<System.Text.Json.Utf8JsonWriter, DolibarrWarehouse>>(StringComparer.Ordinal)
        {
            ["id"] = (w, h) => w.WriteStringValue(Numbers.Text(h.Id)),
            ["warehouse_id"] = (w, h) => w.WriteStringValue(Numbers.Text(h.Id)),
            ["ref"] = (w, h) => w.WriteStringValue(h.Label),
            ["label"] = (w, h) => w.WriteStringValue(h.Label),
            ["statut"] = (w, h) => w.WriteStringValue(Numbers.Text(h.Status)),
            ["status"] = (w, h) => w.WriteStringValue(Numbers.Text(h.Status)),
            ["country_id"] = (w, h) => w.WriteStringValue(Numbers.Text(h.CountryId)),
            ["date_creation"] = (w, h) => w.WriteStringValue(state.Local(h.Created)),
            ["date_modification"] = (w, h) => w.WriteStringValue(state.Local(h.Modified)),
            ["description"] = (w, h) => w.WriteStringValue(h.Description),
            ["lieu"] = (w, h) => w.WriteStringValue(h.Place),
            ["address"] = (w, h) => w.WriteStringValue(h.Address),
            ["zip"] = (w, h) => w.WriteStringValue(h.Zip),
            ["town"] = (w, h) => w.WriteStringValue(h.Town),
            ["fk_parent"] = (w, h) => w.WriteText(h.ParentId is { } parent ? Numbers.Text(parent) : null),
        });
    }

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        ("POST", [_]) => Post(call),
        ("GET", [_, _]) => One(call, Find(call, DolibarrRights.StockRead)),
        ("PUT", [_, _]) => Put(call, Find(call, DolibarrRights.StockWrite)),
        ("DELETE", [_, _]) => Delete(Find(call, DolibarrRights.StockWrite)),
        ("GET", [_, _, "products"]) => _state.Is18 ? throw DolibarrRouter.Unrouted(404) : Products(call, Find(call, DolibarrRights.StockRead)),
        _ => null,
    };

    private Answer List(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.StockRead, "stock", Place + ":110");
        var request = ListRequest.From(call, _state, "t.rowid");
        return new RowQuery<DolibarrWarehouse>(_state, Columns(), "warehouse", Place + ":180")
            .Answer(_state.Warehouses, request, (w, h) => _template.Write(w, h, request.Properties), paginates: true);
    }

    private Answer One(ApiCall call, DolibarrWarehouse warehouse)
    {
        _ = call;
        return Answer.Of(w => _template.Write(w, warehouse));
    }

    private Answer Post(ApiCall call)
    {
        Access.Need(call, _state, DolibarrRights.StockWrite, "stock", Place + ":225");
        if (!call.Body.Has("label"))
            throw new RestException(400, "label field missing") { Place = Place + ":562" };
        var warehouse = new DolibarrWarehouse { Status = 0 };
        Apply(warehouse, call.Body);
        if (_state.Warehouses.Any(w => Collation.AreEqual(w.Label, warehouse.Label)))
            throw new RestException(500, "Error creating warehouse", $"Duplicate entry '{warehouse.Label}-1' for key 'uk_entrepot_label'") { Place = Place + ":242" };
        return Answer.Number(_state.Insert(_state.Warehouses, warehouse).Id);
    }

    private Answer Put(ApiCall call, DolibarrWarehouse warehouse)
    {
        Apply(warehouse, call.Body);
        warehouse.Modified = _state.Now;
        return One(call, warehouse);
    }

    /// <summary>Deletes a warehouse, stock or not; its levels go with it.</summary>
    private Answer Delete(DolibarrWarehouse warehouse)
    {
        StockBooking.RemoveWarehouse(_state, warehouse.Id);
        return Answer.Success("Warehouse deleted");
    }

    private Answer Products(ApiCall call, DolibarrWarehouse warehouse)
    {
        var request = ListRequest.From(call, _state, "t.rowid");
        List<DolibarrProduct> products = [.. _state.StockLevels.Where(l => l.WarehouseId == warehouse.Id)
            .Select(l => l.ProductId).Distinct().Order().Select(_state.Products.Find).OfType<DolibarrProduct>()];
        return _products.Full(request.Cut(products), call.Flag("includestockdata"), withTranslations: false, request.Properties);
    }

    private DolibarrWarehouse Find(ApiCall call, DolibarrRights right)
    {
        Access.Need(call, _state, right, "stock", Place + ":78");
        return _state.Warehouses.Find(call.Id(1)) ?? throw new RestException(404, "warehouse not found") { Place = Place + ":84" };
    }

    private void Apply(DolibarrWarehouse warehouse, RequestBody body)
    {
        foreach (var (name, value) in body.Fields)
        {
            var text = RequestBody.Text(value) ?? "";
            text = _state.Is18 ? text : name == "description" ? Texts.Html(text) : Texts.Plain(text);
            switch (name)
            {
                case "label": warehouse.Label = text; break;
                case "lieu": warehouse.Place = text; break;
                case "description": warehouse.Description = text; break;
                case "statut" or "status": warehouse.Status = Numbers.ReadInt(text); break;
                case "address": warehouse.Address = text; break;
                case "zip": warehouse.Zip = text; break;
                case "town": warehouse.Town = text; break;
                case "country_id": warehouse.CountryId = Numbers.ReadInt(text); break;
                case "fk_parent": warehouse.ParentId = Numbers.ReadInt(text) is var parent and > 0 ? parent : null; break;
            }
        }
    }

    private Columns<DolibarrWarehouse> Columns() => new(new Dictionary<string, Func<DolibarrWarehouse, Cell>>(StringComparer.OrdinalIgnoreCase)
    {
        ["t.rowid"] = h => Cell.Of(h.Id),
        ["t.ref"] = h => Cell.Of(h.Label),
        ["t.lieu"] = h => Cell.Of(h.Place),
        ["t.description"] = h => Cell.Of(h.Description),
        ["t.statut"] = h => Cell.Of(h.Status),
        ["t.fk_parent"] = h => Cell.Of(h.ParentId),
        ["t.datec"] = h => Cell.Of(h.Created, _state.Options.TimeZone),
        ["t.tms"] = h => Cell.Of(h.Modified, _state.Options.TimeZone),
    });
}
