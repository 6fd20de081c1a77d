using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>Asks for the highest id of a resource.</summary>
internal static class NewestIds
{
    /// <summary>The highest id; null when there is no record.</summary>
    public static async Task<long?> ReadAsync(PrestaShopClient client, string resource, CancellationToken cancellationToken)
    {
        var rows = await client.ListAsync(new Query(resource).Show("[id]").Sorted("[id_DESC]").Limit(1), RequestPurpose.Data, cancellationToken);
        return rows.Count == 0 ? null : rows[0].Id;
    }

    /// <summary>The highest id as an id of a record.</summary>
    public static async Task<RemoteId?> RemoteIdAsync(PrestaShopClient client, string resource, CancellationToken cancellationToken) =>
        await ReadAsync(client, resource, cancellationToken) is { } id ? RemoteId.From(id) : null;
}
