namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The webservice keys of the store; safe for parallel reading.</summary>
public sealed class PrestaShopKeyRing
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, PrestaShopKey> _keys = new(StringComparer.Ordinal);

    /// <summary>Adds a key without rights.</summary>
    /// <param name="key">The key; a real one has 32 characters.</param>
    /// <param name="configure">Gives it its rights.</param>
    /// <returns>The key.</returns>
    public PrestaShopKey Add(string key, Action<PrestaShopKey>? configure = null)
    {
        var added = new PrestaShopKey(key);
        configure?.Invoke(added);
        _keys[key] = added;
        return added;
    }

    /// <summary>The key with this text, or null.</summary>
    /// <param name="key">The text.</param>
    /// <returns>The key, or null when there is none.</returns>
    public PrestaShopKey? Find(string key) => _keys.GetValueOrDefault(key);
}
