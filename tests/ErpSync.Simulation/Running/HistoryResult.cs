using ErpSync.Simulation.Model;

namespace ErpSync.Simulation.Running;

/// <summary>How one history ended.</summary>
internal sealed record HistoryResult(long Seed, Statistics Statistics, IReadOnlyList<string> Violations, IReadOnlyList<string> Log)
{
    public bool Failed => Violations.Count > 0;
}
