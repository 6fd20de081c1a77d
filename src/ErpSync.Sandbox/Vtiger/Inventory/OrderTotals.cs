using System.Globalization;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>
/// The totals of an order as the server computes them, slips included. The server reckons in binary floating point and shows the result unrounded when it answers a write, so the stand-in does too.
/// </summary>
internal sealed record OrderTotals(double SubTotal, double GrandTotal, double PreTaxTotal)
{
    /// <summary>Computes the totals.</summary>
    /// <param name="state">The database with the order's new lines.</param>
    /// <param name="record">The order with its new header.</param>
    /// <param name="groupTaxes">The taxes of the first line as they were sent: in group mode they hold for everything.</param>
    public static OrderTotals Of(VtigerState state, VtigerRecord record, IReadOnlyDictionary<string, double> groupTaxes)
    {
        var isIndividual = string.Equals(record["hdnTaxType"], "individual", StringComparison.OrdinalIgnoreCase);
        double subTotal = 0, preTax = 0;
        foreach (var line in state.LinesOf(record.Number))
        {
            var total = AfterDiscount(line);
            subTotal += total;
            if (!isIndividual)
                continue;

            // Compound taxes are computed but the simple amount is added.
            foreach (var (_, percent) in OwnTaxes(state, line))
                subTotal += total * percent / 100;
            preTax += total;
        }

        double discount = 0;
        if (Number(record["hdnDiscountAmount"]) > 0)
            discount = Number(record["hdnDiscountAmount"]);
        else if (Number(record["hdnDiscountPercent"]) is not 0 and var percent)
            discount = percent / 100 * subTotal;
        var shipping = Number(record["hdnS_H_Amount"]);
        var sum = subTotal - discount + shipping;
        preTax = isIndividual ? preTax - discount + shipping : sum;
        var taxes = (isIndividual ? 0 : GroupTax(state, subTotal - discount, groupTaxes)) + ChargeTax(record.Charge);
        return new OrderTotals(subTotal, sum + taxes + Number(record["txtAdjustment"]), preTax);
    }

    /// <summary>A line without its discount: an amount goes before a percentage.</summary>
    public static double AfterDiscount(VtigerLine line)
    {
        var total = Number(line.ListPrice) * Number(line.Quantity);
        if (Number(line.DiscountAmount) is not 0 and var amount)
            return total - amount;
        return Number(line.DiscountPercent) is not 0 and var percent ? total - (percent / 100 * total) : total;
    }

    /// <summary>The line's taxes that its product has: only they count.</summary>
    public static IEnumerable<(string Name, double Percent)> OwnTaxes(VtigerState state, VtigerLine line)
    {
        if (!state.Records.TryGetValue(line.Product, out var product))
            return [];
        return state.ActiveTaxes().Where(tax => product.Taxes.ContainsKey(tax["taxname"])).Select(tax => (tax["taxname"], Number(line.Taxes.GetValueOrDefault(tax["taxname"], ""))));
    }

    public static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static IEnumerable<string> CompoundOn(VtigerRecord tax) => tax["compoundon"].Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => number.Trim('"', ' '));

    private static double GroupTax(VtigerState state, double basis, IReadOnlyDictionary<string, double> taxes)
    {
        double sum = 0;
        foreach (var tax in state.ActiveTaxes().Where(tax => taxes.ContainsKey(tax["taxname"])))
        {
            var on = basis;
            foreach (var number in CompoundOn(tax))
                on += taxes.TryGetValue("tax" + number, out var other) ? basis * other / 100 : 0;
            sum += on * taxes[tax["taxname"]] / 100;
        }

        return sum;
    }

    private static double ChargeTax(Charge? charge) => charge is null ? 0 : charge.Taxes.Values.Sum(percent => Number(charge.Value ?? "") * Number(JsonWords.Text(percent)) / 100);
}
