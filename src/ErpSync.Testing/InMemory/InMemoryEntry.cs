namespace ErpSync.Testing;

/// <summary>One stored record.</summary>
internal sealed record InMemoryEntry<T>(RemoteId Id, T Value, long Sequence)
    where T : class, IEntity
{
    /// <summary>Grows with every change.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Grows with every change of a stamped field.</summary>
    public long Stamp { get; init; } = 1;

    /// <summary>When it was last modified as the system tells it, cut to the precision.</summary>
    public DateTimeOffset ModifiedAt { get; init; }

    /// <summary>The token of the create; null for records that users added.</summary>
    public string? Token { get; init; }
}
