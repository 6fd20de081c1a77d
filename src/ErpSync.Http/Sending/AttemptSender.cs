using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ErpSync.Http;

/// <summary>Sends one attempt of a call and judges its answer.</summary>
internal sealed class AttemptSender(
    string connection,
    ConnectionHttpOptions options,
    IHttpClientFactory clients,
    RequestMeter meter,
    RequestGate gate,
    AnswerJudge judge,
    TimeProvider time,
    ILogger logger)
{
    private readonly MessageFactory _messages = new(options.BaseAddress!);

    public async ValueTask<AttemptResult> SendAsync(Call call, AnswerOrigin origin, int retries, CancellationToken cancellationToken)
    {
        using var message = _messages.Create(call);
        if (options.Authorize is { } authorize)
            await authorize(message, cancellationToken);

        using var place = await gate.EnterAsync(cancellationToken);
        if (!call.IsRead)
            await WriteProof.EnsureAsync(call.Timeout ?? options.AttemptTimeout, cancellationToken);
        meter.Count(call.Purpose, retries > 0);
        using var activity = HttpTelemetry.Start(origin, retries);
        var started = time.GetTimestamp();
        var result = await SendAsync(message, call, origin, cancellationToken);
        var elapsed = time.GetElapsedTime(started);
        Report(activity, call, origin, result, elapsed);
        return result;
    }

    private async ValueTask<AttemptResult> SendAsync(HttpRequestMessage message, Call call, AnswerOrigin origin, CancellationToken cancellationToken)
    {
        var limit = call.Timeout ?? options.AttemptTimeout;
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        HttpResponseMessage? response = null;
        var isHandedOver = false;
        try
        {
            var client = clients.CreateClient(ConnectionClient.HttpClientName(connection));
            response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var result = await judge.JudgeAsync(response, message.RequestUri!, call, origin, limit, either.Token);
            isHandedOver = result.Answer is not null;
            return result;
        }
        catch (HttpRequestException fault) when (!cancellationToken.IsCancellationRequested)
        {
            return TransportFaults.From(fault, origin);
        }
        catch (ConnectorException fault)
        {
            return AttemptResult.Failure(fault);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            return TransportFaults.From(fault, origin, limit, deadline.IsCancellationRequested);
        }
        finally
        {
            if (!isHandedOver)
                response?.Dispose();
        }
    }

    private void Report(Activity? activity, Call call, AnswerOrigin origin, AttemptResult result, TimeSpan elapsed)
    {
        var problem = result.Fault?.Problem;
        var status = problem?.HttpStatus ?? (int?)result.Answer?.Status;
        HttpTelemetry.Finish(activity, origin, call.Purpose, status, problem?.Code, elapsed);
        if (problem is null)
            logger.Answered(connection, origin.Method, origin.Path, status ?? 0, (long)elapsed.TotalMilliseconds);
        else
            logger.Failed(connection, origin.Method, origin.Path, status ?? 0, problem.Code, (long)elapsed.TotalMilliseconds);
        if (result.Answer?.Printed is not null)
            logger.PrintedBeforeData(connection, origin.Method, origin.Path);
    }
}
