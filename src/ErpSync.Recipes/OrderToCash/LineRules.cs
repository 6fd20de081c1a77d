namespace ErpSync.Recipes;

/// <summary>What the options make of the lines of a document. Pure.</summary>
internal static class LineRules
{
    public static ValueList<DocumentLine> Apply(ValueList<DocumentLine> lines, OrderToCashOptions options, string? carrier)
    {
        IEnumerable<DocumentLine> result = lines.Select(line => Taxed(line, options.DoubleTaxes));
        if (options.CarrierNameOnLine && carrier is { Length: > 0 })
            result = result.Select(line => line.Kind == LineKind.Shipping ? line with { Label = carrier } : line);
        if (options.DiscountLines == DiscountLines.PerTaxRate)
            result = Summed(result);
        return result.ToValueList();
    }

    public static ValueList<TaxRate>? Taxes(ValueList<TaxRate>? taxes, DoubleTaxes mode) => taxes is not { Count: > 1 } || mode == DoubleTaxes.AsTheShop
        ? taxes
        : taxes.Select((rate, place) => rate with { Compound = place > 0 && mode == DoubleTaxes.OnTaxed }).ToValueList();

    private static DocumentLine Taxed(DocumentLine line, DoubleTaxes mode) => line.Taxes is { Count: > 1 } ? line with { Taxes = Taxes(line.Taxes, mode) } : line;

    private static IEnumerable<DocumentLine> Summed(IEnumerable<DocumentLine> lines)
    {
        var all = lines.ToList();
        var discounts = all.Where(line => line is { Kind: LineKind.Discount, Net: not null, Tax: not null }).ToList();
        return all.Except(discounts).Concat(discounts.GroupBy(line => line.Taxes).Select(Sum));
    }

    private static DocumentLine Sum(IGrouping<ValueList<TaxRate>?, DocumentLine> group)
    {
        var first = group.First();
        if (group.Count() == 1)
            return first;
        var net = first.Net!.Value with { Amount = group.Sum(line => line.Net!.Value.Amount) };
        return first with
        {
            Id = null,
            Reference = null,
            Label = string.Join(", ", group.Select(line => line.Label ?? line.Reference).OfType<string>().Distinct()) is { Length: > 0 } label ? label : null,
            Quantity = 1,
            UnitNet = net,
            UnitGross = null,
            Net = net,
            Tax = first.Tax!.Value with { Amount = group.Sum(line => line.Tax!.Value.Amount) },
            TaxAmounts = [],
        };
    }
}
