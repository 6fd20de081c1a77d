using ErpSync.Reading;

namespace ErpSync;

/// <summary>A pair as the host configured it.</summary>
internal sealed class PairDefinition(PairBuilder builder)
{
    public string Name => builder.Name;

    public string First => builder.First;

    public string Second => builder.Second;

    /// <summary>The kinds in the order of their dependencies.</summary>
    public IReadOnlyList<KindDefinition> Kinds { get; } = Order(builder.Kinds);

    /// <summary>The reference data that is mapped instead of synced.</summary>
    public IReadOnlyDictionary<EntityKind, ReferenceMap> Maps { get; } = builder.Maps.ToDictionary(map => map.Key, map => new ReferenceMap(map.Value));

    public string NameOf(Side side) => side == Side.First ? First : Second;

    public static Side Other(Side side) => side == Side.First ? Side.Second : Side.First;

    /// <summary>The side of a connection that a host named.</summary>
    public Side SideOf(string connection) =>
        connection == First ? Side.First
        : connection == Second ? Side.Second
        : throw new ErpSyncConfigurationException($"'{connection}' is not a connection of pair '{Name}' ('{First}', '{Second}').");

    /// <summary>The definition of a kind that a host named.</summary>
    public KindDefinition Kind(EntityKind kind) => Kinds.FirstOrDefault(known => known.Kind == kind)
        ?? throw new ErpSyncConfigurationException($"Pair '{Name}' does not sync {kind.Name}. Kinds: {string.Join(", ", Kinds.Select(known => known.Kind.Name))}.");

    private static List<KindDefinition> Order(IReadOnlyList<KindDefinition> kinds)
    {
        var ordered = new List<KindDefinition>();
        var waiting = kinds.ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.FirstOrDefault(kind => !kind.DependsOn.Any(needed => waiting.Exists(other => other != kind && other.Kind == needed))) ?? waiting[0];
            waiting.Remove(ready);
            ordered.Add(ready);
        }

        return ordered;
    }
}
