namespace ErpSync;

/// <summary>The language of texts, and a host's own words.</summary>
public sealed class TextOptions
{
    private readonly Dictionary<(string Language, string Code), string> _replaced = [];

    /// <summary>The language, for example <c>fr</c> or <c>fr-CA</c>; null follows <see cref="System.Globalization.CultureInfo.CurrentUICulture"/>. A language without a text falls back to English.</summary>
    public string? Language { get; set; }

    /// <summary>Replaces a text.</summary>
    /// <param name="language">The language, for example <c>en</c>.</param>
    /// <param name="code">The code, for example <c>match.ambiguous</c>; followed by <c>.remedy</c> for what to do about it.</param>
    /// <param name="template">The words; values as <c>{name}</c>. A name that the problem does not carry leaves the shipped words in place.</param>
    /// <returns>These options.</returns>
    public TextOptions Replace(string language, string code, string template)
    {
        ArgumentException.ThrowIfNullOrEmpty(language);
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentNullException.ThrowIfNull(template);
        _replaced[(language, code)] = template;
        return this;
    }

    internal string? Replaced(string language, string code) => _replaced.GetValueOrDefault((language, code));
}
