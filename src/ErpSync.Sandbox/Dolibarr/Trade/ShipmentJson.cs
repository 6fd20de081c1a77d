using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes shipments. Their amounts are those of the order's lines, as numbers.</summary>
internal sealed class ShipmentJson
{
    private readonly DolibarrState _state;
    private readonly RecordTemplate<DolibarrShipment> _template;
    private readonly RecordTemplate<View> _line;

    public ShipmentJson(DolibarrState state)
    {
        _state = state;
        _template = new RecordTemplate<DolibarrShipment>(state.Is18 ? ShipmentTemplates.Of18 : ShipmentTemplates.Of23, Writers());
        _line = new RecordTemplate<View>(state.Is18 ? ShipmentLineTemplates.Of18 : ShipmentLineTemplates.Of23, LineWriters());
    }

    public void Write(Utf8JsonWriter writer, DolibarrShipment shipment, IReadOnlySet<string>? properties = null, bool isListed = false, bool isChanged = false)
    {
        var instead = new Dictionary<string, Action<Utf8JsonWriter>?>(StringComparer.Ordinal);
        if (isListed && !_state.Is18)
            instead["linkedObjectsIds"] = static w => w.WriteNullValue();
        if (isChanged && !_state.Is18)
            instead["actiontypecode"] = null;
        if (isChanged && _state.Is18)
            instead["oldref"] = w => w.WriteStringValue($"(PROV{shipment.Id})");
        _template.Write(writer, shipment, properties, instead, isChanged ? w => w.WriteString("trackid", "shi" + Numbers.Text(shipment.Id)) : null);
    }

    private Dictionary<string, Action<Utf8JsonWriter, DolibarrShipment>> Writers() => new(StringComparer.Ordinal)
    {
        ["id"] = (w, s) => WriteId(w, s.Id),
        ["array_options"] = (w, s) => RecordInput.WriteExtraFields(w, s, "expedition", _state),
        ["linkedObjectsIds"] = (w, s) => ObjectLinks.Write(w, _state, "shipping", s.Id),
        ["origin_id"] = static (w, s) => w.WriteStringValue(Numbers.Text(s.OrderId)),
        ["statut"] = static (w, s) => w.WriteStringValue(Numbers.Text(s.Status)),
        ["status"] = static (w, s) => w.WriteStringValue(Numbers.Text(s.Status)),
        ["socid"] = static (w, s) => w.WriteStringValue(Numbers.Text(s.ThirdPartyId)),
        ["shipping_method_id"] = static (w, s) => w.WriteText(s["shipping_method_id"]),
        ["shipping_method"] = static (w, s) => w.WriteText(Method(s)?.Label),
        ["tracking_number"] = static (w, s) => w.WriteText(s["tracking_number"] ?? ""),
        ["tracking_url"] = static (w, s) => w.WriteStringValue(Url(s)),
        ["note_public"] = static (w, s) => w.WriteText(s["note_public"]),
        ["note_private"] = static (w, s) => w.WriteText(s["note_private"]),
        ["ref_ext"] = static (w, s) => w.WriteText(s["ref_ext"]),
        ["lines"] = WriteLines,
        ["total_ht"] = (w, s) => w.WriteRawValue(Numbers.Short(Sum(s).Net)),
        ["total_tva"] = (w, s) => w.WriteRawValue(Numbers.Short(Sum(s).Vat)),
        ["total_ttc"] = (w, s) => w.WriteRawValue(Numbers.Short(Sum(s).Gross)),
        ["multicurrency_total_ht"] = (w, s) => WriteAmount(w, Whole(s).Net),
        ["multicurrency_total_tva"] = (w, s) => WriteAmount(w, Whole(s).Vat),
        ["multicurrency_total_ttc"] = (w, s) => WriteAmount(w, Whole(s).Gross),
        ["date_creation"] = static (w, s) => w.WriteNumberValue(s.Created.ToUnixTimeSeconds()),
        ["date_valid"] = static (w, s) => WriteInstant(w, s.Validated),
        ["date"] = static (w, s) => WriteInstant(w, s.Closed),
        ["date_expedition"] = static (w, s) => WriteInstant(w, s.Closed),
        ["date_shipping"] = static (w, s) => WriteInstant(w, s.Closed),
    };

    private Dictionary<string, Action<Utf8JsonWriter, View>> LineWriters() => new(StringComparer.Ordinal)
    {
        ["id"] = static (w, v) => w.WriteStringValue(Numbers.Text(v.Line.Id)),
        ["rowid"] = static (w, v) => w.WriteStringValue(Numbers.Text(v.Line.Id)),
        ["line_id"] = static (w, v) => w.WriteStringValue(Numbers.Text(v.Line.Id)),
        ["fk_elementdet"] = static (w, v) => w.WriteStringValue(Numbers.Text(v.Line.OrderLineId)),
        ["fk_origin_line"] = static (w, v) => w.WriteStringValue(Numbers.Text(v.Line.OrderLineId)),
        ["origin_line_id"] = static (w, v) => w.WriteStringValue(Numbers.Text(v.Line.OrderLineId)),
        ["fk_expedition"] = (w, v) => WriteId(w, v.Shipment.Id),
        ["entrepot_id"] = static (w, v) => w.WriteStringValue(Numbers.Text(v.Line.WarehouseId)),
        ["qty_shipped"] = static (w, v) => w.WriteStringValue(Numbers.Short(v.Line.Quantity)),
        ["qty"] = static (w, v) => w.WriteStringValue(Numbers.Short(v.Line.Quantity)),
        ["qty_asked"] = static (w, v) => w.WriteStringValue(Numbers.Short(v.Ordered?.Quantity ?? 0m)),
        ["fk_product"] = static (w, v) => w.WriteText(v.Ordered?.ProductId is { } id ? Numbers.Text(id) : null),
        ["product_type"] = static (w, v) => w.WriteStringValue(Numbers.Text(v.Ordered?.Type ?? 0)),
        ["fk_product_type"] = static (w, v) => w.WriteStringValue(Numbers.Text(v.Ordered?.Type ?? 0)),
        ["ref"] = static (w, v) => w.WriteText(v.Product?.Ref),
        ["product_ref"] = static (w, v) => w.WriteText(v.Product?.Ref),
        ["product_label"] = static (w, v) => w.WriteText(v.Product?.Label),
        ["libelle"] = static (w, v) => w.WriteText(v.Product?.Label),
        ["product_barcode"] = (w, v) => w.WriteText(_state.Is18 ? null : v.Product?.Barcode),
        ["weight_units"] = WriteUnit,
        ["length_units"] = WriteUnit,
        ["width_units"] = WriteUnit,
        ["height_units"] = WriteUnit,
        ["surface_units"] = WriteUnit,
        ["volume_units"] = WriteUnit,
        ["weight"] = (w, v) => w.WriteText(!_state.Is18 && v.Product?.Weight is { } weight ? Numbers.Short(weight) : null),
        ["desc"] = static (w, v) => w.WriteText(v.Ordered?["desc"] ?? ""),
        ["description"] = static (w, v) => w.WriteText(v.Ordered?["desc"] ?? ""),
        ["subprice"] = static (w, v) => w.WriteStringValue(Numbers.Eight(v.Ordered?.UnitPrice ?? 0m)),
        ["price"] = (w, v) => w.WriteText(_state.Is18 ? Numbers.Short(v.Ordered?.UnitPrice ?? 0m) : null),
        ["multicurrency_subprice"] = static (w, v) => w.WriteStringValue(Numbers.Eight(v.Ordered?.ForeignUnitPrice ?? 0m)),
        ["multicurrency_total_ht"] = static (w, v) => w.WriteStringValue(Numbers.Eight(v.Ordered?.ForeignAmounts.Net ?? 0m)),
        ["multicurrency_total_tva"] = static (w, v) => w.WriteStringValue(Numbers.Eight(v.Ordered?.ForeignAmounts.Vat ?? 0m)),
        ["multicurrency_total_ttc"] = static (w, v) => w.WriteStringValue(Numbers.Eight(v.Ordered?.ForeignAmounts.Gross ?? 0m)),
        ["details_entrepot"] = static (w, v) =>
        {
            w.WriteStartArray();
            w.WriteStartObject();
            w.WriteString("entrepot_id", Numbers.Text(v.Line.WarehouseId));
            w.WriteString("qty_shipped", Numbers.Short(v.Line.Quantity));
            w.WriteString("line_id", Numbers.Text(v.Line.Id));
            w.WriteEndObject();
            w.WriteEndArray();
        },
    };

    private void WriteLines(Utf8JsonWriter writer, DolibarrShipment shipment)
    {
        writer.WriteStartArray();
        foreach (var line in shipment.Lines)
            _line.Write(writer, new View(shipment, line, Ordered(shipment, line), Ordered(shipment, line)?.ProductId is { } id ? _state.Products.Find(id) : null));
        writer.WriteEndArray();
    }

    private DolibarrDocumentLine? Ordered(DolibarrShipment shipment, DolibarrShipmentLine line) => _state.Orders.Find(shipment.OrderId)?.Lines.FirstOrDefault(ordered => ordered.Id == line.OrderLineId);

    private DolibarrAmounts Whole(DolibarrShipment shipment) => DolibarrAmounts.Sum(shipment.Lines.Select(line => Ordered(shipment, line)?.ForeignAmounts ?? default));

    private DolibarrAmounts Sum(DolibarrShipment shipment) => DolibarrAmounts.Sum(shipment.Lines.Select(line => Ordered(shipment, line) is { Quantity: not 0 } ordered
        ? new DolibarrAmounts(Part(ordered.Amounts.Net), Part(ordered.Amounts.Vat), 0m, 0m, Part(ordered.Amounts.Net) + Part(ordered.Amounts.Vat)) : default));

    private decimal Part(decimal whole) => Numbers.Round(whole, _state.TotalDecimals);

    private void WriteAmount(Utf8JsonWriter writer, decimal amount)
    {
        if (_state.Is18)
            writer.WriteStringValue(Numbers.Eight(amount));
        else
            writer.WriteRawValue(Numbers.Short(amount));
    }

    private void WriteUnit(Utf8JsonWriter writer, View view) => writer.WriteText(!_state.Is18 && view.Product?.WeightUnits is { } unit ? Numbers.Text(unit) : null);

    private void WriteId(Utf8JsonWriter writer, int id)
    {
        if (_state.Is18)
            writer.WriteStringValue(Numbers.Text(id));
        else
            writer.WriteNumberValue(id);
    }

    private static void WriteInstant(Utf8JsonWriter writer, DateTimeOffset? instant)
    {
        if (instant is { } at)
            writer.WriteNumberValue(at.ToUnixTimeSeconds());
        else
            writer.WriteStringValue("");
    }

    private static (int Id, string Code, string Label, string Description, string? Tracking)? Method(DolibarrShipment shipment)
    {
        var method = TradeDictionaries.ShippingMethods.FirstOrDefault(method => method.Id == shipment.Int("shipping_method_id"));
        return method.Id == 0 ? null : method;
    }

    // A link where the way of shipping has a pattern, else the number itself.
    private static string Url(DolibarrShipment shipment)
    {
        var number = shipment["tracking_number"] ?? "";
        return number.Length > 0 && Method(shipment)?.Tracking is { } pattern
            ? $"<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"{pattern.Replace("{TRACKID}", number, StringComparison.Ordinal)}\">{number}</a>"
            : number;
    }

    private sealed class View(DolibarrShipment shipment, DolibarrShipmentLine line, DolibarrDocumentLine? ordered, DolibarrProduct? product) : DolibarrRecord
    {
        public DolibarrShipment Shipment => shipment;

        public DolibarrShipmentLine Line => line;

        public DolibarrDocumentLine? Ordered => ordered;

        public DolibarrProduct? Product => product;
    }
}
