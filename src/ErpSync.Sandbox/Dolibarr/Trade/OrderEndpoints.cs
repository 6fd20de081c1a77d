namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of sales orders.</summary>
internal sealed class OrderEndpoints(DolibarrState state)
{
    private const string Place = "api_orders.class.php";

    private readonly OrderJson _json = new(state);
    private readonly LineBook _lines = new(state);

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        ("POST", [_]) => Post(call),
        ("GET", [_, "ref" or "ref_ext", var text]) => ByReference(call, call.Segments[1], text),
        ("GET", [_, _]) => One(call, Find(call, DolibarrRights.OrderRead)),
        ("PUT", [_, _]) => Put(call, Find(call, DolibarrRights.OrderWrite)),
        ("DELETE", [_, _]) => Delete(Find(call, DolibarrRights.OrderDelete)),
        ("GET", [_, _, "lines"]) => Lines(Find(call, DolibarrRights.OrderRead)),
        ("POST", [_, _, "lines"]) => AddLine(call, Find(call, DolibarrRights.OrderWrite)),
        ("GET", [_, _, "lines", _]) => Line(call, Find(call, DolibarrRights.OrderRead)),
        ("PUT", [_, _, "lines", _]) => ChangeLine(call, Find(call, DolibarrRights.OrderWrite)),
        ("DELETE", [_, _, "lines", _]) => RemoveLine(call, Find(call, DolibarrRights.OrderWrite)),
        ("GET", [_, _, "contacts"]) => Answer.Of(w => ContactJson.WriteRoles(w, state, Find(call, DolibarrRights.OrderRead))),
        ("POST", [_, _, "contact", _, _]) => ContactRoles.Add(state, Find(call, DolibarrRights.OrderWrite), call, "order", Place + ":690"),
        ("DELETE", [_, _, "contact", _, _]) => ContactRoles.Remove(Find(call, DolibarrRights.OrderWrite), call, "order"),
        ("POST", [_, _, "validate"]) => Validate(call, Find(call, DolibarrRights.OrderWrite)),
        ("POST", [_, _, "close"]) => Close(Find(call, DolibarrRights.OrderWrite)),
        ("POST", [_, _, "reopen"]) => Reopen(Find(call, DolibarrRights.OrderWrite)),
        ("POST", [_, _, "settodraft"]) => ToDraft(Find(call, DolibarrRights.OrderWrite)),
        ("POST", [_, _, "setinvoiced"]) => Billed(Find(call, DolibarrRights.OrderWrite)),
        _ => null,
    };

    private Answer List(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.OrderRead, "commande", Place + ":187");
        var request = ListRequest.From(call, state, "t.rowid");
        IEnumerable<DolibarrOrder> rows = state.Orders;
        if (call.Parameter("thirdparty_ids") is { Length: > 0 } ids)
            rows = rows.Where(order => ids.Split(',').Contains(Numbers.Text(order.ThirdPartyId)));
        if (!state.Is18 && call.Parameter("sqlfilterlines") is { Length: > 0 } lines)
        {
            var test = LineColumns.Compile(FilterParser.Parse(lines, state.LocalNow, Place + ":220"), "commande", Place + ":225");
            rows = rows.Where(order => order.Lines.Any(line => test((order, line))));
        }

        var withLinks = call.Flag("loadlinkedobjects");
        return new RowQuery<DolibarrOrder>(state, TradeColumns.Orders(state), "order", Place + ":254")
            .Answer(rows, request, (w, order) => _json.WriteListed(w, order, request.Properties, withLinks), paginates: true);
    }

    private Answer ByReference(ApiCall call, string column, string text)
    {
        Access.Need(call, state, DolibarrRights.OrderRead, "commande", Place + ":120");
        // 23.0 asks for id 0 instead of the reference.
        if (!state.Is18)
            throw new RestException(400, "No order with id=0 can exist") { Place = Place + ":128" };
        var order = state.Orders.FirstOrDefault(order => Collation.AreEqual(order[column] ?? "", text)) ?? throw NotFound();
        return Answer.Of(w => _json.WriteOne(w, order, call.Int("contact_list", 1)));
    }

    private Answer One(ApiCall call, DolibarrOrder order) => Answer.Of(w => _json.WriteOne(w, order, call.Int("contact_list", state.Is18 ? 1 : -1)));

    private Answer Post(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.OrderWrite, "commande", Place + ":320");
        foreach (var name in new[] { "socid", "date" })
        {
            if (!call.Body.Has(name))
                throw new RestException(400, $"{name} field missing") { Place = Place + ":1320" };
        }

        if (state.ThirdParties.Find(call.Body.Int("socid")) is not { } party)
            throw TradeInput.UnknownThirdParty("order", "commande", Place + ":349");
        var order = new DolibarrOrder { ThirdPartyId = party.Id, Date = DateOnly.FromDateTime(state.Now.DateTime) };
        TradeInput.Apply(order, call.Body, state);
        TradeInput.Currency(order, call.Body, state);
        RecordInput.ApplyExtraFields(order, call.Body, "commande", "Error creating order", state);
        var reference = call.Body.Text("ref") is { Length: > 0 } own ? RecordInput.Clean("ref", own, state)! : null;
        if (reference is not null && state.Orders.Any(other => Collation.AreEqual(other["ref"] ?? "", reference)))
            throw new RestException(500, "Error creating order", $"Duplicate entry '{reference}-1' for key 'uk_commande_ref'") { Place = Place + ":349" };
        state.Insert(state.Orders, order);
        order["ref"] = reference ?? $"(PROV{order.Id})";
        order.Set("warehouse_id", call.Body.Int("warehouse_id"));
        if (order.Int("warehouse_id") == 0)
            order["warehouse_id"] = null;
        _lines.AddAll(order, call.Body.Element("lines"));
        ObjectLinks.AddAll(state, call.Body.Element("linked_objects"), "commande", order.Id);
        return Answer.Number(order.Id);
    }

    private Answer Put(ApiCall call, DolibarrOrder order)
    {
        var before = (order.Print(), order.Date, order.Status);
        TradeInput.Apply(order, call.Body, state);
        RecordInput.ApplyExtraFields(order, call.Body, "commande", "Error updating order", state);
        if (call.Body.Has("status") || call.Body.Has("statut"))
            order.Status = call.Body.Int(call.Body.Has("status") ? "status" : "statut");
        if ((order.Print(), order.Date, order.Status) != before)
            order.Modified = state.Now;
        order["user_modification_id"] = "2";
        return Answer.Of(w => _json.WriteAfter(w, order, withPayPage: true));
    }

    private Answer Delete(DolibarrOrder order)
    {
        state.Orders.Remove(order.Id);
        ObjectLinks.Remove(state, "commande", order.Id);
        return Answer.Success("Order deleted");
    }

    private Answer Lines(DolibarrOrder order) => Answer.Of(w =>
    {
        w.WriteStartArray();
        foreach (var line in order.Lines)
            _json.Lines.Write(w, line, order, alone: true);
        w.WriteEndArray();
    });

    private Answer Line(ApiCall call, DolibarrOrder order)
    {
        var line = FindLine(call, order);
        return Answer.Of(w => _json.Lines.Write(w, line, order, alone: true));
    }

    private Answer AddLine(ApiCall call, DolibarrOrder order)
    {
        NeedDraft(order);
        return Answer.Number(_lines.Add(order, call.Body));
    }

    private Answer ChangeLine(ApiCall call, DolibarrOrder order)
    {
        var line = FindLine(call, order);
        NeedDraft(order);
        _lines.Change(order, line, call.Body);
        return Answer.Of(w => _json.WriteAfterLine(w, order));
    }

    private Answer RemoveLine(ApiCall call, DolibarrOrder order)
    {
        var line = FindLine(call, order);
        NeedDraft(order);
        order.Lines.Remove(line);
        _lines.Sum(order);
        return Answer.Of(w => _json.WriteOne(w, order, -1));
    }

    private Answer Validate(ApiCall call, DolibarrOrder order)
    {
        if (order.Status != 0)
            return NothingDone;
        if (TradeInput.IsProvisional(order))
            order["ref"] = TradeInput.Number("CO", order.Date, state.Orders.Select(other => other["ref"]));
        (order.Status, order.Validated, order.Modified) = (1, state.Now, state.Now);
        if (state.Constants.IsOn("STOCK_CALCULATE_ON_VALIDATE_ORDER") && state.Warehouses.Find(call.Body.Int("idwarehouse")) is { } warehouse)
            SoldStock.Take(state, order.Lines.Select(line => (line.ProductId, warehouse.Id, line.Quantity)), order["ref"] ?? "");
        return Answer.Of(w => _json.WriteAfter(w, order, withPayPage: true));
    }

    private Answer Close(DolibarrOrder order)
    {
        if (order.Status is not (1 or 2))
            return NothingDone;
        (order.Status, order.Modified) = (3, state.Now);
        return Answer.Of(w => _json.WriteAfter(w, order, withPayPage: false));
    }

    private Answer Reopen(DolibarrOrder order)
    {
        if (order.Status is not (3 or -1))
            return NothingDone;
        (order.Status, order.IsBilled, order.Modified) = (1, false, state.Now);
        return Answer.Number(1);
    }

    private Answer ToDraft(DolibarrOrder order)
    {
        if (order.Status == 0)
            return NothingDone;
        (order.Status, order.Modified) = (0, state.Now);
        return Answer.Of(w => _json.WriteAfter(w, order, withPayPage: false));
    }

    private Answer Billed(DolibarrOrder order)
    {
        (order.IsBilled, order.Modified) = (true, state.Now);
        return Answer.Of(w => _json.WriteAfter(w, order, withPayPage: false));
    }

    private DolibarrOrder Find(ApiCall call, DolibarrRights right)
    {
        Access.Need(call, state, right, "commande", Place + ":125");
        return state.Orders.Find(call.Id(1)) ?? throw NotFound();
    }

    private static DolibarrDocumentLine FindLine(ApiCall call, DolibarrOrder order) =>
        order.Lines.FirstOrDefault(line => line.Id == call.Id(3, "lineid")) ?? throw new RestException(404, "Line not found") { Place = Place + ":530" };

    private static void NeedDraft(DolibarrOrder order)
    {
        if (order.Status != 0)
            throw new RestException(400) { Place = Place + ":480" };
    }

    private static Answer NothingDone => new() { Status = 304 };

    private static RestException NotFound() => new(404, "Order not found") { Place = Place + ":132" };

    private static readonly Columns<(DolibarrOrder Order, DolibarrDocumentLine Line)> LineColumns = new(new Dictionary<string, Func<(DolibarrOrder Order, DolibarrDocumentLine Line), Cell>>(StringComparer.OrdinalIgnoreCase)
    {
        ["tl.rowid"] = pair => Cell.Of(pair.Line.Id),
        ["tl.fk_product"] = pair => Cell.Of(pair.Line.ProductId),
        ["tl.ref_ext"] = pair => Cell.Of(pair.Line["ref_ext"]),
    });
}
