using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Sandbox.Vtiger;

namespace ErpSync.Sandbox.Tests.Vtiger.Fidelity;

/// <summary>Adds a record as a recording shows it, with its number, its dates and its values.</summary>
internal static class HistorySeeds
{
    private static readonly Dictionary<string, string> Modules = new(StringComparer.Ordinal)
    {
        ["10"] = "Leads",
        ["11"] = "Accounts",
        ["12"] = "Contacts",
        ["13"] = "Potentials",
        ["14"] = "Products",
        ["15"] = "Documents",
        ["2"] = "Vendors",
        ["26"] = "Services",
        ["4"] = "Quotes",
        ["5"] = "PurchaseOrder",
        ["6"] = "SalesOrder",
        ["7"] = "Invoice",
        ["8"] = "PriceBooks",
    };

    public static void Add(VtigerState state, string id)
    {
        var (prefix, number) = (id.Split('x')[0], long.Parse(id.Split('x')[1], CultureInfo.InvariantCulture));
        if (!Modules.TryGetValue(prefix, out var module) || state.Records.ContainsKey(number) || VtigerRecordings.View(id) is not { } view)
            return;
        var element = new JsonObject();
        foreach (var (name, value) in view)
        {
            if (name is not ("id" or "label" or "LineItems_FinalDetails" or "new" or "productid") && value is not null)
                element[name] = value.DeepClone();
        }

        if (module is "SalesOrder" or "Invoice" or "Quotes" or "PurchaseOrder" && element["LineItems"] is not JsonArray { Count: > 0 })
            element["LineItems"] = new JsonArray(new JsonObject { ["productid"] = "14x49", ["quantity"] = "1", ["listprice"] = "1" });
        if (module is "Products" or "Services" && !element.ContainsKey("discontinued"))
            element["discontinued"] = "1";
        var record = state.Add(module, element, number);
        foreach (var (name, value) in view)
        {
            if (value?.GetValueKind() == JsonValueKind.String && name is not ("id" or "label"))
                record[name] = value.GetValue<string>();
        }
    }
}
