using System.Text.Json;

namespace ErpSync;

/// <summary>A list of parts; equal when every part of one list has its equal in the other.</summary>
/// <typeparam name="TItem">The part's type.</typeparam>
public abstract class ListField<TItem> : FieldType<ValueList<TItem>>
{
    /// <summary>Whether the order of the parts counts when two lists are compared; false unless told.</summary>
    protected virtual bool OrderCounts => false;

    /// <inheritdoc/>
    public override bool AreEqual(ValueList<TItem> one, ValueList<TItem> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Count == other.Count && (one.Equals(other) || Keys(one).SequenceEqual(Keys(other), StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, ValueList<TItem> value)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(value);
        json.WriteStartArray();
        foreach (var item in value)
            WriteItem(json, item);
        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override ValueList<TItem> Read(JsonElement json) => json.EnumerateArray().Select(ReadItem).ToValueList();

    /// <inheritdoc/>
    public override string Display(ValueList<TItem> value) => string.Join("; ", value.Select(DisplayItem));

    /// <inheritdoc/>
    public override ValueList<TItem> Translate(ValueList<TItem> value, IRefTranslator translator)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(translator);
        return value.Any(item => RefsOf(item).Any()) ? value.Select(item => TranslateItem(item, translator)).ToValueList() : value;
    }

    /// <inheritdoc/>
    public override IEnumerable<Ref> Refs(ValueList<TItem> value) => value.SelectMany(RefsOf);

    /// <inheritdoc/>
    public override bool TryLocalise(ValueList<TItem> value, out ValueList<TItem> localised)
    {
        ArgumentNullException.ThrowIfNull(value);
        localised = value;
        if (!value.Any(item => RefsOf(item).Any(pointer => pointer.IsForeign)))
            return true;
        var items = value.Select(item => (Possible: TryLocaliseItem(item, out var local), Local: local)).ToList();
        localised = items.Select(item => item.Local).ToValueList();
        return items.TrueForAll(item => item.Possible);
    }

    /// <summary>What must be equal for two parts to be equal.</summary>
    /// <param name="item">The part.</param>
    /// <returns>A text.</returns>
    protected abstract string Key(TItem item);

    /// <summary>Writes one part as one JSON value, equal content in equal bytes.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="item">The part.</param>
    protected abstract void WriteItem(Utf8JsonWriter json, TItem item);

    /// <summary>Reads what <see cref="WriteItem"/> wrote.</summary>
    /// <param name="json">The JSON value.</param>
    /// <returns>The part.</returns>
    /// <exception cref="FormatException">The JSON is not of this type.</exception>
    protected abstract TItem ReadItem(JsonElement json);

    /// <summary>The part for a person.</summary>
    /// <param name="item">The part.</param>
    /// <returns>A line of text.</returns>
    protected virtual string DisplayItem(TItem item) => item?.ToString() ?? "";

    /// <summary>The pointers that a part holds; none unless told.</summary>
    /// <param name="item">The part.</param>
    /// <returns>The pointers.</returns>
    protected virtual IEnumerable<Ref> RefsOf(TItem item) => [];

    /// <summary>The part with its pointers translated.</summary>
    /// <param name="item">The part.</param>
    /// <param name="translator">Translates each pointer.</param>
    /// <returns>The changed part.</returns>
    protected virtual TItem TranslateItem(TItem item, IRefTranslator translator) => item;

    /// <summary>The part without pointers that have no counterpart.</summary>
    /// <param name="item">The part, translated into the target's ids.</param>
    /// <param name="localised">The changed part.</param>
    /// <returns>False when it cannot do without one.</returns>
    protected virtual bool TryLocaliseItem(TItem item, out TItem localised)
    {
        localised = item;
        return !RefsOf(item).Any(pointer => pointer.IsForeign);
    }

    private IEnumerable<string> Keys(ValueList<TItem> value)
    {
        var keys = value.Select(Key);
        return OrderCounts ? keys : keys.Order(StringComparer.Ordinal);
    }
}
