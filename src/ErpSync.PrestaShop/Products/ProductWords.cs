using System.Xml.Linq;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Products;

/// <summary>The features and tags that products name by number: read when a product needs them, created when a product to be written does.</summary>
internal sealed class ProductWords(PrestaShopClient client, ShopSession session) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>The books as far as rows need them; they are read again once when a row names what they lack.</summary>
    public async ValueTask<WordBooks> ForAsync(IReadOnlyCollection<WireRow> rows, CancellationToken cancellationToken)
    {
        var memory = session.Memory;
        if (rows.Any(row => row.Association("product_features").Count > 0 && memory.Features?.Knows(row) != true) && !memory.Lacks(rows, "product_features", memory.Features is not null))
            await ReadFeaturesAsync(cancellationToken);
        if (rows.Any(row => row.Association("tags").Count > 0 && memory.Tags?.Knows(row) != true) && !memory.Lacks(rows, "tags", memory.Tags is not null))
            await ReadTagsAsync(cancellationToken);
        return new WordBooks(memory.Features, memory.Tags);
    }

    /// <summary>Makes sure that the features and tags of products exist: at most three writes for all of them.</summary>
    /// <returns>The books, and why something is missing from them; null when nothing is.</returns>
    public async Task<(WordBooks Books, SyncProblem? Problem)> EnsureAsync(IReadOnlyCollection<Product> wanted, CancellationToken cancellationToken)
    {
        var features = wanted.SelectMany(product => product.Features).SelectMany(entry => FeatureBook.Values(entry.Value).Select(text => (entry.Key, Text: text))).Distinct().ToList();
        var tags = wanted.SelectMany(product => product.Tags).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var problem = await EnsureFeaturesAsync(features, cancellationToken);
            var second = await EnsureTagsAsync(tags, cancellationToken);
            return (new WordBooks(session.Memory.Features, session.Memory.Tags), problem ?? second);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<SyncProblem?> EnsureFeaturesAsync(List<(string Name, string Text)> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
            return null;
        var book = session.Memory.Features ?? await ReadFeaturesAsync(cancellationToken);
        if (wanted.TrueForAll(value => book.Value(value.Name, value.Text) is not null))
            return null;

        // Somebody may have added them since the run began.
        book = await ReadFeaturesAsync(cancellationToken);
        var features = wanted.Select(value => value.Name).Distinct(StringComparer.OrdinalIgnoreCase).Where(name => book.Feature(name) is null)
            .Select(name => new XElement("product_feature", Everywhere("name", name))).ToList();
        var problem = await AddAsync("product_features", features, cancellationToken);
        if (features.Count > 0)
            book = await ReadFeaturesAsync(cancellationToken);
        var values = wanted.Where(value => book.Value(value.Name, value.Text) is null && book.Feature(value.Name) is not null)
            .DistinctBy(value => (book.Feature(value.Name), value.Text.ToUpperInvariant()))
            .Select(value => new XElement("product_feature_value", XmlBody.Value("id_feature", book.Feature(value.Name)!.Value), XmlBody.Value("custom", 0), Everywhere("value", value.Text))).ToList();
        var second = await AddAsync("product_feature_values", values, cancellationToken);
        if (values.Count > 0)
            await ReadFeaturesAsync(cancellationToken);
        return problem ?? second;
    }

    private async Task<SyncProblem?> EnsureTagsAsync(List<string> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
            return null;
        var book = session.Memory.Tags ?? await ReadTagsAsync(cancellationToken);
        if (wanted.TrueForAll(tag => book.Id(tag) is not null))
            return null;
        book = await ReadTagsAsync(cancellationToken);
        var missing = wanted.Where(tag => book.Id(tag) is null).Select(tag => new XElement("tag", XmlBody.Value("id_lang", session.Shop!.MainLanguage.Id), XmlBody.Value("name", tag))).ToList();
        var problem = await AddAsync("tags", missing, cancellationToken);
        await ReadTagsAsync(cancellationToken);
        return problem;
    }

    // Whatever the answer was: what exists afterwards counts, found by name.
    private async Task<SyncProblem?> AddAsync(string resource, List<XElement> records, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
            return null;
        try
        {
            await client.PostAsync(resource, records, RequestPurpose.Data, cancellationToken);
            return null;
        }
        catch (ConnectorException fault)
        {
            return fault.Problem;
        }
    }

    private async Task<FeatureBook> ReadFeaturesAsync(CancellationToken cancellationToken) =>
        session.Memory.Features = await FeatureBook.ReadAsync(client, await session.ShopAsync(cancellationToken), cancellationToken);

    private async Task<TagBook> ReadTagsAsync(CancellationToken cancellationToken) =>
        session.Memory.Tags = await TagBook.ReadAsync(client, await session.ShopAsync(cancellationToken), cancellationToken);

    private XElement Everywhere(string field, string text) => XmlBody.Translated(field, session.Shop!.Languages.Select(language => new KeyValuePair<long, string>(language.Id, text)));
}

/// <summary>The books that products are read and written with; null where none of them needs one.</summary>
/// <param name="Features">The features.</param>
/// <param name="Tags">The tags.</param>
internal readonly record struct WordBooks(FeatureBook? Features, TagBook? Tags);
