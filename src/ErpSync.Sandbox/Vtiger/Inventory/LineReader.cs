using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Lines of orders as the web service shows them.</summary>
internal static class LineReader
{
    /// <summary>The taxes whose columns came after those of a fresh installation.</summary>
    public static IReadOnlyList<string> LaterTaxes(VtigerState state, Module module) => [.. state.Tables["Tax"].Values.Select(tax => tax["taxname"]).Where(name => module.Find(name) is null)];

    public static string Value(VtigerState state, VtigerLine line, string field) => field switch
    {
        "parent_id" => state.Records.TryGetValue(line.Parent, out var parent) ? parent.Id : "",
        "productid" => state.Records.TryGetValue(line.Product, out var product) && !product.IsDeleted ? product.Id : "",
        "sequence_no" => line.Sequence.ToString(CultureInfo.InvariantCulture),
        "quantity" => line.Quantity,
        "listprice" => line.ListPrice,
        "discount_percent" => line.DiscountPercent,
        "discount_amount" => line.DiscountAmount,
        "comment" => line.Comment,
        "incrementondel" => line.GivesBack ? "1" : "0",
        "purchase_cost" or "margin" => "0.00000000",
        _ => line.Taxes.GetValueOrDefault(field, ""),
    };

    /// <summary>A line on its own, as LineItem shows it.</summary>
    public static JsonObject Item(VtigerState state, VtigerLine line)
    {
        var item = new JsonObject();
        foreach (var field in new[] { "parent_id", "productid", "sequence_no", "quantity", "listprice", "discount_percent", "discount_amount", "comment", "description", "incrementondel", "tax1", "tax2", "tax3", "image", "purchase_cost", "margin" })
            item[field] = Value(state, line, field);
        foreach (var tax in LaterTaxes(state, state.Modules["LineItem"]))
            item[tax] = Value(state, line, tax);
        item["id"] = Ids.Join(state.Modules["LineItem"].Prefix, line.Number);
        return item;
    }

    /// <summary>The lines within an order. The parent's id is a slip of the server: the word Array stands where the number should.</summary>
    public static JsonArray Within(VtigerState state, Module module, long order)
    {
        var list = new JsonArray();
        foreach (var line in state.LinesOf(order))
        {
            var item = Item(state, line);
            var product = state.Records.GetValueOrDefault(line.Product);
            item["parent_id"] = module.Prefix + "xArray";
            item["product_name"] = product?.Label;
            item["entity_type"] = product?.Module;
            item["deleted"] = product is null ? null : product.IsDeleted ? "1" : "0";
            list.Add(item);
        }

        return list;
    }
}
