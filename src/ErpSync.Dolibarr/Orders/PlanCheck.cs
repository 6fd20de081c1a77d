namespace ErpSync.Dolibarr;

/// <summary>Compares what Dolibarr will make of a document with what its source tells, to the last decimal.</summary>
internal static class PlanCheck
{
    /// <summary>The totals that must come out: told, or the sum of lines that tell theirs; null when nobody tells any.</summary>
    public static (decimal? Net, decimal? Tax, decimal Gross)? Expected(IReadOnlyCollection<DocumentLine> lines, DocumentAmounts told)
    {
        if (told.Gross is { } gross)
            return (told.Net?.Amount, told.Tax?.Amount, gross.Amount);
        var counted = lines.Where(line => line.Kind != LineKind.Text).ToList();
        return counted.Count > 0 && counted.TrueForAll(line => line.Gross is not null)
            ? (counted.Sum(line => line.Net!.Value.Amount), counted.Sum(line => line.Tax!.Value.Amount), counted.Sum(line => line.Gross!.Value.Amount))
            : null;
    }

    /// <summary>The line that makes the total come out; null when none is needed.</summary>
    /// <exception cref="ConnectorException">The totals cannot be made to come out.</exception>
    public static DocumentLine? RoundingLine(DocumentPlan plan, (decimal? Net, decimal? Tax, decimal Gross)? expected, PriceMath math, bool isAllowed)
    {
        if (expected is not { } told)
            return null;
        var gross = told.Gross - plan.Gross;
        var (net, tax) = ((told.Net ?? plan.Net) - plan.Net, (told.Tax ?? plan.Tax) - plan.Tax);
        if (gross == 0 && net == 0 && tax == 0)
            return null;
        var most = plan.Currency.MinorUnit * Math.Max(plan.Lines.Count(line => line.Kind != LineKind.Text), 1);
        // Net and gross are what is rounded, and the tax lies between them: where one was rounded up and the other down, it differs by two units although nothing but rounding does.
        if (Math.Abs(gross) > most || Math.Abs(net) > most || (told.Net is null && Math.Abs(tax) > most))
            throw Different(plan, told, math);
        if (gross == 0)
            return null;
        if (math.Total(gross) != gross || (math.Step > 0 && gross % math.Step != 0))
            throw TooFine(plan, told, math);
        if (!isAllowed)
            throw Different(plan, told, math);
        var money = new Money(gross, plan.Currency);
        return new DocumentLine { Kind = LineKind.Rounding, Label = "Rounding", Quantity = 1, UnitNet = money, Taxes = [], Net = money, Tax = money with { Amount = 0 } };
    }

    private static ConnectorException TooFine(DocumentPlan plan, (decimal? Net, decimal? Tax, decimal Gross) told, PriceMath math)
    {
        var setting = Setting("MAIN_MAX_DECIMALS_TOT", plan);
        var step = math.Step > 0 ? $" in steps of {JsonValues.Invariant(math.Step)} ({Setting("MAIN_ROUNDING_RULE_TOT", plan)})" : "";
        return new ConnectorException(new SyncProblem(
            ProblemKind.Misconfigured,
            DocumentCodes.TotalsDecimals,
            $"The total of {Text(told.Gross, plan)} cannot be stored: Dolibarr keeps totals with {math.TotalDecimals} decimals{step}. It would become {Text(plan.Gross, plan)}.")
        {
            Field = nameof(Order.TotalGross),
            Remedy = $"Set {setting} to {Math.Max(Decimals(told.Gross), plan.Currency.Decimals)} or more (Home, Setup, Limits and accuracy){(plan.IsForeign ? $", with MAIN_ROUNDING_RULE_TOT_{plan.Currency} beside it" : "")}{(math.Step > 0 ? $", and {Setting("MAIN_ROUNDING_RULE_TOT", plan)} to a finer step" : "")}.",
        });
    }

    private static ConnectorException Different(DocumentPlan plan, (decimal? Net, decimal? Tax, decimal Gross) told, PriceMath math)
    {
        var lines = plan.Lines
            .Where(line => line.Kind != LineKind.Text && ((line.Source.Net is { } net && net.Amount != line.Net) || (line.Source.Tax is { } tax && tax.Amount != line.Tax)))
            .Select(line => $"'{line.Source.Label ?? line.Source.Reference ?? line.Kind.ToString()}': {line.Source.Net?.ToString() ?? "?"} + {line.Source.Tax?.ToString() ?? "?"} would be {JsonValues.Invariant(line.Net)} + {JsonValues.Invariant(line.Tax)}")
            .Take(3)
            .ToList();
        return new ConnectorException(new SyncProblem(
            ProblemKind.Rejected,
            DocumentCodes.TotalsDiffer,
            $"Dolibarr would make {Text(plan.Net, plan)} + {Text(plan.Tax, plan)} = {Text(plan.Gross, plan)} of a document of {Text(told.Gross, plan)}{(lines.Count > 0 ? $" ({string.Join("; ", lines)})" : "")}; nothing was sent, and no price was changed.")
        {
            Field = nameof(Order.TotalGross),
            Remedy = $"Check {Setting("MAIN_MAX_DECIMALS_TOT", plan)} (now {math.TotalDecimals}), MAIN_MAX_DECIMALS_UNIT (now {math.UnitDecimals}) and {Setting("MAIN_ROUNDING_RULE_TOT", plan)} (now {(math.Step > 0 ? JsonValues.Invariant(math.Step) : "off")}) under Home, Setup, Limits and accuracy, and the row of the VAT dictionary; or allow RoundingLines. A source that rounds each piece differs by more the more pieces a line has: let it round each line.",
        });
    }

    private static string Setting(string name, DocumentPlan plan) => plan.IsForeign ? $"{name}_{plan.Currency}" : name;

    private static string Text(decimal amount, DocumentPlan plan) => new Money(amount, plan.Currency).ToString();

    private static int Decimals(decimal amount) => (amount / 1.0000000000000000000000000000m).Scale;
}
