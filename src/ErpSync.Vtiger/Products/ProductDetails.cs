using System.Collections.Concurrent;
using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>The details of products that were read, by id; each is read again only when the product's time of modification is another.</summary>
internal sealed class ProductDetails
{
    private readonly ConcurrentDictionary<string, ProductDetail> _details = new(StringComparer.Ordinal);

    public ProductDetail? Find(string id, string? modifiedTime) => _details.TryGetValue(id, out var detail) && detail.ModifiedTime is not null && detail.ModifiedTime == modifiedTime ? detail : null;

    /// <summary>The last known details, whether or not they still hold.</summary>
    public ProductDetail? Last(string id) => _details.GetValueOrDefault(id);

    public ProductDetail Take(JsonElement row) => _details[row.Text("id") ?? ""] = ProductDetail.Read(row);

    public void Forget(string id) => _details.TryRemove(id, out _);

    /// <summary>Reads what is not known, some at a time; products that are gone meanwhile are missing from the answer.</summary>
    public async Task<IReadOnlyDictionary<string, ProductDetail>> ReadAsync(VtigerSession session, IEnumerable<(string Id, string? ModifiedTime)> products, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<string, ProductDetail>(StringComparer.Ordinal);
        var wanted = new List<string>();
        foreach (var (id, time) in products)
        {
            if (Find(id, time) is { } known)
                found[id] = known;
            else
                wanted.Add(id);
        }

        await Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = session.Options.MaxConcurrency, CancellationToken = cancellationToken }, async (id, token) =>
        {
            if (await session.Client.RetrieveAsync(id, token) is { } row)
                found[id] = Take(row);
        });
        return found;
    }
}
