using System.Collections;

namespace ErpSync;

/// <summary>A text in one or more languages, keyed by ISO 639-1 code in lower case (<c>en</c>, <c>fr</c>). Immutable; compares by content.</summary>
public sealed class LocalizedText : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<LocalizedText>
{
    private readonly KeyValuePair<string, string>[] _texts;

    private LocalizedText(KeyValuePair<string, string>[] sorted) => _texts = sorted;

    /// <summary>The text without any language.</summary>
    public static LocalizedText Empty { get; } = new([]);

    /// <summary>How many languages there are.</summary>
    public int Count => _texts.Length;

    /// <summary>The languages, in ordinal order.</summary>
    public IEnumerable<string> Languages => _texts.Select(text => text.Key);

    /// <summary>The text in a language; null when that language is missing. An empty text is not missing.</summary>
    /// <param name="language">The ISO 639-1 code; case does not count.</param>
    public string? this[string language]
    {
        get
        {
            foreach (var (key, text) in _texts)
            {
                if (string.Equals(key, language, StringComparison.OrdinalIgnoreCase))
                    return text;
            }

            return null;
        }
    }

    /// <summary>A text in one language.</summary>
    /// <param name="language">The ISO 639-1 code.</param>
    /// <param name="text">The text.</param>
    /// <returns>The localized text.</returns>
    public static LocalizedText Of(string language, string text) => From([new(language, text)]);

    /// <summary>A text in several languages; a language given twice keeps the last text.</summary>
    /// <param name="texts">Languages and texts.</param>
    /// <returns>The localized text.</returns>
    public static LocalizedText From(IEnumerable<KeyValuePair<string, string>> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var sorted = SortedPairs.Of(texts, lower: true);
        return sorted.Length == 0 ? Empty : new LocalizedText(sorted);
    }

    /// <summary>This text with the other's languages laid over it; languages that only this text has stay.</summary>
    /// <param name="other">The text that wins where both have a language.</param>
    /// <returns>The union.</returns>
    public LocalizedText Overlay(LocalizedText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Count == 0 ? this : Count == 0 ? other : From(_texts.Concat(other._texts));
    }

    /// <summary>Only the named languages of this text.</summary>
    /// <param name="languages">The languages to keep; those that this text lacks are passed over.</param>
    /// <returns>The part.</returns>
    public LocalizedText Only(IEnumerable<string> languages) => From(_texts.Where(text => languages.Contains(text.Key, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Every text changed by the same function.</summary>
    /// <param name="change">From the old text to the new one.</param>
    /// <returns>The changed text.</returns>
    public LocalizedText Select(Func<string, string> change) => From(_texts.Select(text => new KeyValuePair<string, string>(text.Key, change(text.Value))));

    /// <summary>The text in the wanted language, else in the first language that has one; null when there is none.</summary>
    /// <param name="language">The wanted language; null takes the first.</param>
    /// <returns>A text or null.</returns>
    public string? Best(string? language = null) =>
        (language is null ? null : this[language]) ?? (_texts.Length == 0 ? null : _texts[0].Value);

    /// <summary>True when the other text has the same languages with the same texts.</summary>
    /// <param name="other">The other text.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(LocalizedText? other) => other is not null && _texts.AsSpan().SequenceEqual(other._texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (language, text) in _texts)
        {
            hash.Add(language, StringComparer.Ordinal);
            hash.Add(text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)_texts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _texts.GetEnumerator();

    /// <summary>The texts with their languages, for example <c>en: Mug; fr: Tasse</c>; just the text when there is one language, without languages whose text is empty.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        _texts.Length == 1 ? _texts[0].Value : string.Join("; ", _texts.Where(text => text.Value.Length > 0).Select(text => $"{text.Key}: {text.Value}"));
}
