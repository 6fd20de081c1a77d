using System.Collections.Concurrent;

namespace ErpSync.Sandbox;

/// <summary>The API keys that a simulated Dolibarr knows, one per user; safe for parallel use.</summary>
public sealed class DolibarrKeyRing
{
    private readonly ConcurrentDictionary<string, DolibarrRights> _keys = new(StringComparer.Ordinal);

    internal DolibarrKeyRing(string adminKey) => _keys[adminKey] = DolibarrRights.All;

    /// <summary>Adds the key of a user, or changes the user's rights.</summary>
    /// <param name="key">The key, as the header DOLAPIKEY carries it.</param>
    /// <param name="rights">What the user may do.</param>
    public void Add(string key, DolibarrRights rights)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _keys[key] = rights;
    }

    /// <summary>Takes a key away: it answers 401 from now on.</summary>
    /// <param name="key">The key.</param>
    /// <returns>False when the key was not known.</returns>
    public bool Remove(string key) => _keys.TryRemove(key, out _);

    internal DolibarrRights? Find(string key) => _keys.TryGetValue(key, out var rights) ? rights : null;
}
