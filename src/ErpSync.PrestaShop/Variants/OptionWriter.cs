using System.Xml.Linq;
using ErpSync.Http;
using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Variants;

/// <summary>Creates options that variants need and the shop does not have yet.</summary>
internal sealed class OptionWriter(PrestaShopClient client, ShopSession session) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>The catalogue, read when the run needs it first.</summary>
    public async Task<OptionCatalog> CatalogAsync(CancellationToken cancellationToken) =>
        session.Memory.Options ??= await OptionCatalog.ReadAsync(client, await session.ShopAsync(cancellationToken), cancellationToken);

    /// <summary>The catalogue with values that may have been added since it was read.</summary>
    public async Task<OptionCatalog> CatalogWithAsync(IEnumerable<long> valueIds, CancellationToken cancellationToken)
    {
        var catalog = await CatalogAsync(cancellationToken);
        return valueIds.All(catalog.Knows) ? catalog : await ReloadAsync(cancellationToken);
    }

    /// <summary>Makes sure that options exist, at most two writes for all of them.</summary>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>The catalogue, and why something is missing from it; null when nothing is.</returns>
    public async Task<(OptionCatalog Catalog, SyncProblem? Problem)> EnsureAsync(IEnumerable<VariantOption> options, CancellationToken cancellationToken)
    {
        var wanted = options.Distinct().ToList();
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var catalog = await CatalogAsync(cancellationToken);
            if (wanted.TrueForAll(option => catalog.Value(option) is not null))
                return (catalog, null);

            // Somebody may have added them since the run began.
            catalog = await ReloadAsync(cancellationToken);
            var (afterGroups, problem) = await AddAsync("product_options", MissingGroups(catalog, wanted), catalog, cancellationToken);
            var (afterValues, second) = await AddAsync("product_option_values", MissingValues(afterGroups, wanted), afterGroups, cancellationToken);
            return (afterValues, problem ?? second);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<OptionCatalog> ReloadAsync(CancellationToken cancellationToken) =>
        session.Memory.Options = await OptionCatalog.ReadAsync(client, await session.ShopAsync(cancellationToken), cancellationToken);

    // Whatever the answer was: what exists afterwards counts, found by name.
    private async Task<(OptionCatalog Catalog, SyncProblem? Problem)> AddAsync(string resource, IReadOnlyList<XElement> records, OptionCatalog catalog, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
            return (catalog, null);
        SyncProblem? problem = null;
        try
        {
            await client.PostAsync(resource, records, RequestPurpose.Data, cancellationToken);
        }
        catch (ConnectorException fault)
        {
            problem = fault.Problem;
        }

        return (await ReloadAsync(cancellationToken), problem);
    }

    private List<XElement> MissingGroups(OptionCatalog catalog, List<VariantOption> wanted) =>
    [
        .. Names(wanted.Select(option => option.Name)).Where(name => catalog.Group(name) is null).Select(name => new XElement(
            "product_option",
            XmlBody.Value("is_color_group", flag: false),
            XmlBody.Value("group_type", "select"),
            Everywhere("name", name),
            Everywhere("public_name", name))),
    ];

    private List<XElement> MissingValues(OptionCatalog catalog, List<VariantOption> wanted) =>
    [
        .. wanted
            .Where(option => catalog.Value(option) is null && catalog.Group(option.Name) is not null)
            .Select(option => (Group: catalog.Group(option.Name)!.Value, Value: TextRules.OptionName(option.Value)))
            .DistinctBy(value => (value.Group, value.Value.ToUpperInvariant()))
            .Select(value => new XElement("product_option_value", XmlBody.Value("id_attribute_group", value.Group), Everywhere("name", value.Value))),
    ];

    private static IEnumerable<string> Names(IEnumerable<string> names) =>
        names.Select(TextRules.OptionName).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);

    private XElement Everywhere(string field, string text) =>
        XmlBody.Translated(field, session.Shop!.Languages.Select(language => new KeyValuePair<long, string>(language.Id, text)));
}
