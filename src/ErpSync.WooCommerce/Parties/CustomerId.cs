namespace ErpSync.WooCommerce;

/// <summary>Ids of customers: the number of a user, or <c>guest:</c> and the number of the order in which a guest exists.</summary>
internal static class CustomerId
{
    private const string Guest = "guest:";

    public static RemoteId OfGuest(long order) => new(Guest + JsonValues.Invariant(order));

    /// <summary>The order of a guest; null for a user.</summary>
    public static long? GuestOrder(RemoteId id) => id.Value.StartsWith(Guest, StringComparison.Ordinal) ? JsonValues.Number(new RemoteId(id.Value[Guest.Length..])) : null;
}
