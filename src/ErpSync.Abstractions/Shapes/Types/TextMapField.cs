using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ErpSync;

/// <summary>Custom fields by key; a missing key and an empty text are the same. Edits of different keys merge.</summary>
public sealed class TextMapField : FieldType<TextMap>
{
    /// <summary>The one instance.</summary>
    public static TextMapField Instance { get; } = new();

    /// <inheritdoc/>
    public override MergeStyle Merge => MergeStyle.Union;

    /// <inheritdoc/>
    public override bool AreEqual(TextMap one, TextMap other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Equals(other))
            return true;
        return one.Select(entry => entry.Key).Union(other.Select(entry => entry.Key), StringComparer.Ordinal).All(key => TextField.AreSame(one[key], other[key]));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, TextMap value)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(value);
        json.WriteStartObject();
        foreach (var (key, text) in value)
        {
            if (text.Length > 0)
                json.WriteString(key, text);
        }

        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public override TextMap Read(JsonElement json) =>
        TextMap.From(json.EnumerateObject().Select(entry => new KeyValuePair<string, string>(entry.Name, entry.Value.GetString() ?? "")));

    /// <inheritdoc/>
    public override TextMap Overlay(TextMap target, TextMap source)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Overlay(source);
    }

    /// <inheritdoc/>
    public override string? MergeBase(TextMap value, IElementHasher hasher) => MapMerge.Base(value, hasher);

    /// <inheritdoc/>
    public override bool TryMerge(TextMap one, string oneBase, TextMap other, string otherBase, IElementHasher hasher, [MaybeNullWhen(false)] out TextMap merged)
    {
        var entries = MapMerge.Merge(one, oneBase, other, otherBase, hasher, TextField.AreSame);
        merged = entries is null ? null : TextMap.From(entries);
        return merged is not null;
    }

    /// <inheritdoc/>
    public override bool TryMergeKeeping(TextMap one, string oneBase, TextMap other, string otherBase, bool keepsOne, IElementHasher hasher, [MaybeNullWhen(false)] out TextMap merged)
    {
        merged = TextMap.From(MapMerge.Merge(one, oneBase, other, otherBase, hasher, TextField.AreSame, keepsOne)!);
        return true;
    }

    /// <inheritdoc/>
    public override string? Rebase(TextMap one, string oneBase, TextMap sent, TextMap other, string otherBase, IElementHasher hasher) => MapMerge.Rebase(one, oneBase, sent, other, otherBase, hasher, TextField.AreSame);
}
