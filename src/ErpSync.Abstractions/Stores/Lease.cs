namespace ErpSync;

/// <summary>The right to do something alone for a while.</summary>
/// <param name="Name">What for, for example <c>pair/main</c>.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="FencingToken">Grows with every new holder; a store refuses writes under an older one.</param>
/// <param name="Until">When it ends, in UTC, exclusive.</param>
public sealed record Lease(string Name, string Holder, long FencingToken, DateTimeOffset Until);
