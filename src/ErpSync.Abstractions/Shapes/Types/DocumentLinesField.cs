using System.Text.Json;

namespace ErpSync;

/// <summary>
/// The lines of a document. Two lists are equal when the same was sold at the same price: kind, product (or reference where there is none), quantity, taxes and the net
/// total in the currency's smallest unit, in any order. Shipping, wrapping, discounts, fees and roundings are told apart by kind and amount alone.
/// </summary>
public sealed class DocumentLinesField : ListField<DocumentLine>
{
    /// <summary>The one instance.</summary>
    public static DocumentLinesField Instance { get; } = new();

    /// <summary>The source's lines; those that the target already has keep the target's ids, the others have none.</summary>
    /// <param name="target">The target's present lines.</param>
    /// <param name="source">The source's lines.</param>
    /// <returns>The lines to write.</returns>
    public override ValueList<DocumentLine> Overlay(ValueList<DocumentLine> target, ValueList<DocumentLine> source)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        var present = target.GroupBy(Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<DocumentLine>(group), StringComparer.Ordinal);
        return source.Select(line => line with { Id = present.TryGetValue(Key(line), out var same) && same.TryDequeue(out var mine) ? mine.Id : null }).ToValueList();
    }

    /// <inheritdoc/>
    protected override string Key(DocumentLine item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var what = item.Kind switch
        {
            LineKind.Text => item.Label?.Trim(),
            LineKind.Product or LineKind.Service => item.Product is { IsForeign: false } product ? product.ToString() : item.Reference?.Trim(),
            _ => null,
        };
        var net = item.Net ?? LineAmounts.Net(item);
        return string.Join('|',
            item.Kind is LineKind.Product or LineKind.Service ? "sold" : item.Kind.ToString(),
            what,
            DecimalField.Instance.Display(item.Quantity),
            item.Taxes is null ? "?" : string.Join('+', item.Taxes.Where(rate => rate.Percent != 0).Select(TaxRatesField.Text)),
            net?.Round(net.Value.Currency.Decimals).ToString());
    }

    /// <inheritdoc/>
    protected override void WriteItem(Utf8JsonWriter json, DocumentLine item)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(item);
        json.WriteStartObject();
        json.Text(nameof(item.Id), item.Id);
        json.Part(nameof(item.Kind), EnumField<LineKind>.Instance, item.Kind);
        json.Part(nameof(item.Product), RefField.Instance, item.Product);
        json.Text(nameof(item.Reference), item.Reference);
        json.Text(nameof(item.Label), item.Label);
        json.Text(nameof(item.Description), item.Description);
        json.Part(nameof(item.Quantity), DecimalField.Instance, item.Quantity);
        json.Text(nameof(item.Unit), item.Unit);
        json.Part(nameof(item.UnitNet), MoneyField.Instance, item.UnitNet);
        json.Part(nameof(item.UnitGross), MoneyField.Instance, item.UnitGross);
        json.Part(nameof(item.DiscountPercent), DecimalField.Instance, item.DiscountPercent);
        json.Part(nameof(item.DiscountAmount), MoneyField.Instance, item.DiscountAmount);
        json.Part(nameof(item.Taxes), TaxRatesField.Instance, item.Taxes);
        if (item.TaxAmounts.Count > 0)
            json.Part(nameof(item.TaxAmounts), MoneyListField.Instance, item.TaxAmounts);
        json.Text(nameof(item.TaxCode), item.TaxCode);
        json.Part(nameof(item.Net), MoneyField.Instance, item.Net);
        json.Part(nameof(item.Tax), MoneyField.Instance, item.Tax);
        json.Part(nameof(item.CostNet), MoneyField.Instance, item.CostNet);
        json.Part(nameof(item.Warehouse), RefField.Instance, item.Warehouse);
        json.WriteEndObject();
    }

    /// <inheritdoc/>
    protected override DocumentLine ReadItem(JsonElement json) => new()
    {
        Id = json.Text(nameof(DocumentLine.Id)),
        Kind = json.Part(nameof(DocumentLine.Kind), EnumField<LineKind>.Instance) ?? default,
        Product = json.Part(nameof(DocumentLine.Product), RefField.Instance),
        Reference = json.Text(nameof(DocumentLine.Reference)),
        Label = json.Text(nameof(DocumentLine.Label)),
        Description = json.Text(nameof(DocumentLine.Description)),
        Quantity = json.Part(nameof(DocumentLine.Quantity), DecimalField.Instance) ?? 0,
        Unit = json.Text(nameof(DocumentLine.Unit)),
        UnitNet = json.Part(nameof(DocumentLine.UnitNet), MoneyField.Instance),
        UnitGross = json.Part(nameof(DocumentLine.UnitGross), MoneyField.Instance),
        DiscountPercent = json.Part(nameof(DocumentLine.DiscountPercent), DecimalField.Instance),
        DiscountAmount = json.Part(nameof(DocumentLine.DiscountAmount), MoneyField.Instance),
        Taxes = json.Part(nameof(DocumentLine.Taxes), TaxRatesField.Instance),
        TaxAmounts = json.Part(nameof(DocumentLine.TaxAmounts), MoneyListField.Instance) ?? [],
        TaxCode = json.Text(nameof(DocumentLine.TaxCode)),
        Net = json.Part(nameof(DocumentLine.Net), MoneyField.Instance),
        Tax = json.Part(nameof(DocumentLine.Tax), MoneyField.Instance),
        CostNet = json.Part(nameof(DocumentLine.CostNet), MoneyField.Instance),
        Warehouse = json.Part(nameof(DocumentLine.Warehouse), RefField.Instance),
    };

    /// <inheritdoc/>
    protected override string DisplayItem(DocumentLine item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return $"{DecimalField.Instance.Display(item.Quantity)} x {item.Reference ?? item.Label ?? item.Kind.ToString()}{(item.Net is { } net ? " = " + net : "")}";
    }

    /// <inheritdoc/>
    protected override IEnumerable<Ref> RefsOf(DocumentLine item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new[] { item.Product, item.Warehouse }.OfType<Ref>();
    }

    /// <inheritdoc/>
    protected override DocumentLine TranslateItem(DocumentLine item, IRefTranslator translator)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item with { Product = RefField.Instance.Translate(item.Product, translator), Warehouse = RefField.Instance.Translate(item.Warehouse, translator) };
    }

    /// <inheritdoc/>
    protected override bool TryLocaliseItem(DocumentLine item, out DocumentLine localised)
    {
        ArgumentNullException.ThrowIfNull(item);
        localised = item.Warehouse is { IsForeign: true } ? item with { Warehouse = null } : item;
        return item.Product is not { IsForeign: true };
    }
}
