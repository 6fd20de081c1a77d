using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes lines of orders and invoices.</summary>
internal sealed class LineJson
{
    private readonly DolibarrState _state;
    private readonly RecordTemplate<DolibarrDocumentLine> _template;
    private readonly RecordTemplate<DolibarrDocumentLine>? _alone;
    private readonly bool _isOrder;

    public LineJson(DolibarrState state, bool isOrder)
    {
        (_state, _isOrder) = (state, isOrder);
        var json = isOrder ? (state.Is18 ? OrderLineTemplates.Of18 : OrderLineTemplates.Of23) : state.Is18 ? InvoiceLineTemplates.Of18 : InvoiceLineTemplates.Of23;
        var writers = Writers().ToDictionary(pair => pair.Name, pair => pair.Write, StringComparer.Ordinal);
        _template = new RecordTemplate<DolibarrDocumentLine>(json, writers);
        _alone = isOrder && !state.Is18 ? new RecordTemplate<DolibarrDocumentLine>(OrderLineTemplates.Alone23, writers) : null;
    }

    /// <summary>Writes a line.</summary>
    public void Write(Utf8JsonWriter writer, DolibarrDocumentLine line, DolibarrTradeDocument document, bool alone = false, bool afterChange = false)
    {
        var instead = new Dictionary<string, Action<Utf8JsonWriter>?>(StringComparer.Ordinal)
        {
            [_isOrder ? "fk_commande" : "fk_facture"] = w => w.WriteStringValue(Numbers.Text(document.Id)),
            ["commande_id"] = w => w.WriteStringValue(Numbers.Text(document.Id)),
        };
        if (afterChange)
            instead["totalpaid"] = null;
        if (alone)
            instead["multicurrency_code"] = w => w.WriteStringValue(document.Currency);
        (alone ? _alone ?? _template : _template).Write(writer, line, null, instead);
    }

    private IEnumerable<(string Name, Action<Utf8JsonWriter, DolibarrDocumentLine> Write)> Writers()
    {
        yield return ("id", static (w, l) => w.WriteStringValue(Numbers.Text(l.Id)));
        yield return ("rowid", static (w, l) => w.WriteStringValue(Numbers.Text(l.Id)));
        yield return ("description", static (w, l) => w.WriteText(l["desc"]));
        yield return ("product_type", static (w, l) => w.WriteStringValue(Numbers.Text(l.Type)));
        yield return ("qty", static (w, l) => w.WriteStringValue(Numbers.Short(l.Quantity)));
        yield return ("remise_percent", static (w, l) => w.WriteStringValue(Numbers.Short(l.Discount)));
        yield return ("subprice", static (w, l) => w.WriteStringValue(Numbers.Eight(l.UnitPrice)));
        yield return ("multicurrency_subprice", static (w, l) => w.WriteStringValue(Numbers.Eight(l.ForeignUnitPrice)));
        yield return ("tva_tx", static (w, l) => w.WriteStringValue(Numbers.Four(l.VatRate)));
        yield return ("localtax1_tx", static (w, l) => w.WriteStringValue(Numbers.Four(l.LocalTax1)));
        yield return ("localtax2_tx", static (w, l) => w.WriteStringValue(Numbers.Four(l.LocalTax2)));
        yield return ("localtax1_type", static (w, l) => w.WriteStringValue(Numbers.Text(l.LocalTax1Type)));
        yield return ("localtax2_type", static (w, l) => w.WriteStringValue(Numbers.Text(l.LocalTax2Type)));
        yield return ("total_ht", static (w, l) => w.WriteStringValue(Numbers.Eight(l.Amounts.Net)));
        yield return ("total_tva", static (w, l) => w.WriteStringValue(Numbers.Eight(l.Amounts.Vat)));
        yield return ("total_localtax1", static (w, l) => w.WriteStringValue(Numbers.Eight(l.Amounts.LocalTax1)));
        yield return ("total_localtax2", static (w, l) => w.WriteStringValue(Numbers.Eight(l.Amounts.LocalTax2)));
        yield return ("total_ttc", static (w, l) => w.WriteStringValue(Numbers.Eight(l.Amounts.Gross)));
        yield return ("multicurrency_total_ht", static (w, l) => w.WriteStringValue(Numbers.Eight(l.ForeignAmounts.Net)));
        yield return ("multicurrency_total_tva", static (w, l) => w.WriteStringValue(Numbers.Eight(l.ForeignAmounts.Vat)));
        yield return ("multicurrency_total_ttc", static (w, l) => w.WriteStringValue(Numbers.Eight(l.ForeignAmounts.Gross)));
        yield return ("marque_tx", WriteMargin);
        yield return ("fk_product", static (w, l) => w.WriteText(l.ProductId is { } id ? Numbers.Text(id) : null));
        if (_state.Is18 && _isOrder)
            yield return ("price", static (w, l) => w.WriteStringValue(Numbers.Short(l.UnitPrice * (1m - (l.Discount / 100m)))));
        foreach (var (name, read) in OfProduct())
            yield return (name, (w, l) => w.WriteText(l.ProductId is { } id && _state.Products.Find(id) is { } product ? read(product) : null));
    }

    private IEnumerable<(string Name, Func<DolibarrProduct, string?> Read)> OfProduct()
    {
        yield return ("ref", static p => p.Ref);
        yield return ("product_ref", static p => p.Ref);
        yield return ("product_label", static p => p.Label);
        yield return ("libelle", static p => p.Label);
        yield return ("product_desc", static p => p.Description ?? "");
        yield return ("fk_product_type", static p => Numbers.Text(p.Type));
        if (!_state.Is18 || _isOrder)
            yield return ("product_barcode", static p => p.Barcode);
        yield return ("product_tosell", static p => Numbers.Flag(p.OnSale));
        yield return ("product_tobuy", static p => Numbers.Flag(p.OnPurchase));
        yield return ("product_tobatch", static _ => "0");
        if (!_state.Is18 && _isOrder)
        {
            yield return ("product_custom_code", static _ => "");
            yield return ("weight", static p => p.Weight is { } weight ? Numbers.Short(weight) : null);
            yield return ("weight_units", static p => p.WeightUnits is { } unit && p.Type == 0 ? Numbers.Text(unit) : null);
            yield return ("volume_units", static p => p.WeightUnits is null || p.Type == 1 ? null : "0");
        }
    }

    // The margin is 100 % of a line without a cost price, in the types that each kind of document shows.
    private void WriteMargin(Utf8JsonWriter writer, DolibarrDocumentLine line)
    {
        if (line.UnitPrice == 0m)
            writer.WriteStringValue("");
        else if (_isOrder || _state.Is18)
            writer.WriteNumberValue(100);
        else
            writer.WriteStringValue("100");
    }
}
