namespace ErpSync.PrestaShop;

/// <summary>A language of the shop.</summary>
/// <param name="Id">Its id in the shop.</param>
/// <param name="Code">The ISO 639-1 code under which its texts travel; the shop's own code where two languages would share one.</param>
/// <param name="IsActive">Whether customers see it; texts of the others are kept and do not travel.</param>
internal sealed record ShopLanguage(long Id, string Code, bool IsActive)
{
    /// <summary>The id as answers give it.</summary>
    public string IdText { get; } = Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reads the languages; the main one comes first. PrestaShop's own codes are not always ISO (<c>gb</c>, <c>si</c>, <c>br</c>), its locales are.</summary>
    public static IReadOnlyList<ShopLanguage> Read(IEnumerable<WireRow> rows, long mainId)
    {
        var ordered = rows.OrderBy(row => row.Id != mainId).ThenBy(row => !IsExact(row)).ThenBy(row => row.Flag("active") == false).ThenBy(row => row.Id).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var languages = new List<ShopLanguage>();
        foreach (var row in ordered)
        {
            var own = Own(row);
            var code = taken.Add(Iso(row)) ? Iso(row) : taken.Add(own) ? own : $"{own}-{row.Id}";
            languages.Add(new ShopLanguage(row.Id, code, row.Flag("active") ?? true));
        }

        return languages;
    }

    private static bool IsExact(WireRow row) => string.Equals(Iso(row), Own(row), StringComparison.Ordinal);

    private static string Own(WireRow row) => (row.Filled("iso_code") ?? row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToLowerInvariant();

    private static string Iso(WireRow row)
    {
        var locale = row.Filled("locale") ?? row.Filled("language_code") ?? Own(row);
        var language = locale.Split('-', '_')[0].ToLowerInvariant();
        return language.Length is 2 or 3 ? language : Own(row);
    }
}
