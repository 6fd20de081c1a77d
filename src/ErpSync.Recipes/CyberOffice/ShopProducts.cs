using System.Globalization;

namespace ErpSync.Recipes;

/// <summary>The shop's products as the ERP is to get them: with references that are there and unique, features and long descriptions in extra fields, double taxes by the option.</summary>
internal sealed class ShopProducts(CyberOfficeOptions options, IKeyFinder<Product>? byReference) : KindDecorator<Product>
{
    private readonly Dictionary<string, SortedSet<RemoteId>> _known = new(StringComparer.OrdinalIgnoreCase);

    private bool HasExtraFields => options.LongDescriptionField is not null || options.Features.Count > 0;

    /// <inheritdoc/>
    public override KindProfile<Product> Profile(KindProfile<Product> profile) => HasExtraFields ? profile with { ReadFields = profile.ReadFields?.Append(nameof(Product.Custom)).ToHashSet(StringComparer.Ordinal) } : profile;

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ReadResult<Product>>> ReadAsync(IReadOnlyList<Remote<Product>> records, CancellationToken cancellationToken)
    {
        await LearnAsync(records, cancellationToken);
        return [.. records.Select(record => ReadResult<Product>.Of(record with { Value = Adjust(record) }))];
    }

    private Product Adjust(Remote<Product> record)
    {
        var product = record.Value with { Reference = Reference(record), Taxes = LineRules.Taxes(record.Value.Taxes, options.DoubleTaxes) };
        if (!HasExtraFields)
            return product;
        var custom = product.Custom.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        foreach (var (feature, code) in options.Features)
        {
            if (product.Features.FirstOrDefault(entry => string.Equals(entry.Key, feature, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } value)
                custom[code] = value;
        }

        if (options.LongDescriptionField is { } field)
        {
            if (product.Description.FirstOrDefault().Value is { Length: > 0 } text)
                custom[field] = text;
            product = product with { Description = product.Summary };
        }

        return product with { Custom = TextMap.From(custom) };
    }

    /// <summary>The reference in the ERP: by the pattern, with a number behind it where an older product has the same.</summary>
    private string Reference(Remote<Product> record)
    {
        var own = record.Value.Reference;
        var text = Fill(string.IsNullOrWhiteSpace(own) ? options.MissingReferencePattern : options.ReferencePattern, own, record.Id);
        if (string.IsNullOrWhiteSpace(own))
            return text;
        lock (_known)
        {
            var place = _known.TryGetValue(own, out var ids) ? ids.TakeWhile(id => id != record.Id).Count() : 0;
            return place == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}-{place}");
        }
    }

    /// <summary>Asks the shop once per reference and process who else has it, because only one of them may have been read.</summary>
    private async Task LearnAsync(IReadOnlyList<Remote<Product>> records, CancellationToken cancellationToken)
    {
        var named = records.Where(record => !string.IsNullOrWhiteSpace(record.Value.Reference)).ToList();
        List<string> fresh;
        lock (_known)
            fresh = [.. named.Select(record => record.Value.Reference!).Distinct(StringComparer.OrdinalIgnoreCase).Where(reference => !_known.ContainsKey(reference))];
        var found = new List<Remote<Product>>();
        foreach (var some in fresh.Chunk(100))
        {
            if (byReference is null)
                break;
            await foreach (var result in byReference.FindByKeyAsync(some, cancellationToken))
            {
                if (result.Record is { } product)
                    found.Add(product);
            }
        }

        lock (_known)
        {
            foreach (var reference in fresh)
                _known.TryAdd(reference, []);
            foreach (var record in named.Concat(found))
            {
                if (record.Value.Reference is { } reference && _known.TryGetValue(reference, out var ids))
                    ids.Add(record.Id);
            }
        }
    }

    private static string Fill(string pattern, string? reference, RemoteId id) => pattern.Replace("{ref}", reference ?? "", StringComparison.Ordinal).Replace("{id}", id.Value, StringComparison.Ordinal);
}
