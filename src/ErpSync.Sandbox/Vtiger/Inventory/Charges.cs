using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Shipping and its taxes as an order sends them.</summary>
internal static class Charges
{
    private const string Name = "shipping_&_handling";
    private static readonly string[] Taxes = ["1", "2", "3"];

    /// <summary>Reads the charge and writes the header's amount into the element, as the server does before it stores.</summary>
    /// <returns>The charge, and what lands in the header's percentage: the amount, by a slip of the server.</returns>
    /// <exception cref="PhpFatalException">A header amount is a text that is no number, on PHP 8.</exception>
    public static (Charge Charge, decimal Percent) Read(VtigerState state, JsonObject element)
    {
        if (state.IsPhp8 && Values.Leading(element.Text("hdnDiscountPercent")) == 0)
            Values.Operand(element["hdnDiscountAmount"]);
        if (element.ContainsKey(Name))
        {
            var sent = element.Text(Name);
            var value = sent.Contains('%', StringComparison.Ordinal) ? Values.Leading(element.Text("hdnSubTotal")) * Values.Leading(sent) / 100 : state.IsPhp8 ? Values.Operand(element[Name]) : Values.Leading(sent);
            if (value != 0)
            {
                element["hdnS_H_Amount"] = value;
                return (new Charge(sent.Contains('%', StringComparison.Ordinal) ? value.ToString(CultureInfo.InvariantCulture) : sent, Sent(element)), value);
            }
        }

        var amount = element.IsSet("hdnS_H_Amount") ? element.Text("hdnS_H_Amount") : null;
        var percent = Values.Leading(element.Text("hdnS_H_Percent"));
        return percent != 0 && Values.Leading(amount ?? "") != 0
            ? (new Charge(amount, new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["1"] = element["hdnS_H_Percent"]!.DeepClone() }), Values.Leading(amount!) * percent / 100)
            : (new Charge(amount, Taxes.ToDictionary(tax => tax, JsonNode (_) => JsonValue.Create(0), StringComparer.Ordinal)), 0);
    }

    /// <summary>The charge as fields of the order; a tax that nobody sent is the number 0.</summary>
    public static void Show(JsonObject item, Charge? charge)
    {
        if (charge is null)
            return;
        item[Name] = charge.Value;
        foreach (var (tax, percent) in charge.Taxes)
            item[$"{Name}_shtax{tax}"] = percent.DeepClone();
    }

    private static Dictionary<string, JsonNode> Sent(JsonObject element) =>
        Taxes.Where(tax => element.IsSet($"{Name}_shtax{tax}")).ToDictionary(tax => tax, tax => element[$"{Name}_shtax{tax}"]!.DeepClone(), StringComparer.Ordinal);
}
