using System.Diagnostics;

namespace ErpSync.Telemetry;

/// <summary>The spans of a run.</summary>
internal static class EngineSpans
{
    private static readonly ActivitySource Source = new(ErpSyncTelemetry.ActivitySourceName);

    public static Activity? Run(string pair) => Source.StartActivity("erpsync.run")?.SetTag(ErpSyncTelemetry.PairTag, pair);

    public static Activity? Kind(string pair, EntityKind kind) => Source.StartActivity("erpsync.kind")?.SetTag(ErpSyncTelemetry.PairTag, pair).SetTag(ErpSyncTelemetry.KindTag, kind.Name);

    public static Activity? Read(string pair, EntityKind kind, string connection) => Source.StartActivity("erpsync.read", ActivityKind.Client)?.At(pair, kind, connection);

    public static Activity? Write(string pair, EntityKind kind, string connection, int records) =>
        Source.StartActivity("erpsync.write", ActivityKind.Client)?.At(pair, kind, connection).SetTag("erpsync.records", records);

    /// <summary>How it ended; a problem's code makes it an error.</summary>
    public static void Ended(this Activity? span, string outcome, string? code = null)
    {
        if (span is null)
            return;
        span.SetTag(ErpSyncTelemetry.OutcomeTag, outcome);
        if (code is not null)
            span.SetTag("error.type", code).SetStatus(ActivityStatusCode.Error);
    }

    private static Activity At(this Activity span, string pair, EntityKind kind, string connection) =>
        span.SetTag(ErpSyncTelemetry.PairTag, pair).SetTag(ErpSyncTelemetry.KindTag, kind.Name).SetTag(ErpSyncTelemetry.ConnectionTag, connection);
}
