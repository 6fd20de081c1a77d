using System.Net;
using System.Text;

namespace ErpSync.Http;

/// <summary>Where an answer came from, as far as messages may say it: connection, method and path without query, secrets and e-mail addresses. Makes problems.</summary>
public sealed class AnswerOrigin
{
    /// <summary>The longest fragment of an answer that a problem carries, in characters.</summary>
    public const int MaxRawLength = 2000;

    private const string UnknownOutcome = "Whether it was carried out is not known.";

    private readonly SecretScrubber _scrubber;

    /// <summary>Describes a request.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path; a query is dropped.</param>
    /// <param name="isWrite">True when the request may have changed something.</param>
    /// <param name="scrubber">Removes secrets; null: only those that stand behind a known name.</param>
    /// <param name="label">A word for messages where the path says little; null: none.</param>
    public AnswerOrigin(string connection, string method, string path, bool isWrite, SecretScrubber? scrubber = null, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        _scrubber = scrubber ?? new SecretScrubber();
        Connection = connection;
        Method = method;
        IsWrite = isWrite;
        Path = ShownPath(path);
        Place = label is null ? $"{method} {Path}" : $"{method} {Path} ({_scrubber.Scrub(label)})";
    }

    /// <summary>The connection's name.</summary>
    public string Connection { get; }

    /// <summary>The method.</summary>
    public string Method { get; }

    /// <summary>The path as it may be shown.</summary>
    public string Path { get; }

    /// <summary>True when the request may have changed something: then what would be <see cref="ProblemKind.Unavailable"/> or <see cref="ProblemKind.Unreadable"/> is <see cref="ProblemKind.OutcomeUnknown"/>.</summary>
    public bool IsWrite { get; }

    /// <summary>Method, path and label, for messages.</summary>
    internal string Place { get; }

    /// <summary>A problem of this request. For a write whose fate the kind leaves open, it becomes <see cref="ProblemKind.OutcomeUnknown"/>.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="code">A stable code, see <see cref="HttpProblemCodes"/>.</param>
    /// <param name="message">What happened; method and path are put in front, secrets are removed.</param>
    /// <param name="raw">The offending part of the answer; scrubbed and cut to <see cref="MaxRawLength"/>; empty: none.</param>
    /// <param name="status">The status; null: no answer.</param>
    /// <returns>The problem.</returns>
    public SyncProblem Problem(ProblemKind kind, string code, string message, ReadOnlySpan<byte> raw = default, HttpStatusCode? status = null)
    {
        var isOpen = LeavesOutcomeOpen(kind);
        return Plain(isOpen ? ProblemKind.OutcomeUnknown : kind, code, isOpen ? $"{message} {UnknownOutcome}" : message, raw, status);
    }

    /// <summary>The same for a request that the system certainly did not process: the kind stays what it is, for writes too.</summary>
    internal SyncProblem NotProcessed(ProblemKind kind, string code, string message, ReadOnlySpan<byte> raw = default, HttpStatusCode? status = null) =>
        Plain(kind, code, message, raw, status);

    /// <summary>The bytes as text that a problem may carry.</summary>
    /// <param name="raw">UTF-8; faulty sequences are replaced.</param>
    /// <returns>At most <see cref="MaxRawLength"/> characters, secrets removed.</returns>
    public string Fragment(ReadOnlySpan<byte> raw)
    {
        // More than the limit is searched, so that no secret is cut in two at the limit.
        var text = Scrub(Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, 8 * MaxRawLength)]));
        if (text.Length <= MaxRawLength)
            return text;
        var end = char.IsHighSurrogate(text[MaxRawLength - 2]) ? MaxRawLength - 2 : MaxRawLength - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>Completes a connector's own problem: connection, status, and the kind that a write's open fate demands.</summary>
    internal SyncProblem Complete(SyncProblem problem, HttpStatusCode status, TimeSpan? retryAfter, bool notProcessed)
    {
        var isOpen = !notProcessed && LeavesOutcomeOpen(problem.Kind);
        return problem with
        {
            Kind = isOpen ? ProblemKind.OutcomeUnknown : problem.Kind,
            Message = Scrub(isOpen ? $"{problem.Message} {UnknownOutcome}" : problem.Message),
            Connection = problem.Connection ?? Connection,
            HttpStatus = problem.HttpStatus ?? (int)status,
            RetryAfter = problem.RetryAfter ?? retryAfter,
            Raw = problem.Raw is { } raw ? Fragment(Encoding.UTF8.GetBytes(raw)) : null,
        };
    }

    internal string Scrub(string text) => _scrubber.Scrub(text);

    private bool LeavesOutcomeOpen(ProblemKind kind) => IsWrite && kind is (ProblemKind.Unavailable or ProblemKind.Unreadable);

    internal ConnectorException Exception(ProblemKind kind, string code, string message, ReadOnlySpan<byte> raw = default, HttpStatusCode? status = null, Exception? cause = null) =>
        new(Problem(kind, code, message, raw, status), Presentable(cause));

    /// <summary>The cause, or null when its text holds something that the scrubber would remove.</summary>
    internal Exception? Presentable(Exception? cause) =>
        cause is null || !string.Equals(cause.ToString(), Scrub(cause.ToString()), StringComparison.Ordinal) ? null : cause;

    private SyncProblem Plain(ProblemKind kind, string code, string message, ReadOnlySpan<byte> raw, HttpStatusCode? status) =>
        new(kind, code, $"{Place}: {Scrub(message)}") { Connection = Connection, HttpStatus = (int?)status, Raw = raw.IsEmpty ? null : Fragment(raw) };

    private string ShownPath(string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        var segments = Scrub(end < 0 ? path : path[..end]).Split('/');
        return string.Join('/', segments.Select(segment => segment.Contains('@', StringComparison.Ordinal) || segment.Contains("%40", StringComparison.Ordinal) ? "(e-mail)" : segment));
    }
}
