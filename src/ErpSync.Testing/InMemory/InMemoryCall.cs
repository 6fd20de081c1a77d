namespace ErpSync.Testing;

/// <summary>One request that an <see cref="InMemorySystem"/> received through its connector.</summary>
/// <param name="Name">Kind and verb, for example <c>product.create</c>; <c>connection.open</c> for the beginning of a run.</param>
/// <param name="IsWrite">True for creates, updates and deletes, whether they were carried out or not.</param>
/// <param name="Records">How many records or ids the request asked for or carried.</param>
/// <param name="Id">The record that a write concerned; null for reads and creates.</param>
/// <param name="Fields">The names of the fields that an update named; empty otherwise.</param>
/// <param name="At">When, by the system's clock, in UTC.</param>
public sealed record InMemoryCall(string Name, bool IsWrite, int Records, RemoteId? Id, IReadOnlyList<string> Fields, DateTimeOffset At)
{
    /// <summary>The call as one line, for example <c>product.update 12 (Name, PriceNet)</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Name}{(Id is { } id ? " " + id.Value : "")}{(Fields.Count == 0 ? "" : $" ({string.Join(", ", Fields)})")}";
}
