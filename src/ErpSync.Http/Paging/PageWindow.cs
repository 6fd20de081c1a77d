namespace ErpSync.Http;

/// <summary>Which part of a listing to fetch.</summary>
/// <param name="Offset">How many records stand before it; with numbered pages a multiple of <paramref name="Size"/>.</param>
/// <param name="Size">How many records to ask for; null: all, without a limit.</param>
/// <param name="IsSmallest">True when the page cannot be made smaller.</param>
public readonly record struct PageWindow(long Offset, int? Size, bool IsSmallest)
{
    /// <summary>The page's number, from 0.</summary>
    public long Number => Size is { } size ? Offset / size : 0;
}
