namespace ErpSync.Simulation.Model;

/// <summary>What the two systems do to what they are sent.</summary>
internal static class Normalisation
{
    private const int NameLength = 14;

    public static Product Shop(Product x) => x with
    {
        Reference = x.Reference?.Trim().ToUpperInvariant(),
        Name = x.Name.Select(text => Cut(text.Trim())),
        PriceNet = x.PriceNet?.Round(2),
    };

    public static Product Erp(Product x) => x with
    {
        Reference = x.Reference?.Trim(),
        Name = x.Name.Select(text => text.Trim()),
        Description = x.Description.Select(Strip),
        WeightKg = Round(x.WeightKg, 1),
        Custom = TextMap.From(x.Custom.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Trim().ToUpperInvariant()))),
    };

    public static ProductVariant Shop(ProductVariant x) => x with { PriceNet = x.PriceNet?.Round(2) };

    public static ProductVariant Erp(ProductVariant x) => x with { WeightKg = Round(x.WeightKg, 0) };

    private static decimal? Round(decimal? number, int decimals) => number is { } known ? Math.Round(known, decimals, MidpointRounding.AwayFromZero) : null;

    private static string Cut(string text) => text.Length <= NameLength ? text : text[..NameLength].TrimEnd();

    private static string Strip(string html)
    {
        var text = new System.Text.StringBuilder(html.Length);
        var inside = false;
        foreach (var character in html)
        {
            if (character == '<')
                inside = true;
            else if (character == '>')
                inside = false;
            else if (!inside)
                text.Append(character);
        }

        return text.ToString().Trim();
    }
}
