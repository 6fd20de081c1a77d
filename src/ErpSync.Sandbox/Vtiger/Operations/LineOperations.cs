using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>The LineItem entity: reading works, writing has the server's traps.</summary>
internal sealed class LineOperations(VtigerState state)
{
    private readonly LineWriter _writer = new(state);
    private readonly OrderWriter _orders = new(state);

    public JsonObject Retrieve(string id) => LineReader.Item(state, Find(id));

    /// <summary>Adds a line; the order's totals stay as they were.</summary>
    public JsonObject Create(JsonObject element, VtigerUser user)
    {
        var order = Ids.Number(element.Text("parent_id")) is { } number && state.Records.TryGetValue(number, out var found) && !found.IsDeleted && SchemaOperations.IsListed(user, found.Module)
            ? found
            : throw VtigerProblem.Denied();
        _writer.Check([element]);
        var line = _writer.Add(order, element, 0, givesBack: false);
        if (order.Module is "Invoice" or "PurchaseOrder")
            throw new NotSimulatedException("a line that is added to an invoice or a purchase order");
        var item = LineReader.Item(state, line);
        item["incrementondel"] = "1";
        return item;
    }

    /// <summary>An update loses all lines of the order and answers that there is no such record.</summary>
    public VtigerProblem Update(JsonObject element)
    {
        var line = Find(element.Text("id"));
        if (Ids.Number(element.Text("parent_id")) != line.Parent)
            return new VtigerProblem("UNKOWN_CHILD", "given line item is not child of parent");
        state.Lines.RemoveAll(other => other.Parent == line.Parent);
        return new VtigerProblem("RECORD_NOT_FOUND", "Record not found");
    }

    /// <summary>Deletes a line: the others are written again under new numbers, the totals are computed, the order's date stays.</summary>
    public void Delete(string id, VtigerUser user)
    {
        var line = Find(id);
        if (!state.Records.TryGetValue(line.Parent, out var order) || !SchemaOperations.IsListed(user, order.Module))
            throw VtigerProblem.Denied();
        if (order["hdnTaxType"] != "individual" || order.Module is "Invoice" or "PurchaseOrder")
            throw new NotSimulatedException("the deletion of a line of an invoice, a purchase order, or an order in group mode");
        var others = state.LinesOf(order.Number).Where(other => other != line).Select(other => LineReader.Item(state, other)).ToList();
        state.Lines.RemoveAll(other => other.Parent == order.Number);
        _writer.Add(order, others, givesBack: false);
        _orders.Recompute(order, new Dictionary<string, double>(StringComparer.Ordinal));
    }

    private VtigerLine Find(string id) =>
        state.Lines.Find(line => line.Number == Ids.Number(id)) ?? throw new VtigerProblem("RECORD_NOT_FOUND", "Record you are trying to access is not found");
}
