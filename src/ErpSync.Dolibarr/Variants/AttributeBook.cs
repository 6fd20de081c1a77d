using System.Text.Json.Nodes;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>The attributes of variants (size, colour) and their values; small reference data, read once a run. Missing ones are created on demand.</summary>
internal sealed class AttributeBook
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<long, (string Reference, string Label)> _attributes = [];
    private readonly Dictionary<long, Dictionary<long, (string Reference, string Text)>> _values = [];

    public static async Task<AttributeBook> LoadAsync(DolibarrClient client, CancellationToken cancellationToken)
    {
        var book = new AttributeBook();
        foreach (var attribute in await client.ListAsync("products/attributes?limit=0&sortfield=t.rowid&sortorder=ASC", cancellationToken, RequestPurpose.Reference))
        {
            if (attribute.Whole("id") is not { } id)
                continue;
            book._attributes[id] = (attribute.Text("ref") ?? "", TextRules.Decoded(attribute.Text("label") ?? attribute.Text("ref") ?? ""));
            var values = new Dictionary<long, (string, string)>();
            foreach (var value in await client.ListAsync($"products/attributes/{JsonValues.Invariant(id)}/values", cancellationToken, RequestPurpose.Reference))
            {
                if (value.Whole("id") is { } valueId)
                    values[valueId] = (value.Text("ref") ?? "", TextRules.Decoded(value.Text("value") ?? value.Text("ref") ?? ""));
            }

            book._values[id] = values;
        }

        return book;
    }

    /// <summary>The options that features mean; a feature whose attribute or value is gone is left out.</summary>
    public ValueList<VariantOption> Options(IReadOnlyDictionary<long, long> features) => features
        .Where(feature => _attributes.ContainsKey(feature.Key) && _values.TryGetValue(feature.Key, out var values) && values.ContainsKey(feature.Value))
        .Select(feature => new VariantOption(_attributes[feature.Key].Label, _values[feature.Key][feature.Value].Text))
        .ToValueList();

    /// <summary>The features for options; attributes and values that do not exist are created.</summary>
    public async Task<IReadOnlyDictionary<long, long>> FeaturesAsync(ValueList<VariantOption> options, DolibarrClient client, DolibarrSetup setup, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var features = new Dictionary<long, long>();
            foreach (var option in options)
            {
                var attribute = await AttributeAsync(TextRules.Label(option.Name, setup), client, cancellationToken);
                features[attribute] = await ValueAsync(attribute, TextRules.Label(option.Value, setup), client, cancellationToken);
            }

            return features;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<long> AttributeAsync(string label, DolibarrClient client, CancellationToken cancellationToken)
    {
        foreach (var (id, known) in _attributes)
        {
            if (IsSame(known.Label, label))
                return id;
        }

        var reference = Free(TextRules.AttributeReference(label), label, _attributes.Values.Select(known => known.Reference));
        var answer = await client.PostAsync("products/attributes", new JsonObject { ["ref"] = reference, ["label"] = label }, cancellationToken);
        var created = CreatedId.Read(answer, client.Connection, EntityKind.ProductVariant);
        _attributes[created] = (reference, label);
        _values[created] = [];
        return created;
    }

    private async Task<long> ValueAsync(long attribute, string text, DolibarrClient client, CancellationToken cancellationToken)
    {
        var values = _values[attribute];
        foreach (var (id, known) in values)
        {
            if (IsSame(known.Text, text))
                return id;
        }

        var reference = Free(TextRules.AttributeReference(text), text, values.Values.Select(known => known.Reference));
        var answer = await client.PostAsync($"products/attributes/{JsonValues.Invariant(attribute)}/values", new JsonObject { ["ref"] = reference, ["value"] = text }, cancellationToken);
        var created = CreatedId.Read(answer, client.Connection, EntityKind.ProductVariant);
        values[created] = (reference, text);
        return created;
    }

    private static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    // Two labels can give one reference ("Taille" and "Taille!"): the second gets a print of its label.
    private static string Free(string reference, string label, IEnumerable<string> taken) =>
        taken.Contains(reference, StringComparer.OrdinalIgnoreCase) ? $"{reference}_{Prints.Of(label)[..6].ToUpperInvariant()}" : reference;
}
