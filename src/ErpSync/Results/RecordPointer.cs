namespace ErpSync;

/// <summary>One record of one connection.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Kind">The record's kind.</param>
/// <param name="Id">Its id there.</param>
public sealed record RecordPointer(string Connection, EntityKind Kind, RemoteId Id)
{
    /// <summary>The record as one text, for example <c>order 17 of shop</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Kind.Name} {Id} of {Connection}";
}
