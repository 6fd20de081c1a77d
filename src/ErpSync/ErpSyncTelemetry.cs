namespace ErpSync;

/// <summary>The names under which the engine publishes traces and measurements. No tag holds a key, a value of a record or other personal data.</summary>
public static class ErpSyncTelemetry
{
    /// <summary>The name of the activity source. Spans: <c>erpsync.run</c>, within it <c>erpsync.kind</c>, within that <c>erpsync.read</c> and <c>erpsync.write</c>.</summary>
    public const string ActivitySourceName = "ErpSync";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "ErpSync";

    /// <summary>Counter of runs, by pair and outcome (<c>complete</c>, <c>partial</c>, <c>failed</c>, <c>cancelled</c>).</summary>
    public const string Runs = "erpsync.runs";

    /// <summary>Histogram of the seconds that a run took, by pair and outcome.</summary>
    public const string RunDuration = "erpsync.run.duration";

    /// <summary>Counter of records, by pair, kind and outcome (<c>created</c>, <c>updated</c>, <c>linked</c>, <c>failed</c>).</summary>
    public const string Records = "erpsync.records";

    /// <summary>Counter of requests that runs sent, repetitions included, by pair and connection.</summary>
    public const string Requests = "erpsync.requests";

    /// <summary>Counter of repeated requests among them, by pair and connection.</summary>
    public const string Retries = "erpsync.retries";

    /// <summary>Gauge of the records that are parked, by pair and kind, as of the last run.</summary>
    public const string Parked = "erpsync.parked";

    /// <summary>Gauge of the links in conflict, by pair and kind, as of the last run.</summary>
    public const string ConflictsOpen = "erpsync.conflicts.open";

    /// <summary>Gauge of the seconds since the end of the last complete run, by pair.</summary>
    public const string Lag = "erpsync.lag";

    /// <summary>Tag: the pair's name.</summary>
    public const string PairTag = "erpsync.pair";

    /// <summary>Tag: the kind's name.</summary>
    public const string KindTag = "erpsync.kind";

    /// <summary>Tag: the connection's name.</summary>
    public const string ConnectionTag = "erpsync.connection";

    /// <summary>Tag: how it ended.</summary>
    public const string OutcomeTag = "erpsync.outcome";
}
