namespace ErpSync;

/// <summary>Something that a person should know of.</summary>
/// <param name="Code">What it is about; see <see cref="NoticeCodes"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Pair">The pair's name.</param>
/// <param name="Message">The words, in the configured language, without secrets and personal data.</param>
public sealed record SyncNotice(string Code, FindingSeverity Severity, string Pair, string Message)
{
    /// <summary>The kind it concerns; null when it concerns the whole pair.</summary>
    public EntityKind? Kind { get; init; }

    /// <summary>The connection it concerns; null when it concerns no single one.</summary>
    public string? Connection { get; init; }

    /// <summary>When it was noticed, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How many records it concerns; 0 when none are counted.</summary>
    public long Count { get; init; }

    /// <summary>The values that the message names, to say it in another language through <see cref="ISyncTexts"/>.</summary>
    public TextMap Arguments { get; init; } = TextMap.Empty;

    /// <summary>The problem behind it; null when there is none. Its words may name values of records.</summary>
    public SyncProblem? Problem { get; init; }
}
