namespace ErpSync.Testing;

/// <summary>
/// A source of records that are made when they are looked at, so that a system holds a million of them without memory. Records that are edited or deleted are kept
/// apart from it.
/// </summary>
/// <typeparam name="T">The record's type.</typeparam>
/// <param name="Count">How many records there are; their indexes run from 1 to this number.</param>
/// <param name="Make">The record of an index; must give the same for the same index.</param>
public sealed record GeneratedKind<T>(long Count, Func<long, T> Make)
    where T : class, IEntity
{
    /// <summary>The id of an index; the index itself unless told. Auto-increment ids of later records start above <see cref="Count"/>.</summary>
    public Func<long, RemoteId> Id { get; init; } = RemoteId.From;

    /// <summary>The index of an id; null when no generated record has it. Must be the inverse of <see cref="Id"/>.</summary>
    public Func<RemoteId, long?> IndexOf { get; init; } = static id =>
        long.TryParse(id.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) ? index : null;

    /// <summary>The index of a natural key, so that key finders need no scan; null means that generated records are scanned for keys.</summary>
    public Func<string, long?>? IndexOfKey { get; init; }
}
