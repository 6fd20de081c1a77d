using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Http;

namespace ErpSync.Vtiger;

/// <summary>The one sender of a vtiger connection: operations with a session, which is renewed once where it has ended.</summary>
internal sealed class VtigerClient : IDisposable
{
    private readonly ConnectionClient _client;
    private readonly LoginKeeper _login;
    private long _serverTime;

    public VtigerClient(ConnectionClient client, VtigerOptions options)
    {
        _client = client;
        _login = new LoginKeeper(client, options, SendAsync);
    }

    public string Connection => _client.Name;

    /// <summary>The server's clock as the last answer told it; null before the first.</summary>
    public DateTimeOffset? ServerTime => Interlocked.Read(ref _serverTime) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public ValueTask<LoginState> LoginAsync(CancellationToken cancellationToken) => _login.GetAsync(null, cancellationToken);

    /// <summary>Sends an operation in the session. A request that was refused because the session has ended was not carried out, and is sent again in a new one, once.</summary>
    public async Task<JsonElement> CallAsync(VtigerCall call, CancellationToken cancellationToken)
    {
        var state = await _login.GetAsync(null, cancellationToken);
        try
        {
            return await SendAsync(call, state.Session, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Code == VtigerCodes.SessionLost)
        {
            state = await _login.GetAsync(state, cancellationToken);
            return await SendAsync(call, state.Session, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<JsonElement>> QueryAsync(string query, CancellationToken cancellationToken, RequestPurpose purpose = RequestPurpose.Data) =>
        [.. (await CallAsync(VtigerCall.Get("query", ("query", query)) with { Purpose = purpose }, cancellationToken)).Items()];

    public async Task<long> CountAsync(string module, string? where, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync(Vtql.Count(module, where), cancellationToken);
        return rows.Count == 1 && rows[0].Number("count") is { } count ? (long)count : throw Unreadable("The answer to count(*) has no count.");
    }

    /// <summary>Reads one record; null when it is missing, deleted or hidden, which vtiger does not tell apart.</summary>
    public async Task<JsonElement?> RetrieveAsync(string id, CancellationToken cancellationToken, RequestPurpose purpose = RequestPurpose.Data)
    {
        try
        {
            return await CallAsync(VtigerCall.Get("retrieve", ("id", id)) with { Purpose = purpose }, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.NotFound)
        {
            return null;
        }
    }

    public Task<JsonElement> DescribeAsync(string module, CancellationToken cancellationToken) =>
        CallAsync(VtigerCall.Get("describe", ("elementType", module)) with { Purpose = RequestPurpose.Reference }, cancellationToken);

    public Task<JsonElement> CreateAsync(string module, JsonObject element, CancellationToken cancellationToken) =>
        CallAsync(VtigerCall.Post("create", ("elementType", module), ("element", element.ToJsonString())), cancellationToken);

    /// <summary>Changes some fields.</summary>
    /// <param name="element">The id and the fields.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="keepsPrices">Sends <c>ajxaction=DETAILVIEW</c>, without which a product or service loses its taxes and its prices in other currencies.</param>
    public Task<JsonElement> ReviseAsync(JsonObject element, CancellationToken cancellationToken, bool keepsPrices = false) => CallAsync(
        keepsPrices ? VtigerCall.Post("revise", ("element", element.ToJsonString()), ("ajxaction", "DETAILVIEW")) : VtigerCall.Post("revise", ("element", element.ToJsonString())),
        cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => CallAsync(VtigerCall.Post("delete", ("id", id)), cancellationToken);

    public void Dispose() => _login.Dispose();

    private async Task<JsonElement> SendAsync(VtigerCall call, string? session, CancellationToken cancellationToken)
    {
        var sent = call.With(session);
        return await _client.SendAsync(
            sent,
            async (answer, token) =>
            {
                Note(answer.Headers.Date);
                if (answer.Status == HttpStatusCode.InternalServerError)
                    throw new ConnectorException(Dead(call, answer.Origin));
                var body = await answer.ReadBytesAsync(token);
                using var document = VtigerErrors.Whole(body) ?? throw new ConnectorException(answer.Origin.Problem(ProblemKind.Unreadable, HttpProblemCodes.MalformedJson, "The answer is not whole JSON.", body));
                if (document.RootElement.Get("success").ValueKind == JsonValueKind.True)
                    return document.RootElement.Get("result").Clone();
                var (kind, code, message, field, remedy) = VtigerErrors.Judge(document.RootElement.Get("error"), answer.Origin.IsWrite);
                throw new ConnectorException(answer.Origin.Problem(kind, code, message) with { Field = field, Remedy = remedy });
            },
            cancellationToken);
    }

    private void Note(DateTimeOffset? date)
    {
        if (date is { } time)
            Interlocked.Exchange(ref _serverTime, time.UtcTicks);
    }

    /// <summary>PHP 8 hands arguments over by name, and in unmodified servers the names of some operations do not match: they end before they begin.</summary>
    private static SyncProblem Dead(VtigerCall call, AnswerOrigin origin) => new(
        ProblemKind.Unsupported,
        VtigerCodes.Fatal,
        $"The operation {call.Operation:operation} ends with a fatal error of PHP (500, empty body), as on unmodified vtiger 8 with PHP 8.")
    {
        Connection = origin.Connection,
        HttpStatus = 500,
    };

    private ConnectorException Unreadable(string message) => new(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.Unreadable, message) { Connection = Connection });
}
