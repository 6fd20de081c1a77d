using System.Globalization;

namespace ErpSync.Wire;

/// <summary>Counts the verdicts.</summary>
internal sealed class Tally
{
    private readonly int[] _counts = new int[4];

    public int Failed => _counts[(int)WireVerdict.Failed];

    public void Add(WireVerdict verdict) => _counts[(int)verdict]++;

    public string ToJson() => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"files\":{_counts.Sum()},\"read\":{_counts[0]},\"classified\":{_counts[1]},\"notApplicable\":{_counts[2]},\"failed\":{_counts[3]}}}");
}
