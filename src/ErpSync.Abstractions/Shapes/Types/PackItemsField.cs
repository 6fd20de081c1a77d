using System.Text.Json;

namespace ErpSync;

/// <summary>The articles in a pack or group, in any order.</summary>
public sealed class PackItemsField : ListField<PackItem>
{
    /// <summary>The one instance.</summary>
    public static PackItemsField Instance { get; } = new();

    /// <inheritdoc/>
    protected override string Key(PackItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return $"{item.Product}|{DecimalField.Instance.Display(item.Quantity)}";
    }

    /// <inheritdoc/>
    protected override void WriteItem(Utf8JsonWriter json, PackItem item)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(item);
        json.WriteStartObject();
        json.Part(nameof(item.Product), RefField.Instance, item.Product);
        json.Part(nameof(item.Quantity), DecimalField.Instance, item.Quantity);
        json.WriteEndObject();
    }

    /// <inheritdoc/>
    protected override PackItem ReadItem(JsonElement json) =>
        new(json.Part(nameof(PackItem.Product), RefField.Instance) ?? default, json.Part(nameof(PackItem.Quantity), DecimalField.Instance) ?? 0);

    /// <inheritdoc/>
    protected override string DisplayItem(PackItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return $"{DecimalField.Instance.Display(item.Quantity)} x {RefField.Instance.Display(item.Product)}";
    }

    /// <inheritdoc/>
    protected override IEnumerable<Ref> RefsOf(PackItem item) => item is null ? [] : [item.Product];

    /// <inheritdoc/>
    protected override PackItem TranslateItem(PackItem item, IRefTranslator translator)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(translator);
        return item with { Product = translator.Translate(item.Product) };
    }
}
