using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ErpSync;

/// <summary>Text in several languages; a missing language and an empty text are the same. Edits of different languages merge.</summary>
/// <param name="html">True when the texts are HTML, compared by what a browser shows rather than by their bytes.</param>
public sealed class LocalizedTextField(bool html) : FieldType<LocalizedText>
{
    /// <summary>Plain text.</summary>
    public static LocalizedTextField Plain { get; } = new(html: false);

    /// <summary>HTML.</summary>
    public static LocalizedTextField Html { get; } = new(html: true);

    /// <inheritdoc/>
    public override MergeStyle Merge => MergeStyle.Union;

    /// <inheritdoc/>
    public override bool AreEqual(LocalizedText one, LocalizedText other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Equals(other))
            return true;
        return one.Languages.Union(other.Languages).All(language => AreSame(one[language], other[language]));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json, LocalizedText value)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(value);
        json.WriteStartObject();
        foreach (var (language, text) in value)
        {
            if (text.Length > 0)
                json.WriteString(language, text);
        }

        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public override LocalizedText Read(JsonElement json) =>
        LocalizedText.From(json.EnumerateObject().Select(text => new KeyValuePair<string, string>(text.Name, text.Value.GetString() ?? "")));

    /// <inheritdoc/>
    public override LocalizedText Overlay(LocalizedText target, LocalizedText source)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Overlay(source);
    }

    /// <inheritdoc/>
    public override string? MergeBase(LocalizedText value, IElementHasher hasher) => MapMerge.Base(value, hasher);

    /// <inheritdoc/>
    public override bool TryMerge(LocalizedText one, string oneBase, LocalizedText other, string otherBase, IElementHasher hasher, [MaybeNullWhen(false)] out LocalizedText merged)
    {
        var entries = MapMerge.Merge(one, oneBase, other, otherBase, hasher, AreSame);
        merged = entries is null ? null : LocalizedText.From(entries);
        return merged is not null;
    }

    /// <inheritdoc/>
    public override bool TryMergeKeeping(LocalizedText one, string oneBase, LocalizedText other, string otherBase, bool keepsOne, IElementHasher hasher, [MaybeNullWhen(false)] out LocalizedText merged)
    {
        merged = LocalizedText.From(MapMerge.Merge(one, oneBase, other, otherBase, hasher, AreSame, keepsOne)!);
        return true;
    }

    /// <inheritdoc/>
    public override string? Rebase(LocalizedText one, string oneBase, LocalizedText sent, LocalizedText other, string otherBase, IElementHasher hasher) => MapMerge.Rebase(one, oneBase, sent, other, otherBase, hasher, AreSame);

    private bool AreSame(string? one, string? other) => html ? HtmlText.AreSame(one, other) : TextField.AreSame(one, other);
}
