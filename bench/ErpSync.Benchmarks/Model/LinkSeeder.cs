using System.Security.Cryptography;
using ErpSync.Reading;

namespace ErpSync.Benchmarks.Model;

/// <summary>
/// Puts links into a store as a first run would have left them, by commits alone: the fingerprints are those of the records. All links carry the bases of the
/// first record: a pass without changes reads them from the file and never looks into them.
/// </summary>
internal sealed class LinkSeeder(ISyncStore store)
{
    private const int Batch = 5000;

    public async Task SeedAsync(long count, string stamp)
    {
        await store.OpenAsync(default);
        var key = RandomNumberGenerator.GetBytes(32);
        using var hasher = new RecordHasher(key);
        var shape = CatalogShapes.Product;
        var bases = new FieldBases();
        foreach (var field in shape.Fields)
            bases.Set(field.Name, hasher.Hash(field, SampleProducts.Make(1)), field.MergeBase(SampleProducts.Make(1), hasher));
        var agreed = bases.Write(shape.Version);
        var changes = new StoreChanges();
        changes.Texts.Add(("", "hash-key", Convert.ToHexString(key)));
        for (long i = 1; i <= count; i++)
        {
            var product = SampleProducts.Make(i);
            var end = new LinkEnd(RemoteId.From(i)) { Fingerprint = hasher.Fingerprint(shape.Fields, shape.Version, product), Base = agreed, Stamp = stamp };
            changes.Links.Add(new Link(Pair.Name, EntityKind.Product, end, end) { Reason = "same reference", Label = product.Reference });
            if (changes.Links.Count < Batch && i < count)
                continue;
            await store.CommitAsync(changes, default);
            changes = new StoreChanges();
        }
    }
}
