namespace ErpSync.Vtiger.Tests;

/// <summary>Makes test documents such as vtiger can keep: one set of taxes for the lines of products that have none, totals that add up.</summary>
internal static class Documents
{
    public static CurrencyCode Euro { get; } = new("EUR");

    public static Order Order(Order value)
    {
        var (lines, net, tax) = Summed(value.Lines);
        return value with
        {
            Reference = value.Reference ?? "ERPSYNC-TEST-" + Guid.NewGuid().ToString("N")[..10],
            Lines = lines,
            Currency = Euro,
            ConversionRate = null,
            Status = null,
            Stage = value.Stage ?? OrderStage.Pending,
            TotalNet = new Money(net, Euro),
            TotalTax = new Money(tax, Euro),
            TotalGross = new Money(net + tax, Euro),
        };
    }

    public static Invoice Invoice(Invoice value)
    {
        // No kind that an invoice depends on makes products, so its goods become charges.
        var (lines, net, tax) = Summed(value.Lines.Select(line => line.Product is null && line.Kind == LineKind.Product ? line with { Kind = LineKind.Fee, Reference = null, Quantity = 1, UnitNet = line.Net } : line).ToValueList());
        return value with
        {
            Reference = value.Reference ?? "ERPSYNC-TEST-" + Guid.NewGuid().ToString("N")[..10],
            Lines = lines,
            Currency = Euro,
            ConversionRate = null,
            Status = null,
            Stage = value.Stage is InvoiceStage.PartlyPaid or null ? InvoiceStage.Draft : value.Stage,
            TotalNet = new Money(net, Euro),
            TotalTax = new Money(tax, Euro),
            TotalGross = new Money(net + tax, Euro),
        };
    }

    public static Quote Quote(Quote value)
    {
        var (lines, net, tax) = Summed(value.Lines.Select(line => line.Product is null && line.Kind == LineKind.Product ? line with { Kind = LineKind.Fee, Reference = null, Quantity = 1, UnitNet = line.Net } : line).ToValueList());
        return value with
        {
            Subject = value.Subject ?? "ERPSYNC-TEST-" + Guid.NewGuid().ToString("N")[..10],
            Lines = lines,
            Currency = Euro,
            ConversionRate = null,
            Stage = null,
            TotalGross = new Money(net + tax, Euro),
        };
    }

    /// <summary>A line of goods.</summary>
    public static DocumentLine Line(string product, decimal quantity, decimal price, params decimal[] rates) => new()
    {
        Product = new Ref(EntityKind.Product, new RemoteId(product)),
        Quantity = quantity,
        UnitNet = new Money(price, Euro),
        Net = new Money(quantity * price, Euro),
        Taxes = rates.Select(rate => new TaxRate(rate)).ToValueList(),
        Tax = new Money(Math.Round(quantity * price * rates.Sum() / 100, 2, MidpointRounding.AwayFromZero), Euro),
    };

    private static (ValueList<DocumentLine> Lines, decimal Net, decimal Tax) Summed(ValueList<DocumentLine> lines)
    {
        var taxed = lines.Select(line =>
        {
            var net = line.Net!.Value;
            return line with { Taxes = [new TaxRate(20)], Tax = net with { Amount = net.Amount * 0.2m } };
        }).ToValueList();
        var net = taxed.Sum(line => line.Net!.Value.Amount);
        return (taxed, net, Math.Round(net * 1.2m, 2, MidpointRounding.AwayFromZero) - net);
    }
}
