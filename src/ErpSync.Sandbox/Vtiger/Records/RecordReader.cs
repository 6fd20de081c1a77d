using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Records as the web service shows them.</summary>
internal static class RecordReader
{
    /// <summary>The fields that an order's own view leaves out because they are of its lines.</summary>
    public static readonly IReadOnlySet<string> LineFields =
        new HashSet<string>(StringComparer.Ordinal) { "productid", "quantity", "listprice", "comment", "discount_amount", "discount_percent", "tax1", "tax2", "tax3" };

    public static bool IsCharge(string field) => field.StartsWith("shipping_&_handling", StringComparison.Ordinal);

    /// <summary>One field as it is shown: references to records that are gone are empty, unknown owners are bare numbers.</summary>
    public static string Value(VtigerState state, VtigerRecord record, ModuleField field)
    {
        if (field.Name == "id")
            return record.Id;
        var value = record[field.Name];
        if (!field.IsReference || !value.Contains('x', StringComparison.Ordinal))
            return value;
        if (field.Type == "owner")
            return state.HasOwner(value) ? value : Ids.Split(value)?.Number ?? value;
        return state.Exists(value) ? value : "";
    }

    /// <summary>A record's own fields.</summary>
    public static JsonObject Fields(VtigerState state, Module module, VtigerRecord record)
    {
        var item = new JsonObject();
        foreach (var field in module.Fields)
        {
            if (field.Type != "password" && field.Name != "accesskey" && !(module.IsInventory && (LineFields.Contains(field.Name) || IsCharge(field.Name))))
                item[field.Name] = Value(state, record, field);
        }

        Attachments(item, module, record);
        return item;
    }

    /// <summary>What create, retrieve and revise answer: the fields, the label, taxes and prices.</summary>
    public static JsonObject Whole(VtigerState state, Module module, VtigerRecord record)
    {
        var item = Fields(state, module, record);
        if (module.IsEntity && module.Name != "Users")
            item["label"] = Labels.Escape(record.Label);
        if (module.HasPrices)
            AddPrices(state, record, item);
        return item;
    }

    public static void Attachments(JsonObject item, Module module, VtigerRecord record)
    {
        if (record.Files.Count > 0)
            item["imageattachmentids"] = string.Join(',', record.Files.Select(file => Ids.Join(module.Prefix, file.Number)));
    }

    private static void AddPrices(VtigerState state, VtigerRecord record, JsonObject item)
    {
        foreach (var (tax, percent) in record.Taxes.OrderBy(tax => tax.Key.Length).ThenBy(tax => tax.Key, StringComparer.Ordinal))
            item[tax] = percent;
        foreach (var currency in state.ActiveCurrencies())
        {
            item["currency" + currency.Number.ToString(CultureInfo.InvariantCulture)] = Plain(record.Prices.GetValueOrDefault(currency.Number));
            if (currency.Number == record.PriceCurrency)
                item["currency_id"] = currency.Id;
        }
    }

    /// <summary>A number without superfluous zeros, as PHP writes a float.</summary>
    public static JsonValue Plain(decimal number) => JsonValue.Create(number / 1.000000000000000000000000000000m);
}
