using System.Globalization;

namespace ErpSync.Matching;

/// <summary>Scores two records by their hints: what agrees adds up, what differs takes away. Pure.</summary>
internal sealed class PairScorer<T>(IReadOnlyList<string> keyNames, IReadOnlyList<MatchHint<T>> hints)
    where T : class, IEntity
{
    private const decimal KeyWeight = 0.97m;
    private const decimal Alike = 0.6m;
    private const decimal Unlike = 0.5m;
    private const decimal AgainstShare = 0.15m;

    public decimal Score(HintedRecord one, HintedRecord other) => Weigh(one, other, null, null);

    public (string For, string Against) InWords(HintedRecord one, HintedRecord other)
    {
        List<string> reasons = [], against = [];
        Weigh(one, other, reasons, against);
        return (string.Join(", ", reasons), string.Join(", ", against));
    }

    private decimal Weigh(HintedRecord one, HintedRecord other, List<string>? reasons, List<string>? against)
    {
        var doubt = 1m;
        var penalty = 1m;
        var carries = false;
        for (var level = 0; level < keyNames.Count; level++)
        {
            if (!Common(one.Hashes[level], other.Hashes[level]))
                continue;
            doubt *= 1m - KeyWeight;
            carries = true;
            reasons?.Add($"same {keyNames[level]}");
        }

        for (var i = 0; i < hints.Count; i++)
        {
            var hint = hints[i];
            var agreement = hint.Style == HintStyle.Similar ? Likeness(one.Names[i], other.Names[i]) : Equality(one.Hashes[keyNames.Count + i], other.Hashes[keyNames.Count + i]);
            if (agreement is not { } degree)
                continue;
            if (degree >= Alike)
            {
                doubt *= 1m - (hint.Weight * degree);
                carries |= hint.Style != HintStyle.Supporting;
                if (reasons is not null && !reasons.Contains($"same {hint.Name}", StringComparer.Ordinal))
                    reasons.Add(Agreement(hint, degree));
            }
            else if (degree < Unlike)
            {
                penalty *= 1m - (hint.Weight * AgainstShare);
                against?.Add($"different {hint.Name}");
            }
        }

        return carries ? Math.Round((1m - doubt) * penalty, 2) : 0m;
    }

    private string Agreement(MatchHint<T> hint, decimal degree) =>
        hint.Style == HintStyle.Similar && degree < 1m ? $"similar {hint.Name} ({degree.ToString("0.00", CultureInfo.InvariantCulture)})"
        : keyNames.Contains(hint.Name, StringComparer.Ordinal) ? $"same {hint.Name} but for its spelling"
        : $"same {hint.Name}";

    private static decimal? Likeness(string[] one, string[] other) => one.Length == 0 || other.Length == 0 ? null : NameIndex.Likeness(one, other);

    private static decimal? Equality(ulong[] one, ulong[] other) => one.Length == 0 || other.Length == 0 ? null : Common(one, other) ? 1m : 0m;

    private static bool Common(ulong[] one, ulong[] other)
    {
        foreach (var hash in one)
        {
            if (other.AsSpan().Contains(hash))
                return true;
        }

        return false;
    }
}
