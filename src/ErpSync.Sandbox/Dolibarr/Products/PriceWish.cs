namespace ErpSync.Sandbox.Dolibarr;

/// <summary>A price that somebody asked for.</summary>
internal sealed record PriceWish(string Base, decimal Price, decimal PriceTtc, decimal PriceMin, decimal PriceMinTtc)
{
    public bool IsTtc => Base == "TTC";

    public static PriceWish Of(DolibarrProduct product) => new(product.PriceBaseType, product.Price, product.PriceTtc, product.PriceMin, product.PriceMinTtc);

    public static PriceWish Of(DolibarrPriceLevel level) => new(level.PriceBaseType, level.Price, level.PriceTtc, level.PriceMin, level.PriceMinTtc);

    /// <summary>What is stored, with what a body changes.</summary>
    public static PriceWish From(RequestBody body, PriceWish stored) => new(
        body.Has("price_base_type") ? body.Text("price_base_type") ?? "" : stored.Base,
        body.Has("price") ? Numbers.Read(body.Text("price")) : stored.Price,
        body.Has("price_ttc") ? Numbers.Read(body.Text("price_ttc")) : stored.PriceTtc,
        body.Has("price_min") ? Numbers.Read(body.Text("price_min")) : stored.PriceMin,
        body.Has("price_min_ttc") ? Numbers.Read(body.Text("price_min_ttc")) : stored.PriceMinTtc);
}
