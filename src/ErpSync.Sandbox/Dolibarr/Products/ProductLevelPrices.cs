using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes the price levels of a body, from level 1 up; what was written before a refusal stays.</summary>
internal sealed class ProductLevelPrices(DolibarrState state, DolibarrProduct product, RequestBody body)
{
    /// <summary>Writes every level that the body names, as a new product does.</summary>
    public void WriteAll()
    {
        for (var level = 1; level <= state.PriceLevelCount; level++)
        {
            if (Text("multiprices", level) is not null)
                ProductPricing.Write(product, Wish(level, null), Rate(level, null), level, logged: true, state);
        }
    }

    /// <summary>
    /// Writes the levels as an update does. Version 23 writes each level that has a price again, so that the product's price becomes that of the last one;
    /// version 18 writes only those that differ. A body that replaces the prices but leaves out a level that has one is refused at that level.
    /// </summary>
    /// <param name="levels">The levels as they were before the update: a single price written just before does not count.</param>
    /// <param name="echo">Takes what was written.</param>
    /// <exception cref="RestException">500; lower levels are written by then.</exception>
    public void Update(IReadOnlyDictionary<int, DolibarrPriceLevel> levels, ProductEcho echo)
    {
        for (var level = 1; level <= state.PriceLevelCount; level++)
        {
            var stored = levels.GetValueOrDefault(level);
            if (body.Has("multiprices") && Text("multiprices", level) is null)
            {
                if (stored is not null && !body.Has("multiprices_min"))
                    throw ProductUpdate.Refuse("ErrorPriceCantBeLowerThanMinPrice");
                continue;
            }

            if (stored is null && !body.Has("multiprices"))
                continue;
            var (wish, rate) = (Wish(level, stored), Rate(level, stored));
            var differs = stored is null || wish != PriceWish.Of(stored) with { PriceTtc = wish.PriceTtc } || rate != stored.VatRate || (wish.IsTtc && wish.PriceTtc != stored.PriceTtc);
            if (!differs && (state.Is18 || wish.Price == wish.PriceMin))
                continue;
            if (!ProductPricing.Write(product, wish, rate, level, differs, state))
                throw ProductUpdate.Refuse("ErrorPriceCantBeLowerThanMinPrice");
            echo.Level = level;
            echo.WrittenLevels.Add(level);
        }
    }

    private PriceWish Wish(int level, DolibarrPriceLevel? stored)
    {
        var price = Text("multiprices", level) is { } sent ? Numbers.Read(sent) : stored?.Price ?? 0m;
        var withTax = Text("multiprices_ttc", level) is { } sentTtc ? Numbers.Read(sentTtc) : stored?.PriceTtc ?? 0m;
        var min = Text("multiprices_min", level) is { } sentMin ? Numbers.Read(sentMin) : stored?.PriceMin ?? 0m;
        var minTtc = Text("multiprices_min_ttc", level) is { } sentMinTtc ? Numbers.Read(sentMinTtc) : stored?.PriceMinTtc ?? 0m;
        return new PriceWish(Text("multiprices_base_type", level) ?? stored?.PriceBaseType ?? product.PriceBaseType, price, withTax, min, minTtc);
    }

    private decimal Rate(int level, DolibarrPriceLevel? stored) => Text("multiprices_tva_tx", level) is { } sent ? Numbers.Read(sent) : stored?.VatRate ?? product.VatRate;

    private string? Text(string field, int level) =>
        body.Element(field) is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(Numbers.Text(level), out var value) ? RequestBody.Text(value) : null;
}
