namespace ErpSync;

/// <summary>An immutable business record: data only, without id, version or time, which live in <see cref="Remote{T}"/>.</summary>
public interface IEntity
{
    /// <summary>The kind of the record.</summary>
    static abstract EntityKind Kind { get; }
}
