namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A field with one value per language of the shop, by ISO code (<c>"en"</c>) or language id.</summary>
public sealed class PrestaShopText
{
    private readonly PrestaShopRow _row;
    private readonly Field _field;

    internal PrestaShopText(PrestaShopRow row, Field field)
    {
        _row = row;
        _field = field;
    }

    /// <summary>The value in a language, by ISO code; empty when it has none. Before the record was added, <c>en</c> and <c>fr</c> are known.</summary>
    /// <param name="language">The two-letter code.</param>
    /// <exception cref="KeyNotFoundException">The shop has no such language.</exception>
    public string this[string language]
    {
        get => this[LanguageId(language)];
        set => this[LanguageId(language)] = value;
    }

    /// <summary>The value in a language, by id; empty when it has none.</summary>
    /// <param name="language">The language's id, from 1.</param>
    public string this[int language]
    {
        get => Value(_row.Languages(_field.Slot), language);
        set
        {
            var values = _row.Languages(_field.Slot) ?? [];
            var copy = new string?[Math.Max(values.Length, language)];
            values.CopyTo(copy, 0);
            copy[language - 1] = value;
            _row.Put(_field, copy);
        }
    }

    /// <summary>Sets the same value in every language.</summary>
    /// <param name="value">The value.</param>
    public void SetAll(string value) => _row.Put(_field, Enumerable.Repeat(value, Math.Max(2, _row.State?.Languages.Max(language => language.Id) ?? 2)).ToArray());

    internal static string Value(string?[]? values, int language) => values is not null && language <= values.Length ? values[language - 1] ?? "" : "";

    private int LanguageId(string code) => _row.State is { } state
        ? state.Languages.FirstOrDefault(language => language.IsoCode == code)?.Id ?? throw new KeyNotFoundException($"The shop has no language '{code}'.")
        : code switch { "en" => 1, "fr" => 2, _ => throw new KeyNotFoundException($"The language '{code}' is known only to records that were added.") };
}
