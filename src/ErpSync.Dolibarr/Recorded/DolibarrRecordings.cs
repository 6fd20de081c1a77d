using System.Text;
using ErpSync.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Dolibarr;

/// <summary>
/// Sends recorded exchanges of real servers through the connector's own transport, error judgement and parsing, as the connector would have met them.
/// Kinds that it carries become records; other resources are read row by row.
/// </summary>
internal sealed class DolibarrRecordings : IDisposable
{
    private const string Root = "/api/index.php/";
    private readonly ReplayHandler _handler = new();
    private readonly ServiceProvider _services;
    private readonly ConnectionClient _http;

    public DolibarrRecordings()
    {
        var services = new ServiceCollection();
        services.AddErpSyncHttp("recording", options =>
        {
            options.BaseAddress = new Uri("https://erp.example/api/index.php/");
            options.Retries = 0;
            options.BreakerAttempts = 1000;
            options.ReadProblem = DolibarrClient.ReadProblem;
        }).ConfigurePrimaryHttpMessageHandler(() => _handler).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        _services = services.BuildServiceProvider();
        _http = _services.GetRequiredKeyedService<ConnectionClient>("recording");
    }

    /// <summary>Reads one exchange.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="pathAndQuery">Its path and query.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="body">The answer's body; null for none.</param>
    /// <param name="direction">Who sent the request when it was not the client (<c>server -&gt; listener</c>); null otherwise or when the recording does not say.</param>
    /// <param name="requestBody">The request's body: the payload of a webhook; null where it does not matter.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What became of it; never throws for an unknown exchange.</returns>
    public async Task<WireOutcome> ReadAsync(
        string method,
        string pathAndQuery,
        int status,
        IReadOnlyDictionary<string, string> headers,
        string? body,
        string? direction,
        string? requestBody = null,
        CancellationToken cancellationToken = default)
    {
        // A web server may be told to leave the name of the script out.
        var root = pathAndQuery.Contains(Root, StringComparison.Ordinal) ? Root : "/api/";
        var at = pathAndQuery.IndexOf(root, StringComparison.Ordinal);
        if (direction is not null || (at < 0 && requestBody?.Contains("\"triggercode\"", StringComparison.Ordinal) == true))
            return Signal(requestBody ?? body);
        if (at < 0)
            return new WireOutcome.NotApplicable("A page of Dolibarr that is not of its REST API.");
        var path = pathAndQuery[(at + root.Length)..].Split('?')[0];
        if (Foreign(path) is { } reason)
            return new WireOutcome.NotApplicable(reason);
        if (path == "documents/builddoc" && status < 300 && body?.TrimEnd().EndsWith('}') == false)
            return new WireOutcome.NotApplicable("The recording holds only the beginning of the PDF file.");

        if (method == "DELETE" && status is >= 200 and < 300 && string.IsNullOrWhiteSpace(body))
            return new WireOutcome.Read(0, "deleted", []);
        (_handler.Status, _handler.Headers, _handler.Body) = (status, headers, body);
        try
        {
            using var answer = await _http.SendAsync(CallOf(method, path), cancellationToken);
            using var document = await answer.ReadJsonAsync(cancellationToken);
            return RecordedRecords.Read(method, path, document.RootElement, "recording");
        }
        catch (ConnectorException fault)
        {
            return new WireOutcome.Classified(fault.Problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _services.Dispose();
        _handler.Dispose();
    }

    private static WireOutcome Signal(string? payload) => DolibarrSignal.Read(Encoding.UTF8.GetBytes(payload ?? "")) is { } signal
        ? new WireOutcome.Read(1, $"signal {signal.Trigger}: {signal.Kind} {signal.Id}", [])
        : new WireOutcome.NotApplicable("A request to a listener that is no webhook of a known record.");

    private static string? Foreign(string path) => path switch
    {
        _ when path.StartsWith("explorer", StringComparison.Ordinal) => "The description of the API, not data.",
        "login" => "The login is not used: the connection has a key.",
        _ => null,
    };

    private static Call CallOf(string method, string path)
    {
        var address = string.Join('/', path.Split('/').Select(segment => Uri.EscapeDataString(Uri.UnescapeDataString(segment))));
        return method switch
        {
            "POST" => Call.Post(address),
            "PUT" => Call.Put(address),
            "PATCH" => Call.Patch(address),
            "DELETE" => Call.Delete(address),
            _ => Call.Get(address),
        };
    }
}
