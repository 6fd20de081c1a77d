namespace ErpSync;

/// <summary>A stop that a person ordered. It lasts until it is lifted, restarts included.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Reason">Why, in the person's words.</param>
/// <param name="Who">Who ordered it.</param>
/// <param name="Since">Since when, in UTC.</param>
public sealed record SyncPause(string Pair, string Reason, string Who, DateTimeOffset Since)
{
    /// <summary>The kind that is stopped; null for all kinds of the pair.</summary>
    public EntityKind? Kind { get; init; }

    /// <summary>The name of the connection that is not written to; null for both.</summary>
    public string? Target { get; init; }

    /// <summary>The pause as one sentence.</summary>
    /// <returns>The sentence.</returns>
    public override string ToString() =>
        $"{Who} paused {Kind?.Name ?? "everything"}{(Target is null ? "" : $" on its way to {Target}")} on {Since:u}: {Reason}.";
}
