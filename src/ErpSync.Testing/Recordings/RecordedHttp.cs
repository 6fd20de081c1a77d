using System.Net;
using System.Text;

namespace ErpSync.Testing;

/// <summary>
/// Answers HTTP requests from recordings, for tests of the wire without a server. A request fits a recording with the same method, path and query, whatever the
/// order of the query's parts and their escaping. Of several that fit, the one with the same body comes first, then each once in order, the last again and again.
/// Safe for parallel use.
/// </summary>
public sealed class RecordedHttp : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Recording>> _recordings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _played = new(StringComparer.Ordinal);
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>A handler that plays recordings.</summary>
    /// <param name="recordings">The recordings; those without a response are passed over.</param>
    public RecordedHttp(IEnumerable<Recording> recordings)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        foreach (var recording in recordings.Where(recording => recording.Response is not null))
        {
            var key = Key(recording.Request.Method, recording.Request.PathAndQuery);
            if (!_recordings.TryGetValue(key, out var fitting))
                _recordings[key] = fitting = [];
            fitting.Add(recording);
        }
    }

    /// <summary>The requests so far, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>Plays every recording of a folder; see <see cref="RecordingFolder"/>.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The handler.</returns>
    public static RecordedHttp Of(string folder) => new(RecordingFolder.Read(folder));

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No recording fits; the message names the request and what was recorded for its path.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var pathAndQuery = request.RequestUri?.PathAndQuery ?? "/";
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        lock (_lock)
            _requests.Add(new RecordedRequest(request.Method.Method.ToUpperInvariant(), pathAndQuery, headers, body));
        var recording = Choose(request.Method.Method.ToUpperInvariant(), pathAndQuery, body);
        return Answer(recording.Response!, request);
    }

    private Recording Choose(string method, string pathAndQuery, string? body)
    {
        var key = Key(method, pathAndQuery);
        lock (_lock)
        {
            if (!_recordings.TryGetValue(key, out var fitting))
                throw new InvalidOperationException($"Nothing was recorded for {method} {pathAndQuery}. For that path: {Known(pathAndQuery)}.");
            if (body is not null && fitting.FirstOrDefault(recording => string.Equals(recording.Request.Body, body, StringComparison.Ordinal)) is { } same)
                return same;
            var played = _played.GetValueOrDefault(key);
            _played[key] = played + 1;
            return fitting[Math.Min(played, fitting.Count - 1)];
        }
    }

    private string Known(string pathAndQuery)
    {
        var path = Path(pathAndQuery);
        var known = _recordings.Values.SelectMany(recordings => recordings).Where(recording => Path(recording.Request.PathAndQuery) == path).Select(recording => $"{recording.Request.Method} {recording.Request.PathAndQuery}").Distinct().Take(5).ToArray();
        return known.Length == 0 ? "nothing" : string.Join(", ", known);
    }

    private static HttpResponseMessage Answer(RecordedResponse recorded, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)recorded.Status) { RequestMessage = request, Content = new ByteArrayContent(Bytes(recorded.Body)) };
        foreach (var (name, value) in recorded.Headers)
        {
            if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase))
                continue;
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private static byte[] Bytes(string? body)
    {
        const string marker = "base64(";
        if (body is null)
            return [];
        var colon = body.StartsWith(marker, StringComparison.Ordinal) ? body.IndexOf(':', StringComparison.Ordinal) : -1;
        var buffer = new byte[body.Length];
        return colon > 0 && Convert.TryFromBase64String(body[(colon + 1)..].Trim(), buffer, out var length) ? buffer[..length] : Encoding.UTF8.GetBytes(body);
    }

    private static string Key(string method, string pathAndQuery)
    {
        var query = pathAndQuery.Split('?', 2) is [_, var text] ? text : "";
        var parts = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => Uri.UnescapeDataString(part.Replace('+', ' '))).Order(StringComparer.Ordinal);
        return $"{method} {Path(pathAndQuery)}?{string.Join('&', parts)}";
    }

    private static string Path(string pathAndQuery) => Uri.UnescapeDataString(pathAndQuery.Split('?', 2)[0]);
}
