using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>Lines of listings.</summary>
internal static class Listings
{
    /// <summary>The row of a line. A line whose record breaks the shop still proves that the record exists; one without an id breaks the listing.</summary>
    public static WireRow Row(JsonItem<WireRow> item)
    {
        if (item.Value is { Id: > 0 } row)
            return row;
        if (item.Problem is not { Id: { } id })
            throw new ConnectorException(item.Problem ?? new SyncProblem(ProblemKind.Unreadable, PrestaShopCodes.ValueUnreadable, "A line of a listing has no id."));
        var bare = new WireRow();
        bare.Set("id", id.Value);
        return bare;
    }
}
