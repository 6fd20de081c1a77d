using System.Globalization;

namespace ErpSync.Dolibarr;

/// <summary>Ids of groups of customers: a price level is <c>level:2</c>, a category of customers <c>category:7</c>.</summary>
internal static class CustomerGroupId
{
    private const string LevelStart = "level:";
    private const string CategoryStart = "category:";

    public static RemoteId OfLevel(int level) => new(LevelStart + JsonValues.Invariant(level));

    public static RemoteId OfCategory(long category) => new(CategoryStart + JsonValues.Invariant(category));

    /// <summary>The price level that the id means; null for none.</summary>
    public static int? LevelOf(RemoteId id) => Number(id, LevelStart) is { } level and > 0 and <= 50 ? (int)level : null;

    /// <summary>The category of customers that the id means; null for none.</summary>
    public static long? CategoryOf(RemoteId id) => Number(id, CategoryStart);

    private static long? Number(RemoteId id, string start) =>
        id.Value.StartsWith(start, StringComparison.Ordinal) && long.TryParse(id.Value.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
