namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The endpoints of customer invoices and credit notes. Creating one from an order is not simulated: nobody should, the currency gets lost.</summary>
internal sealed class InvoiceEndpoints(DolibarrState state)
{
    private const string Place = "api_invoices.class.php";

    private readonly InvoiceJson _json = new(state);
    private readonly LineBook _lines = new(state);
    private readonly PaymentEndpoints _payments = new(state);
    private readonly CreditEndpoints _credits = new(state);

    public Answer? Route(ApiCall call) => (call.Method, call.Segments) switch
    {
        ("GET", [_]) => List(call),
        ("POST", [_]) => Post(call),
        ("POST", [_, "paymentsdistributed"]) => _payments.PostDistributed(call),
        ("GET", [_, "ref" or "ref_ext", var text]) => ByReference(call, call.Segments[1], text),
        ("GET", [_, _]) => One(call, Find(call, DolibarrRights.InvoiceRead)),
        ("PUT", [_, _]) => Put(call, Find(call, DolibarrRights.InvoiceWrite)),
        ("DELETE", [_, _]) => Delete(Find(call, DolibarrRights.InvoiceDelete)),
        ("POST", [_, _, "validate"]) => Validate(call, Find(call, DolibarrRights.InvoiceWrite)),
        ("POST", [_, _, "settopaid"]) => ToPaid(Find(call, DolibarrRights.InvoiceWrite)),
        ("POST", [_, _, "lines"]) => AddLine(call, Find(call, DolibarrRights.InvoiceWrite)),
        ("PUT", [_, _, "lines", _]) => ChangeLine(call, Find(call, DolibarrRights.InvoiceWrite)),
        ("DELETE", [_, _, "lines", _]) => RemoveLine(call, Find(call, DolibarrRights.InvoiceWrite)),
        ("POST", [_, _, "contact", _, _]) => ContactRoles.Add(state, Find(call, DolibarrRights.InvoiceWrite), call, "invoice", Place + ":640"),
        ("DELETE", [_, _, "contact", _, _]) => ContactRoles.Remove(Find(call, DolibarrRights.InvoiceWrite), call, "invoice"),
        ("GET", [_, _, "payments"]) => _payments.OfInvoice(Find(call, DolibarrRights.InvoiceRead)),
        ("POST", [_, _, "payments"]) => _payments.PostFull(call, Find(call, DolibarrRights.InvoiceWrite)),
        ("POST", [_, _, "markAsCreditAvailable"]) => _credits.Convert(Find(call, DolibarrRights.InvoiceWrite), _json),
        ("POST", [_, _, "usecreditnote", _]) => _credits.Use(call, Find(call, DolibarrRights.InvoiceWrite)),
        _ => null,
    };

    private Answer List(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.InvoiceRead, "facture", Place + ":180");
        var request = ListRequest.From(call, state, "t.rowid");
        IEnumerable<DolibarrInvoice> rows = state.Invoices;
        if (call.Parameter("thirdparty_ids") is { Length: > 0 } ids)
            rows = rows.Where(invoice => ids.Split(',').Contains(Numbers.Text(invoice.ThirdPartyId)));
        rows = call.Parameter("status") switch
        {
            "draft" => rows.Where(invoice => invoice.Status == 0),
            "unpaid" => rows.Where(invoice => invoice.Status == 1),
            "paid" => rows.Where(invoice => invoice.Status == 2),
            "cancelled" => rows.Where(invoice => invoice.Status == 3),
            _ => rows,
        };
        var withLinks = call.Flag("loadlinkedobjects");
        return new RowQuery<DolibarrInvoice>(state, TradeColumns.Invoices(state), "invoice", Place + ":260")
            .Answer(rows, request, (w, invoice) => _json.WriteListed(w, invoice, request.Properties, withLinks), paginates: true);
    }

    private Answer ByReference(ApiCall call, string column, string text)
    {
        Access.Need(call, state, DolibarrRights.InvoiceRead, "facture", Place + ":120");
        // 23.0 asks for id 0 instead of the reference.
        if (!state.Is18)
            throw new RestException(400, "No invoice with id=0 can exist") { Place = Place + ":130" };
        var invoice = state.Invoices.FirstOrDefault(invoice => Collation.AreEqual(invoice[column] ?? "", text)) ?? throw NotFound();
        return Answer.Of(w => _json.WriteOne(w, invoice, call.Int("contact_list", 1)));
    }

    private Answer One(ApiCall call, DolibarrInvoice invoice) => Answer.Of(w => _json.WriteOne(w, invoice, call.Int("contact_list", 1)));

    private Answer Post(ApiCall call)
    {
        Access.Need(call, state, DolibarrRights.InvoiceWrite, "facture", Place + ":290");
        if (!call.Body.Has("socid"))
            throw new RestException(400, "socid field missing") { Place = Place + ":2017" };
        if (state.ThirdParties.Find(call.Body.Int("socid")) is not { } party)
            throw TradeInput.UnknownThirdParty("invoice", "facture", Place + ":320");
        var invoice = new DolibarrInvoice { ThirdPartyId = party.Id, Date = DateOnly.FromDateTime(state.Now.DateTime), Type = call.Body.Int("type") };
        TradeInput.Apply(invoice, call.Body, state);
        TradeInput.Currency(invoice, call.Body, state);
        RecordInput.ApplyExtraFields(invoice, call.Body, "facture", "Error creating invoice", state);
        invoice.SourceId = call.Body.Int("fk_facture_source") is var source and > 0 ? source : null;
        invoice.DueDate = Due(call.Body, invoice);
        state.Insert(state.Invoices, invoice);
        invoice["ref"] = $"(PROV{invoice.Id})";
        _lines.AddAll(invoice, call.Body.Element("lines"));
        ObjectLinks.AddAll(state, call.Body.Element("linked_objects"), "facture", invoice.Id);
        return Answer.Number(invoice.Id);
    }

    private DateOnly Due(RequestBody body, DolibarrInvoice invoice) =>
        RecordInput.Day(body.Text("date_lim_reglement"), state) ?? invoice.Date.AddDays(TradeDictionaries.PaymentTerms.FirstOrDefault(term => term.Id == invoice.Int("cond_reglement_id")).Days);

    private Answer Put(ApiCall call, DolibarrInvoice invoice)
    {
        var before = (invoice.Print(), invoice.Date, invoice.DueDate);
        TradeInput.Apply(invoice, call.Body, state);
        RecordInput.ApplyExtraFields(invoice, call.Body, "facture", "Error updating invoice", state);
        if (call.Body.Has("date_lim_reglement") || call.Body.Has("cond_reglement_id"))
            invoice.DueDate = Due(call.Body, invoice);
        if ((invoice.Print(), invoice.Date, invoice.DueDate) != before)
            invoice.Modified = state.Now;
        invoice["user_modification_id"] = "2";
        invoice["fk_user_modif"] = "2";
        return Answer.Of(w => _json.WriteChanged(w, invoice));
    }

    private Answer Delete(DolibarrInvoice invoice)
    {
        if (!TradeInput.IsProvisional(invoice))
            throw new RestException(403, "Invoice not erasable") { Place = Place + ":931" };
        state.Invoices.Remove(invoice.Id);
        ObjectLinks.Remove(state, "facture", invoice.Id);
        return Answer.Success("Invoice deleted");
    }

    private Answer Validate(ApiCall call, DolibarrInvoice invoice)
    {
        if (invoice.Status != 0)
            return new Answer { Status = 304 };
        if (TradeInput.IsProvisional(invoice))
            invoice["ref"] = TradeInput.Number(invoice.Type == 2 ? "AV" : "FA", invoice.Date, state.Invoices.Select(other => other["ref"]));
        (invoice.Status, invoice.Validated, invoice.Modified) = (1, state.Now, state.Now);
        if (state.Constants.IsOn("STOCK_CALCULATE_ON_BILL") && invoice.Type != 3 && state.Warehouses.Find(call.Body.Int("idwarehouse")) is { } warehouse)
            SoldStock.Take(state, invoice.Lines.Select(line => (line.ProductId, warehouse.Id, invoice.Type == 2 ? -line.Quantity : line.Quantity)), invoice["ref"] ?? "");
        return Answer.Of(w => _json.WriteAfter(w, invoice));
    }

    private Answer ToPaid(DolibarrInvoice invoice)
    {
        if (invoice.IsPaid)
            return new Answer { Status = 304 };
        (invoice.Status, invoice.IsPaid, invoice.Modified) = (2, true, state.Now);
        return Answer.Of(w => _json.WriteAfter(w, invoice));
    }

    private Answer AddLine(ApiCall call, DolibarrInvoice invoice)
    {
        NeedDraft(invoice);
        return Answer.Number(_lines.Add(invoice, call.Body));
    }

    private Answer ChangeLine(ApiCall call, DolibarrInvoice invoice)
    {
        var line = FindLine(call, invoice);
        NeedDraft(invoice);
        _lines.Change(invoice, line, call.Body);
        return Answer.Of(w => _json.WriteChanged(w, invoice));
    }

    private Answer RemoveLine(ApiCall call, DolibarrInvoice invoice)
    {
        var line = FindLine(call, invoice);
        NeedDraft(invoice);
        invoice.Lines.Remove(line);
        _lines.Sum(invoice);
        return Answer.Of(w => _json.WriteOne(w, invoice, 1));
    }

    private DolibarrInvoice Find(ApiCall call, DolibarrRights right)
    {
        Access.Need(call, state, right, "facture", Place + ":100");
        return state.Invoices.Find(call.Id(1)) ?? throw NotFound();
    }

    private static DolibarrDocumentLine FindLine(ApiCall call, DolibarrInvoice invoice) =>
        invoice.Lines.FirstOrDefault(line => line.Id == call.Id(3, "lineid")) ?? throw new RestException(404, "Line not found") { Place = Place + ":530" };

    private static void NeedDraft(DolibarrInvoice invoice)
    {
        if (invoice.Status != 0)
            throw new RestException(400, "Unable to insert the new line. Check your inputs. ") { Place = Place + ":760" };
    }

    private static RestException NotFound() => new(404, "Invoice not found") { Place = Place + ":133" };
}
