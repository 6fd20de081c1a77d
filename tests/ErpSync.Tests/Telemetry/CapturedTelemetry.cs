using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ErpSync.Telemetry;

namespace ErpSync.Tests.Telemetry;

/// <summary>Keeps the spans of one trace and the measurements of one engine.</summary>
internal sealed class CapturedTelemetry : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _meter = new();
    private readonly Activity _root = new("test");

    public CapturedTelemetry(TwoSystems world)
    {
        var engine = world.Service<EngineMeter>();
        _root.SetIdFormat(ActivityIdFormat.W3C).Start();
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ErpSyncTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == _root.TraceId)
                    Spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(_spans);
        _meter.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, engine))
                listener.EnableMeasurementEvents(instrument);
        };
        _meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meter.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meter.Start();
    }

    public ConcurrentQueue<Activity> Spans { get; } = [];

    public ConcurrentQueue<(string Name, double Value, string Tags)> Measured { get; } = [];

    /// <summary>Asks the gauges.</summary>
    public void Look() => _meter.RecordObservableInstruments();

    public double Sum(string name, string tags = "") => Measured.Where(item => item.Name == name && item.Tags.Contains(tags, StringComparison.Ordinal)).Sum(item => item.Value);

    public void Dispose()
    {
        _spans.Dispose();
        _meter.Dispose();
        _root.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measured.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
