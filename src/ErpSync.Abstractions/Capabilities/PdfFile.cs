namespace ErpSync;

/// <summary>A PDF that was opened.</summary>
/// <param name="FileName">Its name without a folder, for example <c>FA2611-0001.pdf</c>.</param>
/// <param name="Content">The bytes, read once from the beginning.</param>
public sealed record PdfFile(string FileName, Stream Content) : IAsyncDisposable
{
    /// <summary>Closes the content.</summary>
    /// <returns>When it is closed.</returns>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
