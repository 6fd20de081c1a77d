namespace ErpSync;

/// <summary>Capability: what the connector declares about a kind. Asked after <see cref="IConnection.OpenAsync"/>, so that it may depend on languages, currency or version.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface IKind<T>
    where T : class, IEntity
{
    /// <summary>The declaration.</summary>
    KindProfile<T> Profile { get; }
}
