using System.Net;
using System.Text.Json;
using ErpSync.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Vtiger;

/// <summary>
/// Sends recorded exchanges of real servers through the connector's own transport, error judgement and mappings, as the connector would have met them. Modules that it carries
/// become records; others are read row by row.
/// </summary>
internal sealed class VtigerRecordings : IDisposable
{
    private static readonly HashSet<string> Writes = ["create", "update", "revise", "delete", "convertlead", "add_related", "wsapp_put", "wsapp_map", "wsapp_register", "wsapp_deregister", "logout"];

    private readonly ReplayHandler _handler = new();
    private readonly ServiceProvider _services;
    private readonly ConnectionClient _http;

    public VtigerRecordings()
    {
        var services = new ServiceCollection();
        services.AddErpSyncHttp("recording", options =>
        {
            options.BaseAddress = new Uri("https://crm.example/");
            options.Retries = 0;
            options.BreakerAttempts = 1000;
            options.ReadProblem = VtigerErrors.ReadProblem;
        }).ConfigurePrimaryHttpMessageHandler(() => _handler).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        _services = services.BuildServiceProvider();
        _http = _services.GetRequiredKeyedService<ConnectionClient>("recording");
    }

    /// <summary>Reads one exchange.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="pathAndQuery">Its path and query.</param>
    /// <param name="requestBody">Its body; null for none.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="body">The answer's body; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What became of it; never throws for an unknown exchange.</returns>
    public async Task<WireOutcome> ReadAsync(string method, string pathAndQuery, string? requestBody, int status, IReadOnlyDictionary<string, string> headers, string? body, CancellationToken cancellationToken = default)
    {
        var path = pathAndQuery.Split('?')[0];
        if (!path.EndsWith("/" + VtigerAddress.Endpoint, StringComparison.OrdinalIgnoreCase) && !path.Contains("/restapi/", StringComparison.OrdinalIgnoreCase))
            return new WireOutcome.NotApplicable("A page or file of the CRM that is not of its webservice.");
        (_handler.Status, _handler.Headers, _handler.Body) = (status, headers, body);
        var request = RecordedRequest.Read(method, pathAndQuery, requestBody);
        var operation = request.Operation.Length == 0 ? path.Split('/')[^1] : request.Operation;
        var isWrite = Writes.Contains(operation) && method != "GET";
        var call = (isWrite ? Call.Post(VtigerAddress.Endpoint) : Call.Get(VtigerAddress.Endpoint)) with { Label = operation, Accepts = [HttpStatusCode.InternalServerError] };
        try
        {
            using var answer = await _http.SendAsync(call, cancellationToken);
            if (answer.Status == HttpStatusCode.InternalServerError)
                return new WireOutcome.Classified(Fatal(operation, isWrite));
            using var document = VtigerErrors.Whole(await answer.ReadBytesAsync(cancellationToken))
                ?? throw new ConnectorException(answer.Origin.Problem(ProblemKind.Unreadable, HttpProblemCodes.MalformedJson, "The answer is not whole JSON."));
            var root = document.RootElement;
            if (root.Get("success").ValueKind == JsonValueKind.False)
            {
                var (kind, code, message, field, remedy) = VtigerErrors.Judge(root.Get("error"), isWrite);
                return new WireOutcome.Classified(new SyncProblem(kind, code, message) { Connection = "recording", Field = field, Remedy = remedy });
            }

            return await RecordedRows.ReadAsync(request, root.Get("result"), _http, cancellationToken);
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

    /// <summary>A fatal error of PHP: the operation is dead there, or it could not take a value. Whether a write was carried out is then looked for.</summary>
    private static SyncProblem Fatal(string operation, bool isWrite) => operation is "create" or "update" or "revise" or "delete" || (isWrite && operation is not ("convertlead" or "wsapp_register" or "logout"))
        ? new SyncProblem(ProblemKind.OutcomeUnknown, HttpProblemCodes.ServerError, $"The operation {operation} ended with a fatal error (500).") { Connection = "recording", HttpStatus = 500 }
        : new SyncProblem(ProblemKind.Unsupported, VtigerCodes.Fatal, $"The operation {operation} ends with a fatal error of PHP (500, empty body).") { Connection = "recording", HttpStatus = 500 };
}
