using System.Text.Json;

namespace ErpSync;

/// <summary>The lines of a shipment; equal when the same products are sent in the same quantities, in any order.</summary>
public sealed class ShipmentLinesField : ListField<ShipmentLine>
{
    /// <summary>The one instance.</summary>
    public static ShipmentLinesField Instance { get; } = new();

    /// <inheritdoc/>
    protected override string Key(ShipmentLine item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var what = item.Product is { IsForeign: false } product ? product.ToString() : item.Reference?.Trim();
        return string.Join('|', what, DecimalField.Instance.Display(item.Quantity), item.Lot?.Trim());
    }

    /// <inheritdoc/>
    protected override void WriteItem(Utf8JsonWriter json, ShipmentLine item)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(item);
        json.WriteStartObject();
        json.Part(nameof(item.Product), RefField.Instance, item.Product);
        json.Text(nameof(item.OrderLine), item.OrderLine);
        json.Text(nameof(item.Reference), item.Reference);
        json.Text(nameof(item.Label), item.Label);
        json.Part(nameof(item.Quantity), DecimalField.Instance, item.Quantity);
        json.Part(nameof(item.Warehouse), RefField.Instance, item.Warehouse);
        json.Text(nameof(item.Lot), item.Lot);
        json.WriteEndObject();
    }

    /// <inheritdoc/>
    protected override ShipmentLine ReadItem(JsonElement json) => new()
    {
        Product = json.Part(nameof(ShipmentLine.Product), RefField.Instance),
        OrderLine = json.Text(nameof(ShipmentLine.OrderLine)),
        Reference = json.Text(nameof(ShipmentLine.Reference)),
        Label = json.Text(nameof(ShipmentLine.Label)),
        Quantity = json.Part(nameof(ShipmentLine.Quantity), DecimalField.Instance) ?? 0,
        Warehouse = json.Part(nameof(ShipmentLine.Warehouse), RefField.Instance),
        Lot = json.Text(nameof(ShipmentLine.Lot)),
    };

    /// <inheritdoc/>
    protected override string DisplayItem(ShipmentLine item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return $"{DecimalField.Instance.Display(item.Quantity)} x {item.Reference ?? item.Label}";
    }

    /// <inheritdoc/>
    protected override IEnumerable<Ref> RefsOf(ShipmentLine item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new[] { item.Product, item.Warehouse }.OfType<Ref>();
    }

    /// <inheritdoc/>
    protected override ShipmentLine TranslateItem(ShipmentLine item, IRefTranslator translator)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item with { Product = RefField.Instance.Translate(item.Product, translator), Warehouse = RefField.Instance.Translate(item.Warehouse, translator) };
    }

    /// <inheritdoc/>
    protected override bool TryLocaliseItem(ShipmentLine item, out ShipmentLine localised)
    {
        ArgumentNullException.ThrowIfNull(item);
        localised = item.Warehouse is { IsForeign: true } ? item with { Warehouse = null } : item;
        return item.Product is not { IsForeign: true };
    }
}
