namespace ErpSync.Feeds;

/// <summary>That a pair went live: when, by whose word, and why before its time.</summary>
internal sealed record LiveMark(DateTimeOffset At, string Who, string? Because);
