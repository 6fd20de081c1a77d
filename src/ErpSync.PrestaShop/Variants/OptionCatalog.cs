using ErpSync.Http;
using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Variants;

/// <summary>The options of the shop (groups and their values) by their names in the main language; read once a run.</summary>
internal sealed class OptionCatalog
{
    private readonly Dictionary<long, (long Group, VariantOption Option)> _values = [];
    private readonly Dictionary<string, long> _groupIds = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(long Group, string Value), long> _valueIds = [];

    /// <summary>Reads the catalogue, in two requests.</summary>
    public static async Task<OptionCatalog> ReadAsync(PrestaShopClient client, ShopData shop, CancellationToken cancellationToken)
    {
        var catalog = new OptionCatalog();
        var names = new Dictionary<long, string>();
        foreach (var group in await client.ListAsync(new Query("product_options").Show("[id,name]"), RequestPurpose.Reference, cancellationToken))
        {
            names[group.Id] = Name(group, shop);
            catalog._groupIds.TryAdd(names[group.Id], group.Id);
        }

        foreach (var value in await client.ListAsync(new Query("product_option_values").Show("[id,id_attribute_group,name]"), RequestPurpose.Reference, cancellationToken))
        {
            var group = value.Whole("id_attribute_group") ?? 0;
            catalog._values[value.Id] = (group, new VariantOption(names.GetValueOrDefault(group) ?? "", Name(value, shop)));
            catalog._valueIds.TryAdd((group, Name(value, shop).ToUpperInvariant()), value.Id);
        }

        return catalog;
    }

    /// <summary>A catalogue in which the values of a row bear their numbers, where the shop's own is not at hand.</summary>
    public static OptionCatalog Numbered(WireRow row)
    {
        var catalog = new OptionCatalog();
        foreach (var value in VariantRow.ValueIds(row))
            catalog._values[value] = (0, new VariantOption($"option {value}", $"value {value}"));
        return catalog;
    }

    /// <summary>True when the value is known.</summary>
    public bool Knows(long valueId) => _values.ContainsKey(valueId);

    /// <summary>The option of a value; a problem for one that nobody knows.</summary>
    public VariantOption Of(long valueId) => _values.TryGetValue(valueId, out var known) ? known.Option : throw new ConnectorException(new SyncProblem(
        ProblemKind.Unreadable, PrestaShopCodes.ValueUnreadable, $"The combination has the option value {valueId}, which does not exist.")
    { Field = nameof(ProductVariant.Options) });

    /// <summary>The group's id; null when there is none of the name.</summary>
    public long? Group(string name) => _groupIds.TryGetValue(TextRules.OptionName(name), out var id) ? id : null;

    /// <summary>The id of an option's value; null when the shop does not have it yet. Of groups with the same name the one that has the value counts.</summary>
    public long? Value(VariantOption option)
    {
        var value = TextRules.OptionName(option.Value).ToUpperInvariant();
        if (Group(option.Name) is { } first && _valueIds.TryGetValue((first, value), out var id))
            return id;
        var name = TextRules.OptionName(option.Name);
        foreach (var (other, (_, known)) in _values)
        {
            if (string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase) && string.Equals(known.Value, value, StringComparison.OrdinalIgnoreCase))
                return other;
        }

        return null;
    }

    private static string Name(WireRow row, ShopData shop) => (Translations.Main(Translations.Read(row, "name", shop), shop) ?? "").Trim();
}
