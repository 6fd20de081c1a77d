using System.Runtime.CompilerServices;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>Turns rows into records, one by one; what is wrong with one stays with that one.</summary>
internal static class Rows
{
    /// <summary>One record.</summary>
    public static ReadResult<T> Map<T>(JsonItem<WireRow> item, string connection, Func<WireRow, Remote<T>> map)
        where T : class, IEntity
    {
        if (item.Value is not { } row)
            return ReadResult<T>.Bad(item.Problem! with { EntityKind = T.Kind });
        try
        {
            return ReadResult<T>.Of(map(row));
        }
        catch (ConnectorException fault)
        {
            return ReadResult<T>.Bad(fault.Problem with
            {
                Connection = connection,
                EntityKind = T.Kind,
                Id = fault.Problem.Id ?? RemoteId.From(row.Id),
                Raw = fault.Problem.Raw ?? row.ToString(),
            });
        }
    }

    /// <summary>Reads the rows of ids, as many requests as their length needs.</summary>
    public static async IAsyncEnumerable<JsonItem<WireRow>> FindAsync(
        PrestaShopClient client, string resource, string fields, string column, IEnumerable<long> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var list in Query.Lists(ids.Distinct().Order()))
        {
            await foreach (var item in client.ReadAsync(new Query(resource).Show(fields).WhereAny(column, list), null, RequestPurpose.Data, cancellationToken))
                yield return item;
        }
    }

    /// <summary>Reads the rows of ids as a whole; a row that cannot be read fails the call.</summary>
    public static async Task<IReadOnlyList<WireRow>> ListAsync(PrestaShopClient client, string resource, string fields, string column, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var rows = new List<WireRow>();
        await foreach (var item in FindAsync(client, resource, fields, column, ids, cancellationToken))
            rows.Add(item.Value ?? throw new ConnectorException(item.Problem!));
        return rows;
    }

    /// <summary>The numbers among ids; others cannot exist here.</summary>
    public static IEnumerable<long> Numbers(IEnumerable<RemoteId> ids) => ids.Select(Number).Where(id => id > 0);

    /// <summary>The number of an id; 0 for text that is no number.</summary>
    public static long Number(RemoteId id) =>
        long.TryParse(id.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
