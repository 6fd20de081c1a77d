namespace ErpSync.Testing;

/// <summary>The capabilities that a kind of an <see cref="InMemorySystem"/> registers at its connector.</summary>
[Flags]
public enum InMemoryCapabilities
{
    /// <summary>None beside <see cref="IKind{T}"/>.</summary>
    None = 0,

    /// <summary><see cref="IReader{T}"/>.</summary>
    Read = 1,

    /// <summary><see cref="IChangeReader{T}"/>.</summary>
    Changes = 2,

    /// <summary><see cref="ILister{T}"/>.</summary>
    List = 4,

    /// <summary><see cref="IFinder{T}"/>.</summary>
    Find = 8,

    /// <summary><see cref="IKeyFinder{T}"/>.</summary>
    FindByKey = 16,

    /// <summary><see cref="ITokenFinder{T}"/>.</summary>
    FindByToken = 32,

    /// <summary><see cref="INewestId{T}"/>, for systems without tokens.</summary>
    NewestId = 64,

    /// <summary><see cref="ICreator{T}"/>.</summary>
    Create = 128,

    /// <summary><see cref="IUpdater{T}"/>.</summary>
    Update = 256,

    /// <summary><see cref="IDeleter{T}"/>.</summary>
    Delete = 512,

    /// <summary><see cref="ISweeper{T}"/>.</summary>
    Sweep = 1024,

    /// <summary>What a kind has unless told: everything but <see cref="NewestId"/> and <see cref="Sweep"/>.</summary>
    Default = Read | Changes | List | Find | FindByKey | FindByToken | Create | Update | Delete,

    /// <summary>What an owned kind has that appears with its owner: everything of <see cref="Default"/> but keys, tokens, create and delete.</summary>
    Dependent = Read | Changes | List | Find | Update,
}
