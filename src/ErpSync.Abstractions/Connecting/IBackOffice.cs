namespace ErpSync;

/// <summary>Capability: tells where a person finds a record in the system's own screens.</summary>
public interface IBackOffice
{
    /// <summary>The address of the installation, as the connection reaches it.</summary>
    Uri Root { get; }

    /// <summary>The address of a record's screen.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="id">The record's id.</param>
    /// <returns>The address; null where the system has no screen for the kind, or the address of its screens is not known.</returns>
    Uri? AddressOf(EntityKind kind, RemoteId id);
}
