using ErpSync.Comparing;
using ErpSync.Reading;

namespace ErpSync.Writing;

/// <summary>Reads back what was just written. A read-back that fails must not lose what the writes did: the records then count as not read back.</summary>
internal static class ReadBack
{
    public static async Task<Fetched<T>> FetchAsync<T>(SideContext<T> side, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        try
        {
            return await Loader<T>.FetchAsync(side, ids, null, cancellationToken);
        }
        catch (ConnectorException)
        {
            return new Fetched<T>([], []);
        }
    }
}
