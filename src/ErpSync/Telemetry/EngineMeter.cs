using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ErpSync.Notices;

namespace ErpSync.Telemetry;

/// <summary>The measurements of one engine.</summary>
internal sealed class EngineMeter : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly Meter _meter;
    private readonly Counter<long> _runs;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _records;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _retries;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _complete = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PairCensus> _census = new(StringComparer.Ordinal);

    public EngineMeter(TimeProvider clock)
    {
        _clock = clock;
        _meter = new Meter(new MeterOptions(ErpSyncTelemetry.MeterName) { Scope = this });
        _runs = _meter.CreateCounter<long>(ErpSyncTelemetry.Runs, "{run}", "Runs of pairs.");
        _duration = _meter.CreateHistogram<double>(ErpSyncTelemetry.RunDuration, "s", "How long runs took.");
        _records = _meter.CreateCounter<long>(ErpSyncTelemetry.Records, "{record}", "Records by what became of them.");
        _requests = _meter.CreateCounter<long>(ErpSyncTelemetry.Requests, "{request}", "Requests that runs sent.");
        _retries = _meter.CreateCounter<long>(ErpSyncTelemetry.Retries, "{request}", "Repeated requests.");
        _meter.CreateObservableGauge(ErpSyncTelemetry.Parked, () => Census(kind => kind.Parked), "{record}", "Parked records.");
        _meter.CreateObservableGauge(ErpSyncTelemetry.ConflictsOpen, () => Census(kind => kind.Conflicts), "{record}", "Links in conflict.");
        _meter.CreateObservableGauge(ErpSyncTelemetry.Lag, Lags, "s", "Time since the last complete run.");
    }

    /// <summary>Knows since when a pair has had no complete run, from the store, before the first run of this process.</summary>
    public void Begin(string pair, DateTimeOffset? lastComplete)
    {
        if (lastComplete is { } instant)
            _complete.TryAdd(pair, instant);
    }

    public bool Knows(string pair) => _complete.ContainsKey(pair);

    public void Ended(string pair, string outcome, TimeSpan duration, SyncReport? report)
    {
        KeyValuePair<string, object?> place = new(ErpSyncTelemetry.PairTag, pair), ending = new(ErpSyncTelemetry.OutcomeTag, outcome);
        _runs.Add(1, place, ending);
        _duration.Record(duration.TotalSeconds, place, ending);
        if (outcome == "complete")
            _complete[pair] = _clock.GetUtcNow();
        foreach (var kind in report?.Kinds ?? [])
        {
            foreach (var (name, count) in new[] { ("created", kind.Created), ("updated", kind.Updated), ("linked", kind.Linked), ("failed", kind.Failed) })
            {
                if (count > 0)
                    _records.Add(count, place, new(ErpSyncTelemetry.KindTag, kind.Kind.Name), new(ErpSyncTelemetry.OutcomeTag, name));
            }
        }

        foreach (var (connection, counts) in report?.Requests ?? new Dictionary<string, RequestCounts>(StringComparer.Ordinal))
        {
            _requests.Add(counts.Total, place, new(ErpSyncTelemetry.ConnectionTag, connection));
            if (counts.Retries > 0)
                _retries.Add(counts.Retries, place, new(ErpSyncTelemetry.ConnectionTag, connection));
        }
    }

    public void Stands(string pair, PairCensus census) => _census[pair] = census;

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Census(Func<KindCensus, long> count) => _census.SelectMany(pair => pair.Value.Kinds.Select(kind => new Measurement<long>(
        count(kind.Value), new(ErpSyncTelemetry.PairTag, pair.Key), new(ErpSyncTelemetry.KindTag, kind.Key.Name))));

    private IEnumerable<Measurement<double>> Lags() => _complete.Select(pair => new Measurement<double>(
        (_clock.GetUtcNow() - pair.Value).TotalSeconds, new KeyValuePair<string, object?>(ErpSyncTelemetry.PairTag, pair.Key)));
}
