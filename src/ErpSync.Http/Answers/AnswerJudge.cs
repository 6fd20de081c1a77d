using System.Net;

namespace ErpSync.Http;

/// <summary>Decides whether an answer is what the call expects: status, first bytes, and the connector's own reading of errors.</summary>
internal sealed class AnswerJudge(ConnectionHttpOptions options, RequestGate gate, TimeProvider time)
{
    public async ValueTask<AttemptResult> JudgeAsync(HttpResponseMessage response, Uri asked, Call call, AnswerOrigin origin, TimeSpan readTimeout, CancellationToken cancellationToken)
    {
        var isAccepted = response.IsSuccessStatusCode || call.Accepts.Contains(response.StatusCode);
        if (!isAccepted && StatusProblems.IsRedirect(response.StatusCode))
            return AttemptResult.Failure(StatusProblems.Redirect(origin, response, asked));

        var body = new BodyReader(await response.Content.ReadAsStreamAsync(cancellationToken), origin, readTimeout, time);
        var isHandedOver = false;
        try
        {
            await body.LookAsync(isAccepted ? BodyReader.SuccessOpening : BodyReader.LargestOpening, cancellationToken);
            var printed = await SkipPrintedAsync(body, call, origin, isAccepted, cancellationToken);
            var head = new AnswerHead(origin, response, body.Opening, body.IsWholeBody);
            var result = isAccepted ? JudgeSuccess(head, call) : JudgeFailure(head, response);
            if (result is { } failure)
                return failure;
            isHandedOver = true;
            return AttemptResult.Success(new Answer(response, body, origin, printed, options.MaxDocumentBytes));
        }
        finally
        {
            if (!isHandedOver)
                body.Dispose();
        }
    }

    // Where no data is found the opening stays as it is, to be judged and shown.
    private static async ValueTask<string?> SkipPrintedAsync(BodyReader body, Call call, AnswerOrigin origin, bool isAccepted, CancellationToken cancellationToken)
    {
        var start = BodyOpening.DataStart(body.Opening.Span, call.Expects, body.IsWholeBody);
        if (start < 0 && isAccepted && !body.IsWholeBody)
        {
            await body.LookAsync(BodyReader.LargestOpening, cancellationToken);
            start = BodyOpening.DataStart(body.Opening.Span, call.Expects, body.IsWholeBody);
        }

        if (start <= 0)
            return null;
        var printed = origin.Fragment(body.Opening.Span[..start]).Trim(' ', '\t', '\r', '\n', '\uFEFF');
        body.Skip(start);
        return printed.Length == 0 ? null : printed;
    }

    private AttemptResult? JudgeSuccess(AnswerHead head, Call call)
    {
        if (AskConnector(head) is { } own)
            return AttemptResult.Failure(head.Origin.Complete(own, head.Status, null, notProcessed: false));
        if (call.Expects == ExpectedBody.Any || (int)head.Status is not (>= 200 and < 300) || head.Status == HttpStatusCode.NoContent)
            return null;

        var opening = head.Opening.Span;
        if (head.IsWholeBody && opening.Trim(" \t\r\n"u8).IsEmpty)
            return Unreadable(head, HttpProblemCodes.EmptyBody, "The body is empty where data was expected.");
        if (call.Expects == ExpectedBody.File)
            return BodyOpening.IsWebPage(opening) ? WebPage(head) : null;
        if (BodyOpening.DataStart(opening, call.Expects, head.IsWholeBody) >= 0)
            return null;
        if (BodyOpening.HasFatalError(opening))
            return Unreadable(head, HttpProblemCodes.PhpFatal, "PHP stopped while it was answering.");
        return BodyOpening.IsWebPage(opening) ? WebPage(head) : NotData(head, call.Expects);
    }

    private AttemptResult JudgeFailure(AnswerHead head, HttpResponseMessage response)
    {
        // 429 and an announced 503 come from a gate in front of the work; a bare 503 or 500 may come after it.
        var retryAfter = RetryAfter.From(response, time.GetUtcNow());
        var notProcessed = (int)head.Status == 429 || ((int)head.Status == 503 && retryAfter is not null);
        var problem = AskConnector(head) is { } own
            ? head.Origin.Complete(own, head.Status, retryAfter, notProcessed)
            : StatusProblems.From(head, retryAfter, notProcessed);
        if (notProcessed && problem.IsTransient && retryAfter is { } wait && wait <= options.MaxRetryAfter)
            gate.Pause(wait);
        return AttemptResult.Failure(problem, notProcessed: notProcessed);
    }

    private SyncProblem? AskConnector(AnswerHead head)
    {
        try
        {
            return options.ReadProblem?.Invoke(head);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // An error body that the connector cannot read is judged by its status.
            return null;
        }
    }

    private static AttemptResult WebPage(AnswerHead head) =>
        Unreadable(head, HttpProblemCodes.WebPage, $"The answer is a web page ({(int)head.Status}{BodyOpening.Title(head.Opening.Span)}) instead of data.");

    private static AttemptResult NotData(AnswerHead head, ExpectedBody expected)
    {
        var format = expected == ExpectedBody.Json ? "json" : "xml";
        if (head.ContentType is { } type && !type.Contains(format, StringComparison.OrdinalIgnoreCase))
            return Unreadable(head, HttpProblemCodes.ContentType, $"The body is {type} where {format} was expected.");
        return Unreadable(head, expected == ExpectedBody.Json ? HttpProblemCodes.MalformedJson : HttpProblemCodes.MalformedXml, $"The body does not begin as {format}.");
    }

    private static AttemptResult Unreadable(AnswerHead head, string code, string message) =>
        AttemptResult.Failure(head.Problem(ProblemKind.Unreadable, code, message));
}
