using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ErpSync;

/// <summary>A field made of a getter, a setter and the type of its value.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <typeparam name="TValue">The value's type.</typeparam>
/// <param name="name">The field's name.</param>
/// <param name="type">What is known of the value's type.</param>
/// <param name="get">Reads the value.</param>
/// <param name="with">Makes a record with another value.</param>
public sealed class TypedField<T, TValue>(string name, FieldType<TValue> type, Func<T, TValue> get, Func<T, TValue, T> with) : Field<T>(name)
    where T : class, IEntity
{
    /// <summary>What is known of the value's type.</summary>
    public FieldType<TValue> Type => type;

    /// <inheritdoc/>
    public override MergeStyle Merge => type.Merge;

    /// <summary>The value.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The value.</returns>
    public TValue Get(T record) => get(record);

    /// <summary>The record with another value.</summary>
    /// <param name="record">The record.</param>
    /// <param name="value">The value.</param>
    /// <returns>The changed record.</returns>
    public T With(T record, TValue value) => with(record, value);

    /// <inheritdoc/>
    public override bool AreEqual(T one, T other) => type.AreEqual(get(one), get(other));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, T record) => type.Write(json, get(record));

    /// <inheritdoc/>
    public override T Read(T record, JsonElement json) => with(record, type.Read(json));

    /// <inheritdoc/>
    public override T Copy(T target, T source) => with(target, type.Overlay(get(target), get(source)));

    /// <inheritdoc/>
    public override T Replace(T target, T source) => with(target, get(source));

    /// <inheritdoc/>
    public override bool TryLocalise(T record, out T localised)
    {
        var value = get(record);
        var possible = type.TryLocalise(value, out var local);
        localised = IsSame(value, local) ? record : with(record, local);
        return possible;
    }

    /// <inheritdoc/>
    public override T Translate(T record, IRefTranslator translator)
    {
        var value = get(record);
        var translated = type.Translate(value, translator);
        return IsSame(value, translated) ? record : with(record, translated);
    }

    /// <inheritdoc/>
    public override IEnumerable<Ref> Refs(T record) => type.Refs(get(record));

    /// <inheritdoc/>
    public override string Display(T record) => type.Display(get(record));

    /// <inheritdoc/>
    public override string? MergeBase(T record, IElementHasher hasher) => type.MergeBase(get(record), hasher);

    /// <inheritdoc/>
    public override bool TryMerge(T one, string oneBase, T other, string otherBase, IElementHasher hasher, [MaybeNullWhen(false)] out T merged)
    {
        if (type.TryMerge(get(one), oneBase, get(other), otherBase, hasher, out var value))
        {
            merged = with(one, value);
            return true;
        }

        merged = null;
        return false;
    }

    /// <inheritdoc/>
    public override bool TryMergeKeeping(T one, string oneBase, T other, string otherBase, bool keepsOne, IElementHasher hasher, [MaybeNullWhen(false)] out T merged)
    {
        merged = type.TryMergeKeeping(get(one), oneBase, get(other), otherBase, keepsOne, hasher, out var value) ? with(one, value) : null;
        return merged is not null;
    }

    /// <inheritdoc/>
    public override string? Rebase(T one, string oneBase, T sent, T other, string otherBase, IElementHasher hasher) => type.Rebase(get(one), oneBase, get(sent), get(other), otherBase, hasher);

    // A boxed value is never the same object, and a record is not copied for a value that did not change.
    private static bool IsSame(TValue one, TValue other) =>
        typeof(TValue).IsValueType ? EqualityComparer<TValue>.Default.Equals(one, other) : ReferenceEquals(one, other);
}
