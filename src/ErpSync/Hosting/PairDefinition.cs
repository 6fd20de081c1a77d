namespace ErpSync;

/// <summary>A pair as the host configured it.</summary>
internal sealed class PairDefinition(PairBuilder builder)
{
    public string Name => builder.Name;

    public string First => builder.First;

    public string Second => builder.Second;

    /// <summary>The kinds in the order of their dependencies.</summary>
    public IReadOnlyList<KindDefinition> Kinds { get; } = Order(builder.Kinds);

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
