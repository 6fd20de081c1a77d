namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A webservice key with its rights.</summary>
public sealed class PrestaShopKey
{
    private readonly Dictionary<string, HashSet<string>> _rights = new(StringComparer.Ordinal);

    internal PrestaShopKey(string key) => Key = key;

    /// <summary>The key: 32 characters.</summary>
    public string Key { get; }

    /// <summary>False for a key that was switched off: it is refused like an unknown one.</summary>
    public bool Active { get; set; } = true;

    /// <summary>True for a key with every right on every resource.</summary>
    public bool AllRights { get; set; }

    /// <summary>Allows methods on a resource.</summary>
    /// <param name="resource">The resource, for example <c>products</c>.</param>
    /// <param name="methods">GET, HEAD, POST, PUT, PATCH or DELETE; PATCH is a right of its own.</param>
    /// <returns>This key.</returns>
    public PrestaShopKey Allow(string resource, params string[] methods)
    {
        ArgumentNullException.ThrowIfNull(methods);
        if (!_rights.TryGetValue(resource, out var allowed))
            _rights[resource] = allowed = new HashSet<string>(StringComparer.Ordinal);
        allowed.UnionWith(methods);
        return this;
    }

    /// <summary>True when the key may use the method on the resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="method">The method in upper case.</param>
    /// <returns>Whether it may.</returns>
    public bool May(string resource, string method) => AllRights || (_rights.TryGetValue(resource, out var allowed) && allowed.Contains(method));

    /// <summary>True when the key has any right on the resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>Whether it has.</returns>
    public bool Knows(string resource) => AllRights || _rights.ContainsKey(resource);
}
