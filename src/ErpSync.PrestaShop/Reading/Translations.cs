namespace ErpSync.PrestaShop;

/// <summary>Texts in the shop's languages: ids there, codes here.</summary>
internal static class Translations
{
    /// <summary>The texts that travel: languages in use, a scalar as the main language's.</summary>
    public static LocalizedText Read(WireRow row, string field, ShopData shop)
    {
        var stored = row.Translations(field);
        var texts = new KeyValuePair<string, string>[stored.Length];
        var count = 0;
        foreach (var (language, text) in stored)
        {
            var code = Code(language, shop);
            if (shop.Travels(code))
                texts[count++] = new(code, text);
        }

        return count == 0 ? LocalizedText.Empty : LocalizedText.From(count == texts.Length ? texts : texts[..count]);
    }

    /// <summary>
    /// All languages of a field to send, because PrestaShop empties those that are left out: the wanted text, else the present one, else nothing.
    /// </summary>
    /// <param name="wanted">The wanted texts.</param>
    /// <param name="present">What the shop holds; null for a new record.</param>
    /// <param name="field">The field in the shop.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="fill">The text for languages that would be empty; null leaves them empty.</param>
    public static IEnumerable<KeyValuePair<long, string>> All(LocalizedText wanted, WireRow? present, string field, ShopData shop, string? fill)
    {
        var codes = shop.Codes;
        var stored = present?.Translations(field).ToDictionary(text => Code(text.Key, shop), text => text.Value) ?? [];
        foreach (var language in shop.Languages)
        {
            var text = (codes.Contains(language.Code) ? wanted[language.Code] : null) ?? stored.GetValueOrDefault(language.Code) ?? "";
            yield return new(language.Id, text.Length > 0 ? text : fill ?? "");
        }
    }

    /// <summary>The text in the main language, else in any.</summary>
    public static string? Main(LocalizedText text, ShopData shop) =>
        text.Best(shop.MainLanguage.Code) is { Length: > 0 } main ? main : text.Select(entry => entry.Value).FirstOrDefault(value => value.Length > 0);

    private static string Code(string languageId, ShopData shop) =>
        languageId.Length == 0 ? shop.MainLanguage.Code : shop.Language(languageId)?.Code ?? "?" + languageId;
}
