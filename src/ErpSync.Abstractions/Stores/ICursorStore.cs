namespace ErpSync;

/// <summary>Reads cursors and other small texts that a pair keeps. Writing goes through <see cref="ISyncStore.CommitAsync"/>.</summary>
public interface ICursorStore
{
    /// <summary>Reads a text.</summary>
    /// <param name="pair">The pair; the empty text for what belongs to the whole store.</param>
    /// <param name="key">The key, for example <c>cursor/product/shop</c>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The text, or null when there is none.</returns>
    ValueTask<string?> GetTextAsync(string pair, string key, CancellationToken cancellationToken);

    /// <summary>Reads all texts whose key begins with a prefix.</summary>
    /// <param name="pair">The pair; the empty text for what belongs to the whole store.</param>
    /// <param name="prefix">The beginning of the keys, for example <c>pause/</c>; compared exactly. Empty for all texts.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Whole keys with their texts, in any order; empty when there is none.</returns>
    ValueTask<IReadOnlyList<KeyValuePair<string, string>>> ReadTextsAsync(string pair, string prefix, CancellationToken cancellationToken);
}
