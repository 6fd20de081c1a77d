namespace ErpSync.Simulation.Model;

/// <summary>How much of everything there must be: what was there, and every movement that a user made at either side.</summary>
internal sealed class StockBook
{
    private readonly Dictionary<int, decimal> _expected = [];

    /// <summary>Owners whose stock cannot be told any more, because the record was made again or nobody knows whether a write arrived.</summary>
    public HashSet<int> Unknown { get; } = [];

    public decimal this[int gid] => _expected.GetValueOrDefault(gid);

    public void Move(int gid, decimal quantity) => _expected[gid] = this[gid] + quantity;

    public void Set(int gid, decimal quantity) => _expected[gid] = quantity;
}
