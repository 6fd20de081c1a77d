using ErpSync.Comparing;
using ErpSync.Reading;

namespace ErpSync.Writing;

/// <summary>Reads back what was just written. A read-back that fails must not lose what the writes did: the records then count as not read back.</summary>
internal static class ReadBack
{
    public static async Task<Fetched<T>> FetchAsync<T>(SideContext<T> side, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var back = new Fetched<T>([], []);
        foreach (var batch in ids.Chunk(side.Profile.FindBatch))
        {
            try
            {
                var fetched = await Loader<T>.FetchAsync(side, batch, null, cancellationToken);
                foreach (var (id, record) in fetched.Records)
                    back.Records[id] = record;
                foreach (var (id, problem) in fetched.Unreadable)
                    back.Unreadable[id] = problem;
            }
            catch (ConnectorException)
            {
                break; // what was read back before it still counts
            }
        }

        return back;
    }
}
