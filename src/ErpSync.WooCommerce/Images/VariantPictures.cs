using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Tells variations which picture they show. A variation has one: a file of the media library by its number.</summary>
internal sealed class VariantPictures(WooSession session, VariantRows variants)
{
    /// <summary>What the variations of a product show.</summary>
    public async Task<IReadOnlyList<ShownPicture>> OfAsync(WooRun run, long product, CancellationToken cancellationToken) =>
        [.. (await ShownPicture.GroupAsync(variants.OfAsync(run, product, cancellationToken), cancellationToken)).SelectMany(group => group)];

    /// <summary>Lets some variations show a file, and those that showed it and shall not any more show none.</summary>
    /// <exception cref="ConnectorException">The shop refuses one.</exception>
    public async Task ShowAsync(long product, long file, IReadOnlyCollection<long> wanted, IReadOnlyCollection<long> present, CancellationToken cancellationToken)
    {
        var bodies = wanted.Except(present).Select(variation => new JsonObject { ["id"] = variation, ["image"] = new JsonObject { ["id"] = file } })
            .Concat(present.Except(wanted).Select(variation => new JsonObject { ["id"] = variation, ["image"] = "" })).ToList();
        if (bodies.Count == 0)
            return;
        var path = $"products/{JsonValues.Invariant(product)}/variations";
        var entries = await session.Batches.SendAsync(path, "update", bodies, (_, _) => Task.FromResult<IReadOnlyDictionary<int, JsonElement>>(new Dictionary<int, JsonElement>()), cancellationToken);
        if (entries.FirstOrDefault(entry => entry.Problem is not null) is { Problem: { } problem })
            throw new ConnectorException(problem with { EntityKind = ProductImage.Kind, Field = nameof(ProductImage.Variants) });
    }

    /// <summary>Puts a picture into one variation: for those that stand in no list of a product.</summary>
    /// <returns>The number of the file.</returns>
    public async Task<long> PutAsync(long product, long variation, JsonObject entry, CancellationToken cancellationToken)
    {
        var row = await session.Client.PutAsync($"products/{JsonValues.Invariant(product)}/variations/{JsonValues.Invariant(variation)}", new JsonObject { ["image"] = entry }, cancellationToken);
        return row.Get("image").Whole("id") ?? throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, WooCodes.Image, "The shop answered without the picture that it was sent."));
    }

    /// <summary>The variations of a product among pointers.</summary>
    public static IReadOnlyCollection<long> Numbers(long product, IEnumerable<Ref> pointers) =>
        [.. pointers.Where(pointer => !pointer.IsForeign).Select(pointer => VariantId.Parse(pointer.Id)).OfType<(long Product, long Variation)>().Where(id => id.Product == product).Select(id => id.Variation)];
}
