using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Prepares a product for its variations: it becomes variable, and its attributes get the options before a variation chooses them, for WooCommerce checks neither.</summary>
internal sealed class ParentKeeper(WooSession session)
{
    /// <summary>Makes sure that a product has the options; gives back the numbers of its attributes by name.</summary>
    /// <exception cref="ConnectorException">There is no such product, or it refuses.</exception>
    public async Task<IReadOnlyDictionary<string, long>> PrepareAsync(WooRun run, long product, IReadOnlyCollection<VariantOption> options, CancellationToken cancellationToken)
    {
        var path = $"products/{JsonValues.Invariant(product)}";
        var json = await session.Client.FindAsync(path + "?context=edit&_fields=id,type,attributes", cancellationToken)
            ?? throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, WooCodes.NotFound, "The shop has no product to which these variations could belong.") { EntityKind = ProductVariant.Kind });
        var attributes = AttributeRow.ReadAll(json.Get("attributes")).ToList();
        var isChanged = json.Text("type") != "variable";
        foreach (var group in options.GroupBy(option => option.Name.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            var at = attributes.FindIndex(attribute => attribute.IsVariation && string.Equals(attribute.Name, group.Key, StringComparison.OrdinalIgnoreCase));
            at = at >= 0 ? at : attributes.FindIndex(attribute => string.Equals(attribute.Name, group.Key, StringComparison.OrdinalIgnoreCase));
            var known = at >= 0 ? attributes[at] : new AttributeRow(await run.Attributes.EnsureAsync(group.Key, cancellationToken), group.Key, []);
            var missing = group.Select(option => Value(option)).Distinct(StringComparer.OrdinalIgnoreCase).Where(value => !known.Options.Contains(value, StringComparer.OrdinalIgnoreCase)).ToList();
            if (known.IsVariation && missing.Count == 0)
                continue;
            isChanged = true;
            known = known with { IsVariation = true, Options = [.. known.Options, .. missing] };
            if (at >= 0)
                attributes[at] = known;
            else
                attributes.Add(known with { Position = attributes.Count });
        }

        if (isChanged)
            await session.Client.PutAsync(path, new JsonObject { ["type"] = "variable", ["attributes"] = new JsonArray([.. attributes.Select(attribute => attribute.ToJson())]) }, cancellationToken);
        return attributes.Where(attribute => attribute.IsVariation).DistinctBy(attribute => attribute.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(attribute => attribute.Name, attribute => attribute.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The choices of a variation.</summary>
    public static JsonArray Choices(IEnumerable<VariantOption> options, IReadOnlyDictionary<string, long> attributes) => new([.. options.Select(option => attributes.GetValueOrDefault(option.Name.Trim()) is > 0 and var id
        ? new JsonObject { ["id"] = id, ["option"] = Value(option) }
        : new JsonObject { ["name"] = option.Name.Trim(), ["option"] = Value(option) })]);

    private static string Value(VariantOption option) => option.Value.Replace('|', '/').Trim();
}
