using System.Text.Json;
using ErpSync.Simulation.Model;

namespace ErpSync.Simulation.Running;

/// <summary>What many histories came to.</summary>
internal sealed class Totals
{
    private readonly Lock _lock = new();
    private readonly Statistics _statistics = new();

    public Statistics Statistics => _statistics;

    public long Histories { get; private set; }

    public long Failed { get; private set; }

    /// <summary>The lowest seed that failed; null when none did.</summary>
    public long? FirstFailingSeed { get; private set; }

    /// <summary>What the lowest failing seed violated.</summary>
    public IReadOnlyList<string> FirstViolations { get; private set; } = [];

    /// <summary>How often each promise was broken.</summary>
    public SortedDictionary<string, int> Promises { get; } = new(StringComparer.Ordinal);

    /// <summary>The first violations of each promise, with their seeds.</summary>
    public List<string> Examples { get; } = [];

    public void Add(HistoryResult result)
    {
        lock (_lock)
        {
            Histories++;
            _statistics.Add(result.Statistics);
            if (!result.Failed)
                return;
            Failed++;
            var promise = result.Violations[0].Split(':')[0];
            Promises[promise] = Promises.GetValueOrDefault(promise) + 1;
            if (Promises[promise] <= 8)
                Examples.Add($"seed {result.Seed}: {result.Violations[0]}");
            if (FirstFailingSeed is { } known && known < result.Seed)
                return;
            FirstFailingSeed = result.Seed;
            FirstViolations = result.Violations;
        }
    }

    /// <summary>The one line with which the program ends.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("histories", Histories);
            json.WriteNumber("failed", Failed);
            if (FirstFailingSeed is { } seed)
                json.WriteNumber("firstFailingSeed", seed);
            else
                json.WriteNull("firstFailingSeed");
            json.WriteNumber("edits", _statistics.Edits);
            json.WriteNumber("crashes", _statistics.Crashes);
            json.WriteNumber("faults", _statistics.Faults);
            json.WriteNumber("conflicts", _statistics.Conflicts);
            json.WriteNumber("duplicates", _statistics.Duplicates);
            json.WriteNumber("lostEdits", _statistics.LostEdits);
            json.WriteNumber("unguardable", _statistics.Unguardable);
            json.WriteNumber("signals", _statistics.Signals);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
