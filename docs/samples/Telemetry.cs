using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ErpSync.Docs;

/// <summary>Listens to spans and measurements; with OpenTelemetry it is AddSource and AddMeter with the same names.</summary>
internal static class Telemetry
{
    public static IDisposable Spans()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ErpSyncTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => Console.WriteLine($"{span.OperationName} {span.GetTagItem(ErpSyncTelemetry.KindTag)} {span.Duration}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    public static IDisposable Lag()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ErpSyncTelemetry.MeterName && instrument.Name == ErpSyncTelemetry.Lag)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => Console.WriteLine($"{seconds} s since the last complete run"));
        listener.Start();
        return listener;
    }
}
