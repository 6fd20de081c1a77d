using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ErpSync.Http;

/// <summary>The names under which the transport's traces and measurements are published. Tags hold connection, method, path without query and status: no keys, no personal data.</summary>
public static class HttpTelemetry
{
    /// <summary>The name of both the activity source and the meter.</summary>
    public const string SourceName = "ErpSync.Http";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("erpsync.http.requests", "{request}", "Requests sent, repetitions included.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("erpsync.http.duration", "s", "Time until an attempt's answer was judged.");

    internal static Activity? Start(AnswerOrigin origin, int retries)
    {
        var activity = Source.StartActivity(origin.Method, ActivityKind.Client);
        if (activity is null)
            return null;
        activity.SetTag("erpsync.connection", origin.Connection);
        activity.SetTag("http.request.method", origin.Method);
        activity.SetTag("url.path", origin.Path);
        if (retries > 0)
            activity.SetTag("http.request.resend_count", retries);
        return activity;
    }

    internal static void Finish(Activity? activity, AnswerOrigin origin, RequestPurpose purpose, int? status, string? problem, TimeSpan elapsed)
    {
        if (activity is not null)
        {
            activity.SetTag("http.response.status_code", status);
            if (problem is not null)
                activity.SetTag("error.type", problem).SetStatus(ActivityStatusCode.Error);
        }

        var tags = new TagList
        {
            { "erpsync.connection", origin.Connection },
            { "erpsync.purpose", purpose == RequestPurpose.Data ? "data" : "reference" },
            { "http.request.method", origin.Method },
            { "http.response.status_code", status },
            { "error.type", problem },
        };
        Requests.Add(1, tags);
        Duration.Record(elapsed.TotalSeconds, tags);
    }
}
