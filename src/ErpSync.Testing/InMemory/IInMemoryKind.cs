namespace ErpSync.Testing;

/// <summary>What the kinds of an <see cref="InMemorySystem"/> share whatever they hold. The caller holds the system's gate.</summary>
internal interface IInMemoryKind
{
    EntityKind Name { get; }

    InMemoryCapabilities Capabilities { get; }

    bool Holds(RemoteId id);

    bool HasOwnedBy(Ref owner);

    void DeleteOwnedBy(Ref owner);

    Action Backup();
}
