namespace ErpSync.Dolibarr;

/// <summary>
/// A document as it will be sent: its lines with what Dolibarr will make of them, and a visible rounding line where only Dolibarr's rounding differs. Made before anything is
/// written; a document that would come out with other totals is refused. No price is changed to fit.
/// </summary>
internal sealed class DocumentPlan
{
    private const int PriceDecimals = 10;

    private DocumentPlan(IReadOnlyList<PlannedLine> lines, CurrencyCode currency, decimal rate, bool isForeign)
    {
        (Lines, Currency, Rate, IsForeign) = (lines, currency, rate, isForeign);
        Net = lines.Sum(line => line.Net);
        Tax = lines.Sum(line => line.Tax);
    }

    public IReadOnlyList<PlannedLine> Lines { get; }

    public CurrencyCode Currency { get; }

    /// <summary>Units of the currency per unit of the company's; 1 for the company's own.</summary>
    public decimal Rate { get; }

    public bool IsForeign { get; }

    public decimal Net { get; }

    public decimal Tax { get; }

    public decimal Gross => Net + Tax;

    /// <summary>Plans a document.</summary>
    /// <param name="lines">Its lines, in the document's own signs.</param>
    /// <param name="told">The totals that its source tells; they must come out.</param>
    /// <param name="currency">Its currency; null for the company's.</param>
    /// <param name="rate">Units per unit of the company's currency; null takes Dolibarr's present rate.</param>
    /// <param name="setup">The setup.</param>
    /// <param name="trade">How documents are rounded.</param>
    /// <param name="roundingLines">Whether a rounding line may be added.</param>
    /// <exception cref="ConnectorException">The document cannot come out as its source tells it; the setting to change is named.</exception>
    public static DocumentPlan Make(IReadOnlyList<DocumentLine> lines, DocumentAmounts told, CurrencyCode? currency, decimal? rate, DolibarrSetup setup, TradeSetup trade, bool roundingLines)
    {
        var code = currency ?? setup.Currency ?? lines.Select(line => (line.Net ?? line.UnitNet)?.Currency).OfType<CurrencyCode>().FirstOrDefault();
        var isForeign = setup.Currency is { } own && code != own;
        var factor = isForeign ? Factor(code, rate, setup, trade) : 1;
        var math = PriceMath.For(isForeign ? code : null, setup, trade);
        var split = lines.SelectMany(line => line is { Kind: LineKind.Discount, Taxes: null } ? DiscountSplit.PerTaxes(line with { Net = line.Net ?? LineAmounts.Net(line) }, lines.Where(other => other.Kind != LineKind.Discount)) : [line]).ToList();
        var planned = split.ConvertAll(line => Plan(line, factor, isForeign, math, setup));
        if (trade.RoundsTotals && !isForeign)
            planned = TotalsRounding.Adjust(planned, math);
        var plan = new DocumentPlan(planned, code, factor, isForeign);
        var expected = PlanCheck.Expected(split, told);
        return PlanCheck.RoundingLine(plan, expected, math, roundingLines) is not { } rounding
            ? plan
            : new DocumentPlan([.. planned, Plan(rounding, factor, isForeign, math, setup)], code, factor, isForeign);
    }

    /// <summary>The plan; null where there can be none.</summary>
    public static DocumentPlan? TryMake(IReadOnlyList<DocumentLine> lines, DocumentAmounts told, CurrencyCode? currency, decimal? rate, DolibarrSetup setup, TradeSetup trade, bool roundingLines)
    {
        try
        {
            return lines.Any(line => Amount(line) is null && line.Kind != LineKind.Text) ? null : Make(lines, told, currency, rate, setup, trade, roundingLines);
        }
        catch (ConnectorException)
        {
            return null;
        }
    }

    /// <summary>The lines as they will be read.</summary>
    public ValueList<DocumentLine> AsRead(int unitDecimals) => Lines.Select(line => line.Kind == LineKind.Text ? line.Source : line.Source with
    {
        Quantity = line.Quantity,
        UnitNet = new Money(Math.Round(line.Unit, unitDecimals, MidpointRounding.AwayFromZero), Currency),
        DiscountPercent = line.Percent == 0 ? null : line.Percent,
        DiscountAmount = null,
        Taxes = line.Rate.Taxes,
        Net = new Money(line.Net, Currency),
        Tax = new Money(line.Tax, Currency),
    }).ToValueList();

    private static decimal Factor(CurrencyCode code, decimal? rate, DolibarrSetup setup, TradeSetup trade)
    {
        if (!trade.Currencies.TryGetValue(code, out var present))
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, DocumentCodes.CurrencyUnknown, $"The document is in {code}, which is not in use in Dolibarr: it would be stored in {setup.Currency}.")
            {
                Field = nameof(Order.Currency),
                Remedy = $"Switch the module Multi-currency on and add {code} (Home, Setup, Modules, Multi-currency).",
            });
        }

        return rate is { } told and > 0 ? told : present > 0 ? present : throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.CurrencyUnknown, $"The document tells no rate for {code}, and Dolibarr has none.") { Field = nameof(Order.ConversionRate) });
    }

    private static PlannedLine Plan(DocumentLine line, decimal factor, bool isForeign, PriceMath math, DolibarrSetup setup)
    {
        if (line.Kind == LineKind.Text)
            return new PlannedLine(line, new VatRate(0, null, null, null), 0, 0, 0, 0, 0, 0);
        var amount = Amount(line) ?? throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.LineWithoutAmount, $"The line '{line.Label ?? line.Reference}' has neither an amount nor a price.") { Field = nameof(Order.Lines) });
        var quantity = line.Quantity == 0 ? 1 : line.Quantity;
        var unit = line.Quantity != 0 && line.UnitNet is { } told ? told.Amount : amount / quantity;
        var whole = unit * quantity;
        var percent = line.DiscountAmount is null ? line.DiscountPercent ?? 0 : whole == 0 ? 0 : Math.Round((1 - (amount / whole)) * 100, PriceDecimals);
        var rate = LineTaxes.RateOf(line, amount, math, setup);
        // What Dolibarr keeps of a price that it is sent has ten decimals; the foreign price is reckoned from it.
        var subprice = isForeign ? Away(unit / factor) : Math.Round(unit, PriceDecimals, MidpointRounding.AwayFromZero);
        var (net, vat, local1, local2) = math.Line(subprice * factor * quantity * (100 - percent) / 100, rate, line.Kind != LineKind.Product);
        return new PlannedLine(line, rate, unit, subprice, quantity, percent, net, vat + local1 + local2);
    }

    /// <summary>What the line comes to: by its price and discount, else by its total.</summary>
    private static decimal? Amount(DocumentLine line) => (LineAmounts.Net(line) ?? line.Net)?.Amount;

    // Away from zero, so that a half cent of the foreign price stays a half cent.
    private static decimal Away(decimal price)
    {
        var scaled = price * 10_000_000_000m;
        return (scaled < 0 ? decimal.Floor(scaled) : decimal.Ceiling(scaled)) / 10_000_000_000m;
    }
}
