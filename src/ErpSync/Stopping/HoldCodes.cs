namespace ErpSync;

/// <summary>The codes of holds.</summary>
public static class HoldCodes
{
    /// <summary>Another installation answers behind a connection's name: a staging clone, a changed address, a new server.</summary>
    public const string InstanceChanged = "hold.instance-changed";

    /// <summary>Ids or dates run backwards at a connection: a backup was restored there.</summary>
    public const string RanBackwards = "hold.ran-backwards";

    /// <summary>The store is older than the systems, or new: records carry tokens of creates that it does not know, or were brought in step without it.</summary>
    public const string StoreOlder = "hold.store-older";
}
