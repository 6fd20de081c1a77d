namespace ErpSync.Http;

/// <summary>How one connection is reached. Validated when the connection is first used, and at start-up by hosts that validate on start.</summary>
public sealed class ConnectionHttpOptions
{
    /// <summary>Absolute http or https address that every call's path is appended to; a missing trailing slash is added. No user, query or fragment.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Allows plain http to other machines than this one. Default false: keys would travel readable.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>
    /// How long one attempt may take until headers and the opening of the body have arrived; after that, how long each further read of the body may wait.
    /// More than zero, at most one hour; default 100 seconds. Waiting for a free place or for the rate does not count.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Requests under way at the same time, 1 to 64, default 2. A request gives its place back when headers and opening have arrived,
    /// so that a half-read listing never blocks the calls made for its items.
    /// </summary>
    public int MaxConcurrency { get; set; } = 2;

    /// <summary>Requests started per second, evenly spaced; null (default): as fast as the system answers. Fractions are allowed: 0.5 is one in two seconds.</summary>
    public decimal? RequestsPerSecond { get; set; }

    /// <summary>Repetitions after the first attempt, 0 to 10, default 3. Only of what may be repeated, see <see cref="Call"/>.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>The first wait between attempts; it doubles each time, with jitter, up to 30 seconds. Default 1 second.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest Retry-After that is waited for, default 1 minute, at most an hour. A system that asks for more is not asked again earlier:
    /// the call fails at once and the problem carries what the system said.
    /// </summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Attempts within a minute from which on the circuit opens if at least half of them found the system down. 2 to 1,000, default 10.</summary>
    public int BreakerAttempts { get; set; } = 10;

    /// <summary>How long an open circuit refuses calls without sending them. At least half a second, default 30 seconds.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest body that is read as a whole (documents, files), in bytes; default 64 MiB. Listings are streamed and not bound by it.</summary>
    public int MaxDocumentBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Keys, passwords and tokens that must never appear in a log, a trace or a problem. Shorter ones than 4 characters are not searched for.</summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>Runs before every attempt, the repeated ones too, with the absolute address in place: sets the key, signs. Null: nothing to add.</summary>
    public Func<HttpRequestMessage, CancellationToken, ValueTask>? Authorize { get; set; }

    /// <summary>
    /// The connector's reading of its system's own errors. Asked for every answer, successful ones too (some systems answer 200 with the error inside);
    /// null from it means "nothing to say": the transport judges by the status. It must not throw; if it does, that counts as null.
    /// </summary>
    public Func<AnswerHead, SyncProblem?>? ReadProblem { get; set; }
}
