namespace ErpSync;

/// <summary>A conflict as a host's own policy sees it.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Field">The field's name.</param>
/// <param name="Values">The value for people, by connection name.</param>
/// <param name="ModifiedAt">When each record was last modified, in UTC, by connection name; null where the system does not tell.</param>
public sealed record ConflictCase(
    EntityKind Kind,
    string Field,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, DateTimeOffset?> ModifiedAt);
