using System.Collections.Concurrent;

namespace ErpSync.Sandbox;

/// <summary>The keys of a simulated shop. Safe for parallel use.</summary>
public sealed class WooCommerceKeyRing
{
    private readonly ConcurrentDictionary<string, WooCommerceKey> _keys = new(StringComparer.Ordinal);

    internal WooCommerceKeyRing(WooCommerceKey first) => Add(first);

    /// <summary>Adds a key, or replaces the one of the same name.</summary>
    /// <param name="key">The key.</param>
    public void Add(WooCommerceKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _keys[key.Name] = key;
    }

    internal WooCommerceKey? Find(string? name) => name is not null && _keys.TryGetValue(name, out var key) ? key : null;
}
