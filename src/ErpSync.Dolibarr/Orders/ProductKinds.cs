using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Tells whether a product on a line is a product or a variant.</summary>
internal static class ProductKinds
{
    /// <summary>By the ids of the run; they are asked for once, and only when a document has a line with a product.</summary>
    public static async Task<Func<long, EntityKind>> OfAsync(JsonElement document, TradeRun run, CancellationToken cancellationToken)
    {
        if (!document.Get("lines").Items().Any(line => line.Whole("fk_product") is > 0))
            return static _ => EntityKind.Product;
        var ids = await run.Run.Ids.PeekAsync(cancellationToken);
        return id => ids.IsVariant(id) ? EntityKind.ProductVariant : EntityKind.Product;
    }

    /// <summary>By the pointers that were just written: no request is needed.</summary>
    public static Func<long, EntityKind> Of(IEnumerable<Ref?> pointers)
    {
        var kinds = new Dictionary<long, EntityKind>();
        foreach (var pointer in pointers.OfType<Ref>())
        {
            if (Numbers.Of(pointer.Id) is { } id)
                kinds[id] = pointer.Kind;
        }

        return id => kinds.GetValueOrDefault(id, EntityKind.Product);
    }
}
