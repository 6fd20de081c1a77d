namespace ErpSync;

/// <summary>What a connector remembers between the cycles of a rotating sweep: small texts by key, private to pair, connection and kind.</summary>
public interface ISweepMemory
{
    /// <summary>Reads a text.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The text, or null when there is none.</returns>
    ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps a text once the cycle is recorded.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">The text; null forgets the key.</param>
    void Set(string key, string? text);
}
