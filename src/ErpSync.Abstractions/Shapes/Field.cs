using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ErpSync;

/// <summary>One field of a record: how it is read, written, compared, shown and merged, without reflection.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="name">The field's name, as in the record.</param>
public abstract class Field<T>(string name)
    where T : class, IEntity
{
    /// <summary>The field's name, as in the record; stored in links and journal: never rename one.</summary>
    public string Name { get; } = name;

    /// <summary>The kind that the field's pointers point to; null when it holds none.</summary>
    public EntityKind? PointsTo { get; init; }

    /// <summary>What the field means beyond its value.</summary>
    public FieldRole Role { get; init; }

    /// <summary>How two edits may be merged.</summary>
    public abstract MergeStyle Merge { get; }

    /// <summary>True when two records hold the same under the field's comparer.</summary>
    /// <param name="one">One record.</param>
    /// <param name="other">The other, speaking the same system's ids.</param>
    /// <returns>Whether they do.</returns>
    public abstract bool AreEqual(T one, T other);

    /// <summary>Writes the field's value as one JSON value, equal content in equal bytes.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="record">The record.</param>
    public abstract void Write(Utf8JsonWriter json, T record);

    /// <summary>The record with the field set to what <see cref="Write"/> wrote.</summary>
    /// <param name="record">The record.</param>
    /// <param name="json">The value.</param>
    /// <returns>The changed record.</returns>
    public abstract T Read(T record, JsonElement json);

    /// <summary>The target with the source's value of the field, keeping parts that the source does not have.</summary>
    /// <param name="target">The record to change.</param>
    /// <param name="source">The record to take from, speaking the target's ids.</param>
    /// <returns>The changed record.</returns>
    public abstract T Copy(T target, T source);

    /// <summary>The target with exactly the source's value of the field.</summary>
    /// <param name="target">The record to change.</param>
    /// <param name="source">The record to take from.</param>
    /// <returns>The changed record.</returns>
    public abstract T Replace(T target, T source);

    /// <summary>The record without pointers that have no counterpart.</summary>
    /// <param name="record">The record, translated into the target's ids.</param>
    /// <param name="localised">The changed record.</param>
    /// <returns>False when the field cannot do without one: what it points to must be linked first.</returns>
    public abstract bool TryLocalise(T record, out T localised);

    /// <summary>The record with its pointers translated.</summary>
    /// <param name="record">The record.</param>
    /// <param name="translator">Translates each pointer.</param>
    /// <returns>The changed record, or the same when the field holds no pointers.</returns>
    public abstract T Translate(T record, IRefTranslator translator);

    /// <summary>The pointers that the field holds.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The pointers.</returns>
    public abstract IEnumerable<Ref> Refs(T record);

    /// <summary>The field's value for a person.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The text; empty for no value.</returns>
    public abstract string Display(T record);

    /// <summary>What must be remembered of the agreed value so that later edits merge; null when the field does not merge.</summary>
    /// <param name="record">The record.</param>
    /// <param name="hasher">Hashes elements.</param>
    /// <returns>The memory as text.</returns>
    public abstract string? MergeBase(T record, IElementHasher hasher);

    /// <summary>Merges two edits of the field that began from the same agreed value.</summary>
    /// <param name="one">One side's record.</param>
    /// <param name="oneBase">That side's memory.</param>
    /// <param name="other">The other side's record, speaking the first side's ids.</param>
    /// <param name="otherBase">The other side's memory.</param>
    /// <param name="hasher">Hashes elements.</param>
    /// <param name="merged">The first record with the merged value.</param>
    /// <returns>False when the edits contradict each other.</returns>
    public abstract bool TryMerge(T one, string oneBase, T other, string otherBase, IElementHasher hasher, [MaybeNullWhen(false)] out T merged);

    /// <summary>Merges two edits of the field part by part: where both sides changed a part, one of them is kept, and all other edits of both stay.</summary>
    /// <param name="one">One side's record.</param>
    /// <param name="oneBase">That side's memory.</param>
    /// <param name="other">The other side's record, speaking the first side's ids.</param>
    /// <param name="otherBase">The other side's memory.</param>
    /// <param name="keepsOne">True to keep the first record's parts where both sides changed them, false for the other's.</param>
    /// <param name="hasher">Hashes elements.</param>
    /// <param name="merged">The first record with the merged value.</param>
    /// <returns>False for fields without such parts.</returns>
    public virtual bool TryMergeKeeping(T one, string oneBase, T other, string otherBase, bool keepsOne, IElementHasher hasher, [MaybeNullWhen(false)] out T merged)
    {
        merged = null;
        return false;
    }

    /// <summary>The memory of one side once the other side's edits have arrived there and not the other way round.</summary>
    /// <param name="one">The side's record, with the other's edits.</param>
    /// <param name="oneBase">Its memory of the agreed value.</param>
    /// <param name="sent">What was sent to that side, in its ids.</param>
    /// <param name="other">The other side's record, speaking the first side's ids.</param>
    /// <param name="otherBase">The other side's memory.</param>
    /// <param name="hasher">Hashes elements.</param>
    /// <returns>The memory as text; null for fields without parts that are edited by themselves.</returns>
    public virtual string? Rebase(T one, string oneBase, T sent, T other, string otherBase, IElementHasher hasher) => null;

    /// <summary>The field's name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
