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
}
