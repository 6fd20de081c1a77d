namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The columns of a product that an update may change, to tell whether it changed any.</summary>
internal sealed record ProductSnapshot(
    string Ref, string? RefExt, string Label, string? Description, int Type, bool OnSale, bool OnPurchase, decimal VatRate, string? Barcode, int? BarcodeType,
    string? NotePrivate, string? Url, decimal? CostPrice, decimal? Weight, int? WeightUnits, bool WasUpdated, string Others)
{
    public static ProductSnapshot Of(DolibarrProduct p) => new(
        p.Ref, p.RefExt, p.Label, p.Description, p.Type, p.OnSale, p.OnPurchase, p.VatRate, p.Barcode, p.BarcodeType,
        p.NotePrivate, p.Url, p.CostPrice, p.Weight, p.WeightUnits, p.WasUpdated, string.Join('\n', p.OtherColumns.Select(c => c.Key + "=" + c.Value)));
}
