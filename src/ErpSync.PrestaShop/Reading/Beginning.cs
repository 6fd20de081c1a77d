using System.Globalization;

namespace ErpSync.PrestaShop;

/// <summary>Where the reading of a resource begins.</summary>
/// <param name="Id">The lowest id that is read; 0 for all.</param>
/// <param name="Column">The column of the owner whose id is bounded; null for none.</param>
/// <param name="Owner">The lowest id of the owner.</param>
internal readonly record struct Beginning(long Id, string? Column = null, long Owner = 0)
{
    /// <summary>The query with the bound of the owner.</summary>
    public Query Of(Query query) => Column is null || Owner <= 1 ? query : query.With($"filter[{Column}]", $">[{(Owner - 1).ToString(CultureInfo.InvariantCulture)}]");
}
