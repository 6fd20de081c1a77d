using System.Globalization;

namespace ErpSync.Dolibarr;

/// <summary>Ids as numbers.</summary>
internal static class Numbers
{
    /// <summary>The ids that are positive whole numbers; others cannot exist in Dolibarr.</summary>
    public static IReadOnlyList<long> Of(IEnumerable<RemoteId> ids) => [.. ids.Select(Of).OfType<long>().Distinct()];

    /// <summary>The id as number; null when it is none.</summary>
    public static long? Of(RemoteId id) => long.TryParse(id.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
