using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>
/// What the lines and the header of a document come to. All money is in lines: discounts, shipping and adjustment of the header become lines of their own. With taxes per line
/// vtiger adds compound taxes as simple ones; with one set for all it takes the rates of the first line, whatever the others show.
/// </summary>
internal static class LineMapping
{
    public static async Task<ValueList<DocumentLine>> ReadAsync(InventoryRow document, CurrencyCode currency, VtigerRun run, CancellationToken cancellationToken)
    {
        var isGroup = document.Header.Text("hdnTaxType") == "group";
        var group = isGroup && document.Lines.Count > 0 ? Rates(document.Lines[0], run.Setup, compounds: true) : ValueList<TaxRate>.Empty;
        var lines = new List<DocumentLine>();
        foreach (var row in document.Lines)
        {
            var product = row.Text("productid");
            var kind = product is null ? null : await run.Services.KindOfAsync(product, cancellationToken);
            lines.Add(Read(row, currency, isGroup ? group : Rates(row, run.Setup, compounds: false), kind, run));
        }

        AddHeader(lines, document.Header, currency, isGroup ? group : null);
        return lines.ToValueList();
    }

    public static ValueList<TaxRate> Rates(JsonElement line, CrmSetup setup, bool compounds) => TaxSlots.Rates(Percents(line), setup, compounds);

    public static IEnumerable<KeyValuePair<string, decimal>> Percents(JsonElement line) => line.ValueKind != JsonValueKind.Object ? [] : line.EnumerateObject()
        .Where(field => field.Name.Length > 3 && field.Name.StartsWith("tax", StringComparison.Ordinal) && field.Name.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0)
        .Select(field => KeyValuePair.Create(field.Name, line.Number(field.Name) ?? 0));

    private static DocumentLine Read(JsonElement row, CurrencyCode currency, ValueList<TaxRate> rates, LineKind? kind, VtigerRun run)
    {
        var reader = new LineFields(row);
        var (quantity, price, percent, amount) = (reader.Number("quantity") ?? 0, reader.Number("listprice") ?? 0, reader.Number("discount_percent") ?? 0, reader.Number("discount_amount") ?? 0);
        var net = new Money((quantity * price * (1 - (percent / 100))) - amount, currency);
        var taxes = LineAmounts.Taxes(net, rates);
        var product = RecordNumber.Parse(row.Text("productid"));
        var isService = product is { } number && run.Schema.PrefixOf(Modules.Services) == number.Prefix;
        var comment = Texts.Trimmed(row.Text("comment"));
        var label = Texts.Trimmed(row.Text("product_name"));
        return new DocumentLine
        {
            Id = row.Text("id"),
            Kind = kind ?? (isService ? LineKind.Service : LineKind.Product),
            Product = kind is null && product is { } sold ? new Ref(EntityKind.Product, new RemoteId(sold.ToString())) : null,
            Label = kind is null ? label : comment ?? label,
            Description = kind is null ? comment : null,
            Quantity = quantity,
            UnitNet = new Money(price, currency),
            DiscountPercent = percent == 0 ? null : percent,
            DiscountAmount = amount == 0 ? null : new Money(amount, currency),
            Taxes = rates,
            TaxAmounts = taxes,
            Net = net,
            Tax = net with { Amount = taxes.Sum(tax => tax.Amount) },
        };
    }

    private static void AddHeader(List<DocumentLine> lines, JsonElement header, CurrencyCode currency, ValueList<TaxRate>? group)
    {
        var fields = new LineFields(header);
        var net = lines.Sum(line => line.Net!.Value.Amount);
        var gross = lines.Sum(line => line.Gross!.Value.Amount);

        // With one set of taxes the discount comes before tax, with taxes per line it comes after them.
        var percent = fields.Number("hdnDiscountPercent") ?? 0;
        var discount = (fields.Number("hdnDiscountAmount") ?? 0) is var amount and not 0 ? amount : (group is null ? gross : net) * percent / 100;
        if (discount != 0)
            lines.Add(Charge(LineKind.Discount, -discount, currency, group ?? []));
        if (fields.Number("hdnS_H_Amount") is { } shipping and not 0)
            lines.Add(Charge(LineKind.Shipping, shipping, currency, ShippingRates(header)));
        if (fields.Number("txtAdjustment") is { } adjustment and not 0)
            lines.Add(Charge(Math.Abs(adjustment) <= currency.MinorUnit * Math.Max(1, lines.Count) ? LineKind.Rounding : LineKind.Fee, adjustment, currency, []));
    }

    private static DocumentLine Charge(LineKind kind, decimal amount, CurrencyCode currency, ValueList<TaxRate> rates)
    {
        var net = new Money(amount, currency);
        var taxes = LineAmounts.Taxes(net, rates);
        return new DocumentLine { Kind = kind, Quantity = 1, UnitNet = net, Net = net, Taxes = rates, TaxAmounts = taxes, Tax = net with { Amount = taxes.Sum(tax => tax.Amount) } };
    }

    private static ValueList<TaxRate> ShippingRates(JsonElement header) => header.ValueKind != JsonValueKind.Object ? [] : header.EnumerateObject()
        .Where(field => field.Name.StartsWith("shipping_&_handling_shtax", StringComparison.Ordinal))
        .Select(field => header.Number(field.Name) ?? 0).Where(percent => percent != 0).Select(percent => new TaxRate(percent)).ToValueList();

    private readonly struct LineFields(JsonElement row)
    {
        public decimal? Number(string name)
        {
            if (Texts.Trimmed(row.Text(name)) is not { } text)
                return null;
            return JsonValues.TryNumber(text, out var number) ? Math.Round(number, 10) : throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.Unreadable, $"The field {name} of a line or document is not a number.") { Field = name });
        }
    }
}
