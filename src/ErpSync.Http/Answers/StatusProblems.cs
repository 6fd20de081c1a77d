using System.Net;

namespace ErpSync.Http;

/// <summary>Judges an answer by its status alone, when the connector has nothing to say.</summary>
internal static class StatusProblems
{
    public static SyncProblem From(AnswerHead head, TimeSpan? retryAfter, bool notProcessed)
    {
        var (kind, code, message) = Judge(head);
        var problem = notProcessed ? head.Origin.NotProcessed(kind, code, message, head.Opening.Span, head.Status) : head.Problem(kind, code, message);
        return problem with { RetryAfter = retryAfter, Remedy = Remedy(code) };
    }

    private static (ProblemKind Kind, string Code, string Message) Judge(AnswerHead head)
    {
        var isWebPage = BodyOpening.IsWebPage(head.Opening.Span);
        return (int)head.Status switch
        {
            304 => (ProblemKind.Rejected, HttpProblemCodes.NotModified, "The system answered 304: nothing was changed."),
            401 => (ProblemKind.Unauthorized, HttpProblemCodes.Unauthorized, "The key was refused (401)."),
            403 when isWebPage => (ProblemKind.Denied, HttpProblemCodes.Forbidden, "A web page says 403: a firewall or the web server stands in front of the system."),
            403 => (ProblemKind.Denied, HttpProblemCodes.Forbidden, "The key lacks the right (403)."),
            404 or 410 when isWebPage => (ProblemKind.Misconfigured, HttpProblemCodes.WebPage, $"The answer is a web page ({(int)head.Status}{BodyOpening.Title(head.Opening.Span)}), not one of the system's own."),
            404 or 410 => (ProblemKind.NotFound, HttpProblemCodes.NotFound, $"There is no such record or address ({(int)head.Status})."),
            405 or 501 => (ProblemKind.Unsupported, HttpProblemCodes.NotSupported, $"The system does not offer this ({(int)head.Status})."),
            408 => (ProblemKind.Unavailable, HttpProblemCodes.TimedOut, "The system gave up waiting for the request (408)."),
            409 => (ProblemKind.Rejected, HttpProblemCodes.Conflict, "The system refused because of the record's state (409)."),
            429 => (ProblemKind.RateLimited, HttpProblemCodes.TooManyRequests, "The system asks to slow down (429)."),
            502 or 504 => (ProblemKind.Unavailable, HttpProblemCodes.GatewayError, $"A proxy could not get the system's answer ({(int)head.Status})."),
            503 when isWebPage => (ProblemKind.Unavailable, HttpProblemCodes.Unavailable, $"The system is in maintenance or overloaded (503{BodyOpening.Title(head.Opening.Span)})."),
            503 => (ProblemKind.Unavailable, HttpProblemCodes.Unavailable, "The system is not available (503)."),
            >= 500 and var status => (ProblemKind.Unavailable, HttpProblemCodes.ServerError, $"The system failed ({status})."),
            var status => (ProblemKind.Rejected, HttpProblemCodes.Rejected, $"The system refused the request ({status})."),
        };
    }

    private static string? Remedy(string code) => code switch
    {
        HttpProblemCodes.Unauthorized => "Check the key and whether it is active; some servers drop the Authorization header.",
        HttpProblemCodes.WebPage => "Check the base address and that the system's API is switched on.",
        _ => null,
    };

    /// <summary>Any redirect is a wrong address; the message names the other host at most, since the rest may hold keys.</summary>
    public static SyncProblem Redirect(AnswerOrigin origin, HttpResponseMessage response, Uri asked)
    {
        var location = response.Headers.Location;
        var target = location is null ? null : location.IsAbsoluteUri ? location : new Uri(asked, location);
        var status = (int)response.StatusCode;
        var message = target switch
        {
            null => $"The system answered with a redirect ({status}) that names no address.",
            _ when target.IdnHost != asked.IdnHost => $"The system redirects to another host ({status}, {target.IdnHost}): it knows itself under that name.",
            _ when target.Scheme != asked.Scheme => $"The system redirects from {asked.Scheme} to {target.Scheme} on {target.IdnHost} ({status}).",
            _ when target.Port != asked.Port => $"The system redirects to another port of {target.IdnHost} ({status}, {target.Port}).",
            _ => $"The system redirects to another path of {target.IdnHost} ({status}): a login or home page, or another folder.",
        };
        return origin.Problem(ProblemKind.Misconfigured, HttpProblemCodes.Redirected, message, status: response.StatusCode) with
        {
            Remedy = "Redirects are never followed. Set the base address to exactly the scheme, host, port and folder that the system is configured with.",
        };
    }

    public static bool IsRedirect(HttpStatusCode status) => (int)status is >= 300 and < 400 and not 304;
}
