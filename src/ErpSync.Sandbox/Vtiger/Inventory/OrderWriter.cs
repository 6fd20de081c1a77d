using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Writes orders: their header, their lines, their totals, and the stock that goes with them.</summary>
internal sealed class OrderWriter(VtigerState state)
{
    private readonly LineWriter _lines = new(state);
    private readonly Stock _stock = new(state);

    public JsonObject CreateAnswer(Module module, JsonObject element, VtigerUser user, string source)
    {
        Charges.Read(state, element);
        if (element["LineItems"] is not JsonArray { Count: > 0 })
            throw new VtigerProblem("MANDATORY_FIELDS_MISSING", "Mandatory Fields Missing..");
        state.Writer.CheckUnique(module, element, 0);
        var (record, told) = Create(module, element, user, 0, source);
        told["new"] = true;
        return OrderReader.Merge(new JsonObject { ["id"] = record.Id }, told);
    }

    /// <summary>Creates an order without checks.</summary>
    /// <returns>The record, and what the answer shows: the header as it was before the lines were there.</returns>
    public (VtigerRecord Record, JsonObject Told) Create(Module module, JsonObject element, VtigerUser user, long number, string source = "WEBSERVICE")
    {
        var (charge, percent) = Charges.Read(state, element);
        FillRate(element);
        var lines = Lines(element);
        _lines.Check(lines);
        var record = state.Writer.Create(module, element, user, number, source);
        Head(record, module, element, charge, percent);
        var told = OrderReader.Whole(state, module, record, user);
        var totals = Store(record, lines, told, module);

        ForgetInvoiceStatus(record);
        if (module.Name is "Invoice" or "PurchaseOrder")
            record["balance"] = Values.Fixed((decimal)totals.GrandTotal - Values.Leading(record[module.Name == "Invoice" ? "received" : "paid"]), 8);
        _stock.Created(record, state.LinesOf(record.Number));
        return (record, told);
    }

    public JsonObject Change(Module module, VtigerRecord record, JsonObject element, VtigerUser user, bool isUpdate, bool isDetailView)
    {
        var (charge, percent) = Charges.Read(state, element);
        FillRate(element);
        state.Writer.CheckUnique(module, element, record.Number);
        var status = Stock.Status(record);
        if (Lines(element) is not { Count: > 0 } lines)
        {
            if (isUpdate)
                element.Remove("LineItems");
            state.Writer.Update(module, record, element, user, isDetailView: true);
            ForgetInvoiceStatus(record);
            if (!state.IsPhp8 && !isDetailView && module.Name is "SalesOrder" or "Quotes")
                LoseLines(record, module, element, charge, percent);
            _stock.StatusChanged(record, status, state.LinesOf(record.Number));
            return OrderReader.Merge(element, OrderReader.Joined(state, module, record));
        }

        _lines.Check(lines);
        var old = state.LinesOf(record.Number);
        state.Lines.RemoveAll(line => line.Parent == record.Number);
        state.Writer.Update(module, record, element, user, isDetailView: true);
        Head(record, module, element, charge, percent);
        ForgetInvoiceStatus(record);
        element.Remove("LineItems");
        var told = OrderReader.Whole(state, module, record, user);
        Store(record, lines, told, module);
        _stock.LinesChanged(record, old, state.LinesOf(record.Number));
        return OrderReader.Merge(element, told);
    }

    /// <summary>Takes the lines of an order that is deleted, and gives their stock back.</summary>
    public void Clear(Module module, VtigerRecord record)
    {
        _stock.Deleted(record, state.LinesOf(record.Number));
        state.Lines.RemoveAll(line => line.Parent == record.Number && module.IsInventory);
    }

    /// <summary>Recomputes the totals from the lines that are there.</summary>
    public OrderTotals Recompute(VtigerRecord record, IReadOnlyDictionary<string, double> groupTaxes)
    {
        var totals = OrderTotals.Of(state, record, groupTaxes);
        record["hdnSubTotal"] = Values.Fixed((decimal)totals.SubTotal, 8);
        record["hdnGrandTotal"] = Values.Fixed((decimal)totals.GrandTotal, 8);
        record["pre_tax_total"] = Values.Fixed((decimal)totals.PreTaxTotal, 8);
        return totals;
    }

    private OrderTotals Store(VtigerRecord record, IReadOnlyList<JsonObject> lines, JsonObject told, Module module)
    {
        _lines.Add(record, lines, module.Name == "Invoice");
        var totals = Recompute(record, LineWriter.SentTaxes(state, lines[0]));
        (told["hdnSubTotal"], told["hdnGrandTotal"], told["pre_tax_total"]) = (totals.SubTotal, totals.GrandTotal, totals.PreTaxTotal);
        told["LineItems"] = LineReader.Within(state, module, record.Number);
        return totals;
    }

    /// <summary>What a save with lines writes whether it was sent or not.</summary>
    private static void Head(VtigerRecord record, Module module, JsonObject element, Charge charge, decimal percent)
    {
        record["hdnTaxType"] = element.Text("hdnTaxType");
        record["txtAdjustment"] = Values.Fixed(Values.Leading(element.Text("txtAdjustment")), 8);
        record["hdnS_H_Amount"] = Values.Fixed(Values.Leading(element.Text("hdnS_H_Amount")), 8);
        record["hdnS_H_Percent"] = Values.Fixed(percent, Columns.Scale(module.Name, module.Find("hdnS_H_Percent")!));
        record.Charge = charge;
        if (Values.Leading(element.Text("hdnDiscountAmount")) is not 0 and var amount)
            (record["hdnDiscountAmount"], record["hdnDiscountPercent"]) = (Values.Fixed(amount, 8), "");
        else if (Values.Leading(element.Text("hdnDiscountPercent")) is not 0 and var discount)
            (record["hdnDiscountAmount"], record["hdnDiscountPercent"]) = ("", Values.Fixed(discount, 3));
    }

    /// <summary>Before version 8 a change without lines takes all lines of an order or a quote, and its totals become what was sent.</summary>
    private void LoseLines(VtigerRecord record, Module module, JsonObject element, Charge charge, decimal percent)
    {
        state.Lines.RemoveAll(line => line.Parent == record.Number);
        Head(record, module, element, charge, percent);
        record["hdnSubTotal"] = Values.Fixed(Values.Leading(element.Text("hdnSubTotal")), 8);
        record["hdnGrandTotal"] = Values.Fixed(Values.Leading(element.Text("hdnGrandTotal")), 8);
        record["pre_tax_total"] = Values.Fixed(0, 8);
    }

    /// <summary>The status of an invoice to come is kept with the recurrence only.</summary>
    private static void ForgetInvoiceStatus(VtigerRecord record)
    {
        if (record.Module == "SalesOrder" && record["enable_recurring"] != "1")
            record["invoicestatus"] = "";
    }

    private static void FillRate(JsonObject element)
    {
        if (Values.Leading(element.Text("conversion_rate")) == 0)
            element["conversion_rate"] = 1;
    }

    private static List<JsonObject> Lines(JsonObject element) => element["LineItems"] is JsonArray list ? [.. list.OfType<JsonObject>()] : [];
}
