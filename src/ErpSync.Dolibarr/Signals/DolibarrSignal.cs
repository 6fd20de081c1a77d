namespace ErpSync.Dolibarr;

/// <summary>
/// A webhook of Dolibarr: a hint that a record changed. It is sent before the change is committed and shows the state before, so only what it points at is kept:
/// the record is read again later. The payload's content, which can hold the acting user's API key, is dropped.
/// </summary>
/// <param name="Kind">The kind of the record; kinds that this connector does not carry appear under their own names, for example <c>supplier-order</c>.</param>
/// <param name="Id">The record's id. For stock levels the owner is written as <c>product:12</c>, though it may be a variant.</param>
/// <param name="Trigger">Dolibarr's code, for example <c>PRODUCT_PRICE_MODIFY</c>.</param>
public sealed record DolibarrSignal(EntityKind Kind, RemoteId Id, string Trigger)
{
    /// <summary>True when the record is gone.</summary>
    public bool IsDelete => Trigger.EndsWith("_DELETE", StringComparison.Ordinal);

    /// <summary>The mark that the writer of the change gave (<c>caller</c>): <c>erpsync</c> for changes made by this connector; null for none.</summary>
    public string? Caller { get; init; }

    /// <summary>Reads the body of a webhook.</summary>
    /// <param name="body">The JSON body, UTF-8.</param>
    /// <returns>The first signal of the body; null when the body is not one, or its trigger means no record that is known.</returns>
    public static DolibarrSignal? Read(ReadOnlyMemory<byte> body) => SignalBody.TryRead(body, perWarehouse: false, out var signals) && signals.Count > 0 ? signals[0] : null;
}
