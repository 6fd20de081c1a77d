using System.Text;
using System.Text.Json;
using ErpSync.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.WooCommerce;

/// <summary>
/// Sends recorded exchanges of real shops through the connector's own transport, error judgement and parsing, as the connector would have met them.
/// Kinds that it carries become records; other resources are read row by row. Requests that the shop sent go to the parser of signals.
/// </summary>
internal sealed class WooRecordings : IDisposable
{
    private const string Api = "/wp-json/wc/v3/";
    private readonly ReplayHandler _handler = new();
    private readonly ServiceProvider _services;
    private readonly ConnectionClient _http;

    public WooRecordings()
    {
        var services = new ServiceCollection();
        services.AddErpSyncHttp("recording", options =>
        {
            options.BaseAddress = new Uri("https://shop.example/");
            options.Retries = 0;
            options.BreakerAttempts = 1000;
            options.ReadProblem = WooErrors.ReadProblem;
        }).ConfigurePrimaryHttpMessageHandler(() => _handler).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        _services = services.BuildServiceProvider();
        _http = _services.GetRequiredKeyedService<ConnectionClient>("recording");
    }

    /// <summary>Reads one exchange.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="pathAndQuery">Its path and query.</param>
    /// <param name="requestHeaders">Its headers, for webhooks.</param>
    /// <param name="requestBody">Its body.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="body">The answer's body; null for none.</param>
    /// <param name="direction">Who sent the request when it was not the client (<c>server -&gt; listener</c>).</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What became of it; never throws for an unknown exchange.</returns>
    public async Task<WireOutcome> ReadAsync(
        string method, string pathAndQuery, IReadOnlyDictionary<string, string> requestHeaders, string? requestBody, int status, IReadOnlyDictionary<string, string> headers, string? body, string? direction, CancellationToken cancellationToken = default)
    {
        if (direction is not null || requestHeaders.Keys.Any(name => name.StartsWith("X-WC-Webhook", StringComparison.OrdinalIgnoreCase)))
            return Signal(requestHeaders, requestBody ?? "");
        var at = pathAndQuery.IndexOf(Api, StringComparison.Ordinal);
        var path = at < 0 ? Other(pathAndQuery) : pathAndQuery[(at + Api.Length)..].Split('?')[0].TrimEnd('/');
        if (path is null)
            return new WireOutcome.NotApplicable("A page or file of the site that is not of its REST API.");
        if (status == 0)
            return new WireOutcome.NotApplicable("No answer was recorded.");
        (_handler.Status, _handler.Headers, _handler.Body) = (status, headers, body);
        try
        {
            if (method is "HEAD" or "OPTIONS" && status < 300)
                return new WireOutcome.Read(0, headers.FirstOrDefault(header => string.Equals(header.Key, "X-WP-Total", StringComparison.OrdinalIgnoreCase)).Value is { } total ? $"total {total}" : "no body", []);
            using var answer = await _http.SendAsync(CallOf(method, path), cancellationToken);
            if (answer.Status == System.Net.HttpStatusCode.NoContent)
                return new WireOutcome.Read(0, "nothing", []);
            using var document = await answer.ReadJsonAsync(cancellationToken);
            return RecordedRows.Read(path, document.RootElement, "recording");
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

    private static WireOutcome Signal(IReadOnlyDictionary<string, string> headers, string body)
    {
        var topic = headers.FirstOrDefault(header => string.Equals(header.Key, "X-WC-Webhook-Topic", StringComparison.OrdinalIgnoreCase)).Value;
        if (topic is null)
        {
            var ping = new SignalParser("recording", new WooCommerceOptions()).Parse(new SignalRequest(new Uri("https://listener.example/"), headers, Encoding.UTF8.GetBytes(body)));
            return ping.Problem is { } refused ? new WireOutcome.Classified(refused) : new WireOutcome.Read(0, "ping", []);
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var signals = SignalParser.Read(topic, document.RootElement).Signals;
            return new WireOutcome.Read(signals.Count, signals.Count == 0 ? $"{topic}: no record of a kind that is carried" : $"signal {topic}: {string.Join(", ", signals.Select(signal => $"{signal.Kind} {signal.Id} {signal.Event}"))}", []);
        }
        catch (JsonException)
        {
            return new WireOutcome.Classified(new SyncProblem(ProblemKind.Unreadable, WooCodes.Signature, "The body of the webhook is not JSON."));
        }
    }

    private static string? Other(string pathAndQuery)
    {
        if (pathAndQuery.Contains("rest_route=", StringComparison.Ordinal))
            return "rest_route";
        var at = pathAndQuery.IndexOf("/wp-json/", StringComparison.Ordinal);
        return at < 0 ? null : "wp-json/" + pathAndQuery[(at + "/wp-json/".Length)..].Split('?')[0];
    }

    private static Call CallOf(string method, string path)
    {
        var address = string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => Uri.EscapeDataString(Uri.UnescapeDataString(segment))));
        address = address.Length == 0 ? "index" : address;
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
