using ErpSync.Http;
using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Products;

/// <summary>The features of the shop and their values by their names in the main language; read once a run, when a product needs them.</summary>
internal sealed class FeatureBook
{
    /// <summary>Stands between several values of one feature.</summary>
    public const string Between = " | ";

    private readonly Dictionary<long, string> _names = [];
    private readonly Dictionary<string, long> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, (long Feature, string Text)> _values = [];
    private readonly Dictionary<(long Feature, string Text), long> _valueIds = [];

    /// <summary>Reads the book, in two requests.</summary>
    public static async Task<FeatureBook> ReadAsync(PrestaShopClient client, ShopData shop, CancellationToken cancellationToken)
    {
        var book = new FeatureBook();
        foreach (var row in await client.ListAsync(new Query("product_features").Show("[id,name]"), RequestPurpose.Reference, cancellationToken))
        {
            var name = Text(row, "name", shop);
            book._names[row.Id] = name;
            book._ids.TryAdd(name, row.Id);
        }

        // Values that were typed for a single product come last, so that shared ones are found first.
        var values = await client.ListAsync(new Query("product_feature_values").Show("[id,id_feature,custom,value]"), RequestPurpose.Reference, cancellationToken);
        foreach (var row in values.OrderBy(row => row.Flag("custom") == true))
        {
            var feature = row.Whole("id_feature") ?? 0;
            var text = Text(row, "value", shop);
            book._values[row.Id] = (feature, text);
            book._valueIds.TryAdd((feature, text.ToUpperInvariant()), row.Id);
        }

        return book;
    }

    /// <summary>True when the book holds all features of a product.</summary>
    public bool Knows(WireRow product)
    {
        var features = product.Association("product_features");
        for (var place = 0; place < features.Count; place++)
        {
            if (!_names.ContainsKey(features[place].Id) || !_values.ContainsKey(features[place].Whole("id_feature_value") ?? 0))
                return false;
        }

        return true;
    }

    /// <summary>The features of a product. What the shop itself knows no more is left out.</summary>
    public TextMap Of(WireRow product)
    {
        var features = product.Association("product_features");
        if (features.Count == 0)
            return TextMap.Empty;
        var texts = new KeyValuePair<string, string>[features.Count];
        var count = 0;
        for (var place = 0; place < features.Count; place++)
        {
            var row = features[place];
            if (_names.TryGetValue(row.Id, out var name) && name.Length > 0 && _values.TryGetValue(row.Whole("id_feature_value") ?? 0, out var value) && value.Text.Length > 0)
                texts[count++] = new(name, value.Text);
        }

        Array.Resize(ref texts, count);
        return TextMap.From(HasTwice(texts) ? texts.GroupBy(entry => entry.Key, StringComparer.Ordinal).Select(Joined) : texts);
    }

    private static KeyValuePair<string, string> Joined(IGrouping<string, KeyValuePair<string, string>> feature) =>
        new(feature.Key, string.Join(Between, feature.Select(entry => entry.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));

    private static bool HasTwice(KeyValuePair<string, string>[] texts)
    {
        for (var place = 1; place < texts.Length; place++)
        {
            for (var before = 0; before < place; before++)
            {
                if (string.Equals(texts[before].Key, texts[place].Key, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Features as the shop can hold them: forbidden characters out, lengths cut, values in order.</summary>
    public static TextMap Normalise(TextMap features) => TextMap.From(features
        .Select(entry => new KeyValuePair<string, string>(TextRules.OptionName(entry.Key), string.Join(Between, Values(entry.Value))))
        .Where(entry => entry.Key.Length > 0 && entry.Value.Length > 0));

    /// <summary>The single values of a feature's text.</summary>
    public static IEnumerable<string> Values(string text) =>
        text.Split(Between).Select(value => TextRules.GenericName(value, TextRules.FeatureLength)).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The feature's id; null when there is none of the name.</summary>
    public long? Feature(string name) => _ids.TryGetValue(name, out var id) ? id : null;

    /// <summary>The id of a feature's value; null when the shop does not have it yet.</summary>
    public long? Value(string name, string text) => Feature(name) is { } feature && _valueIds.TryGetValue((feature, text.ToUpperInvariant()), out var id) ? id : null;

    /// <summary>The name of a feature; null for an unknown one.</summary>
    public string? Name(long feature) => _names.GetValueOrDefault(feature);

    private static string Text(WireRow row, string field, ShopData shop) => (Translations.Main(Translations.Read(row, field, shop), shop) ?? "").Trim();
}
