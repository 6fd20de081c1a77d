using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ErpSync;

/// <summary>What the engine must know of a type of value: when two are equal, their canonical JSON, and how they merge. Stateless and safe for parallel use.</summary>
/// <typeparam name="TValue">The value's type.</typeparam>
public abstract class FieldType<TValue>
{
    /// <summary>How two edits may be merged; <see cref="MergeStyle.None"/> unless the type says otherwise.</summary>
    public virtual MergeStyle Merge => MergeStyle.None;

    /// <summary>True when the values of two systems mean the same.</summary>
    /// <param name="one">One value.</param>
    /// <param name="other">The other value, already speaking the same system's ids.</param>
    /// <returns>Whether they are equal.</returns>
    public abstract bool AreEqual(TValue one, TValue other);

    /// <summary>Writes the value as one JSON value. Equal content must give equal bytes: hashes are taken over them.</summary>
    /// <param name="json">The writer, standing where a value is expected.</param>
    /// <param name="value">The value.</param>
    public abstract void Write(Utf8JsonWriter json, TValue value);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="json">The JSON value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The JSON is not of this type.</exception>
    public abstract TValue Read(JsonElement json);

    /// <summary>The value for a person; the empty string for no value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>One line or more of text.</returns>
    public virtual string Display(TValue value) => value?.ToString() ?? "";

    /// <summary>What the target holds after the source's value was carried to it; types with parts keep the parts that the source does not have.</summary>
    /// <param name="target">The target's present value.</param>
    /// <param name="source">The source's value.</param>
    /// <returns>The value to write.</returns>
    public virtual TValue Overlay(TValue target, TValue source) => source;

    /// <summary>Changes the pointers in the value; the value itself when it holds none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="translator">Translates each pointer.</param>
    /// <returns>The value in the other system's ids.</returns>
    public virtual TValue Translate(TValue value, IRefTranslator translator) => value;

    /// <summary>The pointers that the value holds.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The pointers; none for most types.</returns>
    public virtual IEnumerable<Ref> Refs(TValue value) => [];

    /// <summary>Leaves out pointers without a counterpart, which the target cannot be sent.</summary>
    /// <param name="value">The value, translated into the target's ids.</param>
    /// <param name="localised">The value without foreign pointers.</param>
    /// <returns>False when the value cannot do without one: what it points to must be linked first.</returns>
    public virtual bool TryLocalise(TValue value, out TValue localised)
    {
        localised = value;
        return true;
    }

    /// <summary>What must be remembered of the agreed value so that later edits merge.</summary>
    /// <param name="value">The value both sides agreed on, as one side stores it.</param>
    /// <param name="hasher">Hashes elements.</param>
    /// <returns>The memory as text, or null for types that do not merge.</returns>
    public virtual string? MergeBase(TValue value, IElementHasher hasher) => null;

    /// <summary>Merges two edits that began from the same agreed value.</summary>
    /// <param name="one">One side's value.</param>
    /// <param name="oneBase">That side's memory of the agreed value.</param>
    /// <param name="other">The other side's value, speaking the first side's ids.</param>
    /// <param name="otherBase">The other side's memory.</param>
    /// <param name="hasher">Hashes elements.</param>
    /// <param name="merged">The merged value.</param>
    /// <returns>False when the edits contradict each other.</returns>
    public virtual bool TryMerge(TValue one, string oneBase, TValue other, string otherBase, IElementHasher hasher, [MaybeNullWhen(false)] out TValue merged)
    {
        merged = default;
        return false;
    }

    /// <summary>Merges two edits part by part, for types whose parts are edited by themselves: where both sides changed a part, one of them is kept, and all other edits of both stay.</summary>
    /// <param name="one">One side's value.</param>
    /// <param name="oneBase">That side's memory of the agreed value.</param>
    /// <param name="other">The other side's value, speaking the first side's ids.</param>
    /// <param name="otherBase">The other side's memory.</param>
    /// <param name="keepsOne">True to keep the first value's parts where both sides changed them, false for the other's.</param>
    /// <param name="hasher">Hashes elements.</param>
    /// <param name="merged">The merged value.</param>
    /// <returns>False for types without such parts, of which one value is kept as a whole.</returns>
    public virtual bool TryMergeKeeping(TValue one, string oneBase, TValue other, string otherBase, bool keepsOne, IElementHasher hasher, [MaybeNullWhen(false)] out TValue merged)
    {
        merged = default;
        return false;
    }

    /// <summary>The memory of one side once the other side's edits have arrived there and not the other way round: those count as agreed, its own edits do not.</summary>
    /// <param name="one">The side's value, with the other's edits.</param>
    /// <param name="oneBase">Its memory of the agreed value.</param>
    /// <param name="sent">What was sent to that side, in its ids.</param>
    /// <param name="other">The other side's value, speaking the first side's ids.</param>
    /// <param name="otherBase">The other side's memory.</param>
    /// <param name="hasher">Hashes elements.</param>
    /// <returns>The memory as text; null for types without parts that are edited by themselves.</returns>
    public virtual string? Rebase(TValue one, string oneBase, TValue sent, TValue other, string otherBase, IElementHasher hasher) => null;
}
