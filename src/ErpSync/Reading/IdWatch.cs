using System.Globalization;

namespace ErpSync.Reading;

/// <summary>
/// Gathers while a side is read what tells a restored backup from ordinary edits and deletions: linked records whose content changed and whose date went backwards,
/// and linked records that are another record now under the highest ids. Missing records prove nothing: the newest may have been deleted.
/// </summary>
internal sealed class IdWatch
{
    private const int MostNamed = 3;
    private readonly List<(RemoteId Id, DateTimeOffset Was, DateTimeOffset Now)> _back = [];
    private readonly List<long> _replaced = [];
    private long _kept = -1;
    private bool _reused;

    /// <summary>The highest numeric id that exists; null when there is none.</summary>
    public long? Highest { get; private set; }

    /// <summary>The highest numeric id of the last run; null when unknown.</summary>
    public long? HighestBefore { get; private set; }

    /// <summary>How many linked records have other content and an older date than before.</summary>
    public int RanBack { get; private set; }

    /// <summary>An id that another record has now.</summary>
    public long? Reused => _replaced.Count > 0 && (_reused || _replaced.Max() > _kept) ? _replaced.Max() : null;

    public void Remember(string? text) => HighestBefore = text is not null && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string? Note() => Highest?.ToString(CultureInfo.InvariantCulture);

    /// <summary>An id as a number; null for ids of other sorts.</summary>
    public static long? Number(RemoteId id) => long.TryParse(id.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public void See(RemoteId id)
    {
        if (Number(id) is { } number && !(number <= Highest))
            Highest = number;
    }

    /// <summary>A linked record that is still itself.</summary>
    public void Keep(RemoteId id)
    {
        if (Number(id) is { } number)
            _kept = Math.Max(_kept, number);
    }

    /// <summary>A linked record in which nothing is as it was.</summary>
    public void Replace(RemoteId id, bool wasGone)
    {
        if (Number(id) is not { } number)
            return;
        _replaced.Add(number);
        _reused |= wasGone;
    }

    public void Back(RemoteId id, DateTimeOffset was, DateTimeOffset now)
    {
        RanBack++;
        if (_back.Count < MostNamed)
            _back.Add((id, was, now));
    }

    /// <summary>What was seen, in words; without a full stop.</summary>
    public string InWords(string kind)
    {
        var words = new List<string>();
        if (_back.Count > 0)
            words.Add($"{RanBack} {kind} record{(RanBack == 1 ? "" : "s")} changed and went back in time ({string.Join(", ", _back.Select(x => $"{x.Id} from {x.Was:u} to {x.Now:u}"))})");
        if (Reused is { } id)
            words.Add($"the id {id} belongs to another {kind} now");
        if (HighestBefore > Highest)
            words.Add($"the highest id was {HighestBefore} and is {Highest}");
        return string.Join(", and ", words);
    }
}
