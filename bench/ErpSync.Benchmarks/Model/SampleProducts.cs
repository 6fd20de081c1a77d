using System.Globalization;

namespace ErpSync.Benchmarks.Model;

/// <summary>Makes product i: the same for the same i, with texts of a usual length, two languages, a price and a tax.</summary>
internal static class SampleProducts
{
    private static readonly CurrencyCode Euro = CurrencyCode.Parse("EUR");
    private static readonly ValueList<TaxRate> Taxes = [new TaxRate(20)];

    public static Product Make(long i)
    {
        var number = i.ToString(CultureInfo.InvariantCulture);
        return new Product
        {
            Reference = "REF-" + number,
            Name = LocalizedText.From([new("en", "Stoneware mug no. " + number), new("fr", "Tasse en grès nº " + number)]),
            Description = LocalizedText.Of("en", $"<p>Mug number {number}, thrown and glazed by hand, 0.3 l, safe in the dishwasher &amp; the microwave.</p>"),
            PriceNet = new Money((i % 10000) + 0.95m, Euro),
            Taxes = Taxes,
            Barcode = "40063" + (i % 100000000).ToString("D8", CultureInfo.InvariantCulture),
            WeightKg = 0.35m,
            Active = true,
            IsService = false,
        };
    }
}
