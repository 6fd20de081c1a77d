namespace ErpSync.Simulation.Planted;

/// <summary>All planted faults by name.</summary>
internal static class PlantedFaults
{
    public static IReadOnlyDictionary<string, Func<PlantedFault>> All { get; } = new SortedDictionary<string, Func<PlantedFault>>(StringComparer.Ordinal);
}
