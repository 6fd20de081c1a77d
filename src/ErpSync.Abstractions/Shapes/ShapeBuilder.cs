namespace ErpSync;

/// <summary>Builds a <see cref="Shape{T}"/>, field by field.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="version">See <see cref="Shape{T}.Version"/>; from 1.</param>
/// <param name="empty">Makes a record without content.</param>
public sealed class ShapeBuilder<T>(int version, Func<T> empty)
    where T : class, IEntity
{
    private readonly List<Field<T>> _fields = [];
    private readonly List<NaturalKey<T>> _keys = [];
    private readonly List<MatchHint<T>> _hints = [];
    private readonly List<EntityKind> _dependsOn = [];
    private Ownership<T>? _ownership;

    /// <summary>Adds a field of any type.</summary>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="type">What is known of the value's type.</param>
    /// <param name="get">Reads the value.</param>
    /// <param name="with">Makes a record with another value.</param>
    /// <param name="role">What the field means beyond its value.</param>
    /// <returns>This builder.</returns>
    public ShapeBuilder<T> Field<TValue>(string name, FieldType<TValue> type, Func<T, TValue> get, Func<T, TValue, T> with, FieldRole role = FieldRole.None)
    {
        _fields.Add(new TypedField<T, TValue>(name, type, get, with) { Role = role });
        return this;
    }

    /// <summary>Adds a field that holds pointers.</summary>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="pointsTo">The kind that it points to.</param>
    /// <param name="type">What is known of the value's type.</param>
    /// <param name="get">Reads the value.</param>
    /// <param name="with">Makes a record with another value.</param>
    /// <returns>This builder.</returns>
    public ShapeBuilder<T> Pointer<TValue>(string name, EntityKind pointsTo, FieldType<TValue> type, Func<T, TValue> get, Func<T, TValue, T> with)
    {
        _fields.Add(new TypedField<T, TValue>(name, type, get, with) { PointsTo = pointsTo });
        return this;
    }

    /// <summary>Adds a key that records are matched by, behind the keys before it.</summary>
    /// <param name="name">What the key is.</param>
    /// <param name="of">The key of a record; null when it has none.</param>
    /// <returns>This builder.</returns>
    public ShapeBuilder<T> MatchedBy(string name, Func<T, string?> of)
    {
        _keys.Add(new NaturalKey<T>(name, of));
        return this;
    }

    /// <summary>Adds something by which records that no key matches may be proposed to a person as the same.</summary>
    /// <param name="name">What it is, for people: <c>barcode</c>, <c>e-mail</c>, <c>name</c>.</param>
    /// <param name="weight">How much it says, above 0 and below 1.</param>
    /// <param name="of">The value of a record, made comparable by <see cref="MatchText"/>; null when it has none.</param>
    /// <param name="style">How two values are compared.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not between 0 and 1.</exception>
    public ShapeBuilder<T> Hint(string name, decimal weight, Func<T, string?> of, HintStyle style = HintStyle.Same)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(weight, 0m);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(weight, 1m);
        _hints.Add(new MatchHint<T>(name, weight, of, style));
        return this;
    }

    /// <summary>Says which kinds must be linked before this one.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <returns>This builder.</returns>
    public ShapeBuilder<T> After(params ReadOnlySpan<EntityKind> kinds)
    {
        _dependsOn.AddRange(kinds);
        return this;
    }

    /// <summary>Says that the record is keyed by an owner.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="with">The record with another owner.</param>
    /// <param name="key">The key under the owner; empty when an owner has at most one.</param>
    /// <returns>This builder.</returns>
    public ShapeBuilder<T> OwnedBy(Func<T, Ref?> owner, Func<T, Ref, T> with, Func<T, string> key)
    {
        _ownership = new Ownership<T>(owner, with, key);
        return this;
    }

    /// <summary>The finished shape.</summary>
    /// <returns>The shape.</returns>
    public Shape<T> Build() => new(version, empty, [.. _fields], [.. _keys], [.. _dependsOn], _ownership) { Hints = [.. _hints] };
}
