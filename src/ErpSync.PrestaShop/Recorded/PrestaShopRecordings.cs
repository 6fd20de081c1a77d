using ErpSync.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.PrestaShop;

/// <summary>
/// Sends recorded exchanges of real shops through the connector's own transport, error reading and parsing, as the connector would have met them.
/// Kinds that it serves become records; other resources are read row by row.
/// </summary>
internal sealed class PrestaShopRecordings : IDisposable
{
    private readonly ReplayHandler _handler = new();
    private readonly ServiceProvider _services;
    private readonly ConnectionClient _http;

    public PrestaShopRecordings()
    {
        var services = new ServiceCollection();
        services.AddErpSyncHttp("recording", options =>
        {
            options.BaseAddress = new Uri("https://shop.example/");
            options.Retries = 0;
            options.BreakerAttempts = 1000;
            options.ReadProblem = PrestaShopProblems.From;
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
    /// <param name="direction">Who sent the request when it was not the client; null otherwise.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What became of it; never throws for an unknown exchange.</returns>
    public async Task<WireOutcome> ReadAsync(
        string method, string pathAndQuery, int status, IReadOnlyDictionary<string, string> headers, string? body, string? direction, CancellationToken cancellationToken)
    {
        if (direction is not null)
            return new WireOutcome.NotApplicable("PrestaShop sends nothing by itself.");
        var path = pathAndQuery.Split('?')[0];
        if (path.StartsWith("/admin-api", StringComparison.Ordinal))
            return new WireOutcome.NotApplicable("The Admin API is another interface with another key; this connector uses the webservice.");
        if (pathAndQuery.Contains("controller=pdf-", StringComparison.Ordinal))
            return await FrontAsync(status, headers, body, cancellationToken);
        if (!RecordedExchange.IsWebservice(path))
            return new WireOutcome.NotApplicable("A page of the shop front, not of the webservice.");

        (_handler.Status, _handler.Headers, _handler.Body) = (status, headers, RecordedExchange.WithoutMark(body));
        var exchange = RecordedExchange.Of(method, pathAndQuery, headers, body);
        if (exchange.IsCut && exchange.Call.Expects == ExpectedBody.Xml)
            return new WireOutcome.NotApplicable("The recording holds only the beginning of the XML.");
        try
        {
            using var answer = await _http.SendAsync(exchange.Call, cancellationToken);
            return await exchange.ReadAsync(answer, cancellationToken);
        }
        catch (ConnectorException fault)
        {
            return new WireOutcome.Classified(fault.Problem);
        }
    }

    // The page of an invoice's PDF: a file, or a short text in its place.
    private async Task<WireOutcome> FrontAsync(int status, IReadOnlyDictionary<string, string> headers, string? body, CancellationToken cancellationToken)
    {
        (_handler.Status, _handler.Headers, _handler.Body) = (status, headers, RecordedExchange.WithoutMark(body));
        try
        {
            using var answer = await _http.SendAsync(Call.Get("front") with { Expects = ExpectedBody.File }, cancellationToken);
            var bytes = await answer.ReadBytesAsync(cancellationToken);
            return bytes.AsSpan().StartsWith("%PDF"u8)
                ? new WireOutcome.Read(1, $"a PDF, {bytes.Length} bytes", [])
                : new WireOutcome.Read(0, $"no PDF: {System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 80)))}", []);
        }
        catch (ConnectorException fault)
        {
            return new WireOutcome.Classified(fault.Problem);
        }
    }

    /// <summary>The same without waiting: a recorded answer is there at once.</summary>
    public WireOutcome Read(string method, string pathAndQuery, int status, IReadOnlyDictionary<string, string> headers, string? body, string? direction) =>
        ReadAsync(method, pathAndQuery, status, headers, body, direction, CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void Dispose()
    {
        _services.Dispose();
        _handler.Dispose();
    }
}
