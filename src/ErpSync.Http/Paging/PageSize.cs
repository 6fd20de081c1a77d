namespace ErpSync.Http;

/// <summary>What is known about the page size of one resource.</summary>
/// <param name="Size">The size in use; null: no limit.</param>
/// <param name="GoodPages">How many full pages in a row have worked at this size.</param>
/// <param name="GoodPagesNeeded">How many it takes until the size is doubled.</param>
public sealed record PageSize(int? Size, int GoodPages, int GoodPagesNeeded);
