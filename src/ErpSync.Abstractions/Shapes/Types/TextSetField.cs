using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ErpSync;

/// <summary>A set of words such as tags; additions and removals on both sides merge.</summary>
public sealed class TextSetField : FieldType<TextSet>
{
    /// <summary>The one instance.</summary>
    public static TextSetField Instance { get; } = new();

    /// <inheritdoc/>
    public override MergeStyle Merge => MergeStyle.Union;

    /// <inheritdoc/>
    public override bool AreEqual(TextSet one, TextSet other) => Equals(one, other);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, TextSet value)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(value);
        json.WriteStartArray();
        foreach (var item in value)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public override TextSet Read(JsonElement json) => TextSet.From(json.EnumerateArray().Select(item => item.GetString() ?? ""));

    /// <inheritdoc/>
    public override string? MergeBase(TextSet value, IElementHasher hasher)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(hasher);
        return string.Join(' ', value.Select(item => Hash(hasher, item)));
    }

    /// <inheritdoc/>
    public override bool TryMerge(TextSet one, string oneBase, TextSet other, string otherBase, IElementHasher hasher, [MaybeNullWhen(false)] out TextSet merged)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(hasher);
        ArgumentNullException.ThrowIfNull(otherBase);
        var theirs = otherBase.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        bool WasTheirs(string item) => theirs.Contains(Hash(hasher, item));
        var added = other.Where(item => !WasTheirs(item));
        var kept = one.Where(item => !WasTheirs(item) || other.Contains(item));
        merged = TextSet.From(kept.Concat(added));
        return true;
    }

    private static string Hash(IElementHasher hasher, string item) => hasher.Hash(item.ToLowerInvariant());
}
