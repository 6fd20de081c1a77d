using System.Net;

namespace ErpSync.Http;

/// <summary>
/// One request, described so that it can be sent again: the message is made anew for every attempt.
/// Reads (GET, HEAD, <see cref="ReadByPost"/>) are repeated after transient failures. A POST is never repeated, other writes only when
/// <see cref="Idempotent"/>; except where the system certainly did not process the request (no connection came about, 429, or 503 with Retry-After).
/// </summary>
public sealed record Call
{
    private Call(HttpMethod method, string path, Func<HttpContent>? content, bool isRead)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Method = method;
        Path = path;
        Content = content;
        IsRead = isRead;
    }

    /// <summary>The method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Path and query, relative to the base address, escaped; a leading slash means nothing. May hold keys, so it is never shown as it is.</summary>
    public string Path { get; }

    /// <summary>Makes the body, once per attempt; null: no body.</summary>
    public Func<HttpContent>? Content { get; }

    /// <summary>True when the call changes nothing in the system.</summary>
    public bool IsRead { get; }

    /// <summary>For PUT, PATCH and DELETE: sending it twice leaves what sending it once leaves. Not possible for POST.</summary>
    public bool Idempotent
    {
        get;
        init => field = !value || Method != HttpMethod.Post ? value : throw new ArgumentException("A POST is never repeated; a POST that only reads is Call.ReadByPost.", nameof(value));
    }

    /// <summary>What the request is counted as; default <see cref="RequestPurpose.Data"/>.</summary>
    public RequestPurpose Purpose { get; init; }

    /// <summary>What a successful answer must hold; default JSON (<see cref="ExpectedBody.Any"/> for HEAD).</summary>
    public ExpectedBody Expects { get; init; }

    /// <summary>Statuses besides 2xx that the caller handles itself, for example 404 for "empty list" or 304 for "already so".</summary>
    public IReadOnlyCollection<HttpStatusCode> Accepts { get; init; } = [];

    /// <summary>Headers of this call, added to every attempt. Values that are secret belong into the connection's secrets too.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>A word for messages where the path says little, for example the operation behind a single address; null: the path suffices. No personal data.</summary>
    public string? Label { get; init; }

    /// <summary>Replaces the connection's attempt time-out; null: the connection's.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Set by <see cref="For"/>: a failure that a smaller page may cure is not repeated at this size.</summary>
    internal bool LeavesSizeToPager { get; private init; }

    /// <summary>Reads.</summary>
    /// <param name="path">Path and query, relative to the base address, escaped.</param>
    /// <returns>The call.</returns>
    public static Call Get(string path) => new(HttpMethod.Get, path, null, isRead: true);

    /// <summary>Reads the headers only.</summary>
    /// <param name="path">Path and query, relative to the base address, escaped.</param>
    /// <returns>The call.</returns>
    public static Call Head(string path) => new(HttpMethod.Head, path, null, isRead: true) { Expects = ExpectedBody.Any };

    /// <summary>A POST that changes nothing (a query, a login): repeated like a GET.</summary>
    /// <param name="path">Path and query, relative to the base address, escaped.</param>
    /// <param name="content">Makes the body, once per attempt.</param>
    /// <returns>The call.</returns>
    public static Call ReadByPost(string path, Func<HttpContent> content) => new(HttpMethod.Post, path, content, isRead: true);

    /// <summary>Creates or acts. Never repeated.</summary>
    /// <param name="path">Path and query, relative to the base address, escaped.</param>
    /// <param name="content">Makes the body, once per attempt; null: an empty body.</param>
    /// <returns>The call.</returns>
    public static Call Post(string path, Func<HttpContent>? content = null) => new(HttpMethod.Post, path, content, isRead: false);

    /// <summary>Replaces or updates. Repeated only when <see cref="Idempotent"/>.</summary>
    /// <param name="path">Path and query, relative to the base address, escaped.</param>
    /// <param name="content">Makes the body, once per attempt.</param>
    /// <returns>The call.</returns>
    public static Call Put(string path, Func<HttpContent>? content = null) => new(HttpMethod.Put, path, content, isRead: false);

    /// <summary>Updates in part. Repeated only when <see cref="Idempotent"/>.</summary>
    /// <param name="path">Path and query, relative to the base address, escaped.</param>
    /// <param name="content">Makes the body, once per attempt.</param>
    /// <returns>The call.</returns>
    public static Call Patch(string path, Func<HttpContent>? content = null) => new(HttpMethod.Patch, path, content, isRead: false);

    /// <summary>Deletes. Repeated only when <see cref="Idempotent"/>.</summary>
    /// <param name="path">Path and query, relative to the base address, escaped.</param>
    /// <param name="content">Makes the body, once per attempt; null: none.</param>
    /// <returns>The call.</returns>
    public static Call Delete(string path, Func<HttpContent>? content = null) => new(HttpMethod.Delete, path, content, isRead: false);

    /// <summary>Marks the call as fetching a page: what a smaller page may cure (500, time-out) goes straight to the pager, except at the smallest size.</summary>
    /// <param name="window">The page.</param>
    /// <returns>The marked call.</returns>
    public Call For(PageWindow window) => this with { LeavesSizeToPager = !window.IsSmallest };

    /// <summary>Method and label, never the path: that may hold keys.</summary>
    /// <returns>For example <c>GET</c>.</returns>
    public override string ToString() => Label is null ? Method.Method : $"{Method.Method} {Label}";
}
