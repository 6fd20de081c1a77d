using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>LineItems_FinalDetails: what the screens show of an order, keyed by the line's place, as texts in the user's decimals.</summary>
internal sealed class FinalDetails
{
    private readonly VtigerState _state;
    private readonly VtigerRecord _record;
    private readonly int _decimals;
    private readonly bool _isIndividual;
    private decimal _subTotal;
    private decimal _preTax;
    private bool _hasLines;

    private FinalDetails(VtigerState state, VtigerRecord record, int decimals)
    {
        (_state, _record, _decimals) = (state, record, decimals);
        _isIndividual = record["hdnTaxType"] == "individual";
    }

    public static JsonObject Of(VtigerState state, VtigerRecord record, int decimals) => new FinalDetails(state, record, decimals).Build();

    private JsonObject Build()
    {
        var details = new JsonObject();
        var lines = _state.LinesOf(_record.Number).OrderBy(line => line.Sequence).ToList();
        for (var i = 0; i < lines.Count; i++)
            details[(i + 1).ToString(CultureInfo.InvariantCulture)] = Line(lines[i], (i + 1).ToString(CultureInfo.InvariantCulture));
        _hasLines = lines.Count > 0;
        _subTotal = lines.Count == 0 ? 0 : Values.Leading(_record["hdnSubTotal"]);
        var first = details["1"] as JsonObject;
        if (first is null)
            details["1"] = first = [];
        first["final_details"] = Final(lines.FirstOrDefault());
        if (lines.Count == 0 && _isIndividual)
            first["netPrice1"] = Text(0);
        return details;
    }

    private JsonObject Line(VtigerLine line, string at)
    {
        var product = _state.Records.GetValueOrDefault(line.Product);
        var isService = product?.Module == "Services";
        var total = Values.Leading(line.ListPrice) * Values.Leading(line.Quantity);
        var percent = Values.Leading(line.DiscountPercent);
        var amount = Values.Leading(line.DiscountAmount);
        var discount = amount != 0 ? amount : percent / 100 * total;
        var after = total - discount;
        _preTax += after;
        var taxes = Taxes(line, product, after);
        var taxTotal = _isIndividual ? taxes.Sum(tax => (decimal?)tax!["amount"]?.GetValue<decimal>() ?? 0) : 0;
        var item = new JsonObject
        {
            ["purchaseCost" + at] = Text(0),
            ["margin" + at] = Text(0),
            ["productDeleted" + at] = product?.IsDeleted ?? false,
            ["entityType" + at] = product?.Module,
        };
        if (at != "1")
            item["delRow" + at] = "Del";
        item["hdnProductId" + at] = line.Product.ToString(CultureInfo.InvariantCulture);
        item["productName" + at] = product is null ? "" : product.Label;
        item["hdnProductcode" + at] = product is null ? "" : product[isService ? "service_no" : "product_no"];
        item["productDescription" + at] = product is null ? "" : product["description"];
        item["comment" + at] = Labels.Escape(line.Comment);
        item["qtyInStock" + at] = isService ? "NA" : Trimmed(product?["qtyinstock"] ?? "0");
        item["qty" + at] = Trimmed(line.Quantity);
        item["listPrice" + at] = Text(Values.Leading(line.ListPrice));
        item["unitPrice" + at] = Text(product is null ? 0 : Values.Leading(product["unit_price"]));
        item["productTotal" + at] = Text(total);
        item["subproduct_ids" + at] = "";
        if (!isService)
            (item["subprod_qty_list" + at], item["subprod_names" + at]) = (new JsonArray(), "");
        Discount(item, at, amount == 0 ? percent : 0, amount);
        item["discountTotal" + at] = Text(discount);
        item["totalAfterDiscount" + at] = Text(after);
        item["taxTotal" + at] = Text(taxTotal);
        item["netPrice" + at] = Text(after + taxTotal);
        if (taxes.Count > 0)
            item["taxes"] = taxes;
        return item;
    }

    private static void Discount(JsonObject item, string at, decimal percent, decimal amount)
    {
        item["discount_percent" + at] = percent != 0 ? JsonValue.Create(Trimmed(percent.ToString(CultureInfo.InvariantCulture))) : JsonValue.Create(0);
        item["discount_amount" + at] = amount != 0 ? JsonValue.Create(Trimmed(amount.ToString(CultureInfo.InvariantCulture))) : JsonValue.Create(0);
        var kind = amount != 0 ? "amount" : percent != 0 ? "percent" : "zero";
        if (kind != "zero")
            item["discount_type" + at] = kind == "percent" ? "percentage" : kind;
        item[$"checked_discount_{kind}{at}"] = " checked";
        if (kind == "zero")
            return;
        item[$"style_discount_{kind}{at}"] = " style=\"visibility:visible\"";
        item[$"style_discount_{(kind == "amount" ? "percent" : "amount")}{at}"] = " style=\"visibility:hidden\"";
    }

    private JsonArray Taxes(VtigerLine line, VtigerRecord? product, decimal after)
    {
        var taxes = new JsonArray();
        foreach (var tax in _state.ActiveTaxes().Where(tax => product?.IsDeleted == false && product.Taxes.ContainsKey(tax["taxname"])))
        {
            var percent = line.Taxes.GetValueOrDefault(tax["taxname"], "");
            var item = Tax(tax, JsonValue.Create(percent), null);
            item.Insert(3, "deleted", "0");
            item["regionsList"] = new JsonObject { ["default"] = percent };
            if (_isIndividual)
                item["amount"] = RecordReader.Plain(after * Values.Leading(percent) / 100);
            taxes.Add(item);
        }

        return taxes;
    }

    private JsonObject Final(VtigerLine? first)
    {
        var isGroup = _record["hdnTaxType"] == "group";
        var amount = Values.Leading(_record["hdnDiscountAmount"]);
        var percent = Values.Leading(_record["hdnDiscountPercent"]);
        var kind = amount != 0 ? "amount" : percent != 0 ? "percentage" : "zero";
        var discount = amount != 0 ? amount : percent / 100 * _subTotal;
        var item = new JsonObject
        {
            ["taxtype"] = _record["hdnTaxType"] is { Length: > 0 } type ? type : null,
            ["discount_type_final"] = kind,
            ["hdnSubTotal"] = Text(_subTotal),
            ["discount_percentage_final"] = kind == "percentage" ? JsonValue.Create(_record["hdnDiscountPercent"]) : JsonValue.Create(0),
            ["discount_amount_final"] = Text(amount),
        };
        if (kind != "zero")
        {
            item[$"checked_discount_{kind}_final"] = " checked";
            item[$"style_discount_{kind}_final"] = " style=\"visibility:visible\"";
            item[$"style_discount_{(kind == "amount" ? "percentage" : "amount")}_final"] = " style=\"visibility:hidden\"";
        }

        item["discountTotal_final"] = Text(discount);
        var basis = _subTotal - discount;
        var taxes = new JsonObject();
        var sum = 0m;
        foreach (var tax in _state.ActiveTaxes())
        {
            var rate = Rate(tax, isGroup, first);
            var on = basis + OrderTotals.CompoundOn(tax).Sum(number => basis * Values.Leading(JsonWords.Text(_state.Tables["Tax"].TryGetValue(long.Parse(number, CultureInfo.InvariantCulture), out var other) ? Rate(other, isGroup, first) : null)) / 100);
            var value = on * Values.Leading(JsonWords.Text(rate)) / 100;
            sum += Math.Round(value, _decimals, MidpointRounding.AwayFromZero);
            taxes[tax.Number.ToString(CultureInfo.InvariantCulture)] = Tax(tax, rate, JsonValue.Create(Text(value)));
        }

        item["taxes"] = taxes;
        item["tax_totalamount"] = Text(sum);
        Shipping(item, discount, basis);
        return item;
    }

    /// <summary>In group mode the rate of the first line, else the tax's own.</summary>
    private static JsonValue Rate(VtigerRecord tax, bool isGroup, VtigerLine? first) =>
        !isGroup ? JsonValue.Create(tax["percentage"]) : first is null ? JsonValue.Create(0) : JsonValue.Create(first.Taxes.GetValueOrDefault(tax["taxname"], "0.000"));

    private void Shipping(JsonObject item, decimal discount, decimal basis)
    {
        var charge = _record.Charge;
        var value = Values.Leading(charge?.Value ?? "");
        item["shipping_handling_charge"] = Text(Values.Leading(_record["hdnS_H_Amount"]));
        var taxes = new JsonArray();
        var sum = 0m;
        foreach (var (number, label) in new[] { ("1", "VAT"), ("2", "Sales"), ("3", "Service") })
        {
            var percent = Values.Leading(JsonWords.Text(charge?.Taxes.GetValueOrDefault(number)));
            sum += value * percent / 100;
            taxes.Add(new JsonObject
            {
                ["taxname"] = "shtax" + number,
                ["taxlabel"] = label,
                ["percentage"] = RecordReader.Plain(percent),
                ["amount"] = RecordReader.Plain(value * percent / 100),
                ["taxid"] = number,
                ["type"] = "Fixed",
                ["method"] = "Simple",
                ["regions"] = new JsonArray(),
                ["compoundon"] = new JsonArray(),
            });
        }

        var shown = new JsonObject();
        foreach (var (number, percent) in charge?.Taxes ?? new Dictionary<string, JsonNode>(StringComparer.Ordinal))
            shown[number] = percent.DeepClone();
        item["sh_taxes"] = taxes;
        item["shtax_totalamount"] = Text(sum);
        item["adjustment"] = Text(Values.Leading(_record["txtAdjustment"]));
        item["grandTotal"] = Text(_hasLines ? Values.Leading(_record["hdnGrandTotal"]) : 0);
        item["preTaxTotal"] = Text(_isIndividual && _hasLines ? _preTax : _subTotal - discount + Values.Leading(_record["hdnS_H_Amount"]));
        item["totalAfterDiscount"] = Text(basis);
        item["chargesAndItsTaxes"] = new JsonObject { ["1"] = new JsonObject { ["value"] = charge?.Value, ["taxes"] = shown } };
        item["deductTaxes"] = new JsonArray();
        item["deductTaxesTotalAmount"] = Text(0);
    }

    private static JsonObject Tax(VtigerRecord tax, JsonValue percent, JsonValue? amount)
    {
        var item = new JsonObject { ["taxname"] = tax["taxname"], ["taxlabel"] = tax["taxlabel"], ["percentage"] = percent };
        if (amount is not null)
            item["amount"] = amount;
        item["taxid"] = tax.Number.ToString(CultureInfo.InvariantCulture);
        item["type"] = tax["type"];
        item["method"] = tax["method"];
        item["regions"] = new JsonArray();
        item["compoundon"] = new JsonArray([.. OrderTotals.CompoundOn(tax).Select(number => JsonValue.Create(number))]);
        return item;
    }

    private string Text(decimal number) => Values.Fixed(number, _decimals);

    private static string Trimmed(string number) => (Values.Leading(number) / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
