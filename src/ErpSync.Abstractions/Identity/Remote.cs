namespace ErpSync;

/// <summary>A record as one system holds it.</summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="Id">Its id in that system.</param>
/// <param name="Value">Its content.</param>
public sealed record Remote<T>(RemoteId Id, T Value) where T : class, IEntity
{
    /// <summary>When the system says it was last modified, in UTC; null when the system does not tell. Only as good as the connector declares it.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>What a person recognises the record by in messages, for example its reference or name; null means the id is shown.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// The stamp that <see cref="ILister{T}"/> gives for exactly this content, computed from the same columns, so that what was just read or written is not read
    /// again in the next cycle; null when the kind's listing has no stamps or the stamp cannot be told from the record.
    /// </summary>
    public string? Stamp { get; init; }

    /// <summary>What the connector needs to write the record back without a second read, opaque to the engine and never stored; null for nothing.</summary>
    public object? Native { get; init; }
}
