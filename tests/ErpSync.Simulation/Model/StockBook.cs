namespace ErpSync.Simulation.Model;

/// <summary>How much of everything there must be: what was there, and every movement that a user made at either side.</summary>
internal sealed class StockBook
{
    private readonly Dictionary<int, decimal> _expected = [];
    private readonly List<(int Gid, long Moment, decimal Quantity, Side Side)> _moves = [];

    /// <summary>Owners whose stock cannot be told any more, because the record was made again or nobody knows whether a write arrived.</summary>
    public HashSet<int> Unknown { get; } = [];

    public decimal this[int gid] => _expected.GetValueOrDefault(gid);

    /// <summary>Notes a movement that a user made.</summary>
    public void Move(int gid, decimal quantity, Side side, long moment)
    {
        _moves.Add((gid, moment, quantity, side));
        Correct(gid, quantity);
    }

    /// <summary>Adds what was not moved by a user.</summary>
    public void Correct(int gid, decimal quantity) => _expected[gid] = this[gid] + quantity;

    public void Set(int gid, decimal quantity) => _expected[gid] = quantity;

    /// <summary>What users moved at a side after a moment.</summary>
    public decimal MovedSince(int gid, Side side, long moment) => _moves.Where(move => move.Gid == gid && move.Side == side && move.Moment > moment).Sum(move => move.Quantity);
}
