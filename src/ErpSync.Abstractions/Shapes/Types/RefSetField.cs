using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ErpSync;

/// <summary>A set of pointers. Pointers without a counterpart in the other system do not count when two are compared, and stay when one is written.</summary>
public sealed class RefSetField : FieldType<RefSet>
{
    /// <summary>The one instance.</summary>
    public static RefSetField Instance { get; } = new();

    /// <inheritdoc/>
    public override MergeStyle Merge => MergeStyle.Union;

    /// <inheritdoc/>
    public override bool AreEqual(RefSet one, RefSet other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Equals(other))
            return true;
        return RefSet.From(one.Where(item => !item.IsForeign)).Equals(RefSet.From(other.Where(item => !item.IsForeign)));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, RefSet value)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(value);
        json.WriteStartArray();
        foreach (var item in value)
            json.WriteStringValue(item.ToString());
        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override RefSet Read(JsonElement json) => RefSet.From(json.EnumerateArray().Select(item => Ref.Parse(item.GetString() ?? "")));

    /// <inheritdoc/>
    public override RefSet Overlay(RefSet target, RefSet source)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        return RefSet.From(source.Where(item => !item.IsForeign).Concat(target.Where(item => item.IsForeign)));
    }

    /// <inheritdoc/>
    public override RefSet Translate(RefSet value, IRefTranslator translator)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(translator);
        return value.Count == 0 ? value : RefSet.From(value.Select(translator.Translate));
    }

    /// <inheritdoc/>
    public override string Display(RefSet value) => string.Join(", ", value.Select(item => RefField.Instance.Display(item)));

    /// <inheritdoc/>
    public override bool TryLocalise(RefSet value, out RefSet localised)
    {
        ArgumentNullException.ThrowIfNull(value);
        localised = value.Any(item => item.IsForeign) ? RefSet.From(value.Where(item => !item.IsForeign)) : value;
        return true;
    }

    /// <inheritdoc/>
    public override IEnumerable<Ref> Refs(RefSet value) => value;

    /// <inheritdoc/>
    public override string? MergeBase(RefSet value, IElementHasher hasher)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(hasher);
        return string.Join(' ', value.Select(item => hasher.Hash(item.ToString())));
    }

    /// <inheritdoc/>
    public override bool TryMerge(RefSet one, string oneBase, RefSet other, string otherBase, IElementHasher hasher, [MaybeNullWhen(false)] out RefSet merged)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(hasher);
        var theirs = Hashes(otherBase);
        bool WasTheirs(Ref item) => theirs.Contains(hasher.Hash(item.ToString()));
        var added = other.Where(item => !item.IsForeign && !WasTheirs(item));
        var kept = one.Where(item => !WasTheirs(item) || other.Contains(item));
        merged = RefSet.From(kept.Concat(added));
        return true;
    }

    private static HashSet<string> Hashes(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
