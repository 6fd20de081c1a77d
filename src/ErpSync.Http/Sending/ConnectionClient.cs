using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace ErpSync.Http;

/// <summary>
/// The one sender of a connection. Every request goes through it: counted, gated, repeated where that is harmless, its answer judged.
/// A keyed singleton under the connection's name; safe for parallel use. Its methods throw <see cref="ConnectorException"/> for whatever keeps an answer from being data,
/// and <see cref="OperationCanceledException"/> when the caller cancels (the fate of a cancelled write is unknown, as after a crash).
/// </summary>
public sealed class ConnectionClient : IDisposable
{
    private readonly RequestGate _gate;
    private readonly AttemptSender _sender;
    private readonly ResiliencePipeline<AttemptResult> _pipeline;
    private readonly ILogger _logger;

    internal ConnectionClient(string name, ConnectionHttpOptions options, IHttpClientFactory clients, TimeProvider time, ILogger logger)
    {
        Name = name;
        Secrets = new SecretScrubber(options.Secrets);
        _logger = logger;
        _gate = new RequestGate(options.MaxConcurrency, options.RequestsPerSecond, time);
        _sender = new AttemptSender(name, options, clients, Meter, _gate, new AnswerJudge(options, _gate, time), time, logger);
        _pipeline = AttemptPipeline.Create(name, options, time, logger);
    }

    /// <summary>The connection's name.</summary>
    public string Name { get; }

    /// <summary>Counts every attempt; a connector registers it as its <see cref="IRequestMeter"/>.</summary>
    public RequestMeter Meter { get; } = new();

    /// <summary>Removes this connection's secrets from texts; secrets that become known later (a session name) are added here.</summary>
    public SecretScrubber Secrets { get; }

    /// <summary>The page sizes that work, per resource; lives as long as the client, and can be carried over by a store.</summary>
    public PageSizeMemory PageSizes { get; } = new();

    /// <summary>Sends a call and returns its answer as soon as headers and the first bytes have been judged.</summary>
    /// <param name="call">What to send.</param>
    /// <param name="cancellationToken">Stops waiting and sending.</param>
    /// <returns>The answer; the caller disposes it. A fault of its body from here on is not repeated.</returns>
    /// <exception cref="ConnectorException">There is no such answer.</exception>
    public async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        Answer? answer = null;
        await ExecuteAsync(call, (open, _) => { answer = open; return ValueTask.CompletedTask; }, cancellationToken);
        return answer!;
    }

    /// <summary>Sends a call and reads its answer inside the attempt: a body that breaks is fetched again where the call may be repeated.</summary>
    /// <typeparam name="T">What the answer becomes.</typeparam>
    /// <param name="call">What to send.</param>
    /// <param name="read">Reads the answer, for example <c>(answer, token) => answer.ReadJsonAsync(token)</c>; may run once per attempt.</param>
    /// <param name="cancellationToken">Stops waiting, sending and reading.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="ConnectorException">There is no such answer.</exception>
    public async Task<T> SendAsync<T>(Call call, Func<Answer, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        T value = default!;
        await ExecuteAsync(
            call,
            async (answer, token) =>
            {
                using (answer)
                    value = await read(answer, token);
            },
            cancellationToken);
        return value;
    }

    /// <summary>Sends a call and streams the list in its answer. Once items have been handed out a fault ends the stream; a <see cref="PageReader"/> goes on from there.</summary>
    /// <typeparam name="T">What an item becomes.</typeparam>
    /// <param name="call">What to send.</param>
    /// <param name="place">Where the list stands.</param>
    /// <param name="parse">Makes one item; what it throws becomes that item's problem.</param>
    /// <param name="cancellationToken">Stops waiting, sending and reading.</param>
    /// <returns>The items in their order, one for each in the list, read or not.</returns>
    /// <exception cref="ConnectorException">There is no such answer, or its body breaks.</exception>
    public async IAsyncEnumerable<JsonItem<T>> ReadItemsAsync<T>(Call call, JsonPlace place, JsonItemParser<T> parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(call, cancellationToken);
        await foreach (var item in answer.ReadItemsAsync(place, parse, cancellationToken))
            yield return item;
    }

    /// <summary>Walks a listing page by page, at the largest size that works.</summary>
    /// <param name="resource">Under which name the working size is remembered, for example <c>products</c>.</param>
    /// <param name="options">How the system pages.</param>
    /// <returns>The reader.</returns>
    public PageReader Pages(string resource, PageOptions options) => new(Name, resource, options, PageSizes, _logger);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    internal static string HttpClientName(string connection) => $"ErpSync:{connection}";

    private async Task ExecuteAsync(Call call, Func<Answer, CancellationToken, ValueTask> take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var origin = new AnswerOrigin(Name, call.Method.Method, call.Path, !call.IsRead, Secrets, call.Label);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(AttemptPipeline.CallKey, call);
        AttemptResult last = default;
        var attempts = 0;
        try
        {
            last = await _pipeline.ExecuteAsync(async execution => last = await AttemptAsync(execution.CancellationToken), context);
        }
        catch (BrokenCircuitException open) when (last.Fault is null)
        {
            throw new ConnectorException(origin.NotProcessed(ProblemKind.Unavailable, HttpProblemCodes.CircuitOpen, "The system was down several times in a row; nothing was sent.") with { RetryAfter = open.RetryAfter });
        }
        catch (BrokenCircuitException)
        {
            // The circuit opened between two attempts: what the last one found counts.
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        if (last.Fault is not null)
            throw last.Fault;

        async ValueTask<AttemptResult> AttemptAsync(CancellationToken token)
        {
            var result = await _sender.SendAsync(call, origin, attempts++, token);
            try
            {
                if (result.Answer is { } answer)
                    await take(answer, token);
                return result;
            }
            catch (ConnectorException fault)
            {
                return AttemptResult.Failure(fault);
            }
        }
    }
}
