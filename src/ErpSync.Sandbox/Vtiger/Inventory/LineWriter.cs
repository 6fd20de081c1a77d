using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Stores lines.</summary>
internal sealed class LineWriter(VtigerState state)
{
    /// <summary>Numbers that PHP 8 cannot reckon with end the call before anything is stored.</summary>
    public void Check(IEnumerable<JsonObject> lines)
    {
        if (!state.IsPhp8)
            return;
        foreach (var line in lines)
        {
            foreach (var field in new[] { "listprice", "quantity" })
                Values.Operand(line[field]);
        }
    }

    public void Add(VtigerRecord order, IReadOnlyList<JsonObject> lines, bool givesBack)
    {
        for (var i = 0; i < lines.Count; i++)
            Add(order, lines[i], i + 1, givesBack);
    }

    public VtigerLine Add(VtigerRecord order, JsonObject sent, int sequence, bool givesBack)
    {
        // The highest number plus one: numbers of lines that were rewritten are given out again.
        var line = new VtigerLine((state.Lines.Count == 0 ? 0 : state.Lines.Max(known => known.Number)) + 1, order.Number)
        {
            Product = Ids.Number(sent.Text("productid")) ?? 0,
            Sequence = sequence,
            Quantity = Values.Fixed(Values.Leading(sent.Text("quantity")), 3),
            DiscountPercent = Values.Fixed(Values.Leading(sent.Text("discount_percent")), 3),
            DiscountAmount = Values.Fixed(Values.Leading(sent.Text("discount_amount")), 8),
            Comment = Values.Cut(state.Options.Utf8mb4 ? sent.Text("comment") : Values.NarrowCharacters(sent.Text("comment")), 500),
            GivesBack = givesBack,
        };
        var product = state.Records.GetValueOrDefault(line.Product);
        line.ListPrice = Values.Fixed(Values.Leading(sent.IsSet("listprice") ? sent.Text("listprice") : product?.Module == "Products" ? product["unit_price"] : "0"), 8);
        foreach (var tax in state.Tables["Tax"].Values)
            line.Taxes[tax["taxname"]] = Values.Fixed(Values.Leading(sent.Text(tax["taxname"])), 3);
        if (IsIndividual(order) && product is not null && !state.ActiveTaxes().Any(tax => sent.IsSet(tax["taxname"])))
        {
            foreach (var (name, percent) in product.Taxes)
                line.Taxes[name] = percent;
        }

        state.Lines.Add(line);
        return line;
    }

    /// <summary>The taxes that a line sends, as group mode takes them.</summary>
    public static IReadOnlyDictionary<string, double> SentTaxes(VtigerState state, JsonObject line) =>
        state.ActiveTaxes().Where(tax => line.IsSet(tax["taxname"])).ToDictionary(tax => tax["taxname"], tax => OrderTotals.Number(line.Text(tax["taxname"])), StringComparer.Ordinal);

    private static bool IsIndividual(VtigerRecord order) => string.Equals(order["hdnTaxType"], "individual", StringComparison.OrdinalIgnoreCase);
}
