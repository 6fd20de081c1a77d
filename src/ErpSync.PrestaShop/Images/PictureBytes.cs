using System.Collections.Concurrent;

namespace ErpSync.PrestaShop.Images;

/// <summary>
/// Tells pictures by their bytes, so that one that was replaced under its own number is another revision. Each is fetched once for each time that its product was saved;
/// what was fetched is known as long as the connection's process lives.
/// </summary>
internal sealed class PictureBytes(PrestaShopClient client)
{
    private const int Most = 100_000;
    private const int Shown = 16;

    private readonly ConcurrentDictionary<long, (string Saved, string Hash)> _known = new();

    /// <summary>The record with its bytes in its revision. One whose bytes the shop does not give keeps its number alone: who wants the bytes is told why.</summary>
    public async ValueTask<ReadResult<ProductImage>> WithAsync(ReadResult<ProductImage> result, CancellationToken cancellationToken)
    {
        if (!client.Options.ComparePictureBytes || result.Record is not { Native: WireRow row } record || ImageRow.Parse(record.Id) is not { } id)
            return result;
        var saved = row.Text("date_upd") ?? "";
        if (!_known.TryGetValue(id.Image, out var known) || known.Saved != saved)
        {
            try
            {
                known = (saved, UploadBook.Hash(await client.DownloadAsync(ImageRow.Path(id.Product, id.Image), cancellationToken))[..Shown]);
            }
            catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.NotFound or ProblemKind.Rejected or ProblemKind.Unreadable)
            {
                return result;
            }

            if (_known.Count < Most)
                _known[id.Image] = known;
        }

        var content = record.Value.Content;
        return ReadResult<ProductImage>.Of(record with { Value = record.Value with { Content = content with { Revision = $"{content.Revision}-{known.Hash}" } } });
    }
}
