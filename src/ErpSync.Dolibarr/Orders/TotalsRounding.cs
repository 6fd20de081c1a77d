namespace ErpSync.Dolibarr;

/// <summary>The setting <c>MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND</c>: the VAT of a rate is that of the sum of its lines; the line at which it shows carries the difference.</summary>
internal static class TotalsRounding
{
    public static List<PlannedLine> Adjust(IReadOnlyList<PlannedLine> lines, PriceMath math)
    {
        var sums = new Dictionary<decimal, (decimal Net, decimal Vat)>();
        var adjusted = new List<PlannedLine>(lines.Count);
        foreach (var line in lines)
        {
            var (net, vat) = sums.GetValueOrDefault(line.Rate.Percent);
            (net, vat) = (net + line.Net, vat + line.Tax);
            var difference = line.Rate.Local1 is null && line.Rate.Local2 is null ? math.Total(vat - math.Total(net * line.Rate.Percent / 100)) : 0;
            adjusted.Add(difference == 0 ? line : line with { Tax = line.Tax - difference });
            sums[line.Rate.Percent] = (net, vat - difference);
        }

        return adjusted;
    }
}
