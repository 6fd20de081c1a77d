using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ErpSync.Http;

/// <summary>What a connector sees of an answer when it looks for its system's own errors: status, headers and the opening of the body.</summary>
public sealed class AnswerHead
{
    internal AnswerHead(AnswerOrigin origin, HttpResponseMessage response, ReadOnlyMemory<byte> opening, bool isWholeBody)
    {
        Origin = origin;
        Status = response.StatusCode;
        Headers = response.Headers;
        ContentType = response.Content.Headers.ContentType?.MediaType;
        Opening = opening;
        IsWholeBody = isWholeBody;
    }

    /// <summary>Which request it answers.</summary>
    public AnswerOrigin Origin { get; }

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The headers.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The media type without parameters, for example <c>application/json</c>; null when the answer names none.</summary>
    public string? ContentType { get; }

    /// <summary>The first bytes of the data (what PHP printed before it is left out): up to 64 KiB of a failure, up to 4 KiB or a little more of a success. Valid during the call only.</summary>
    public ReadOnlyMemory<byte> Opening { get; }

    /// <summary>True when <see cref="Opening"/> is all there is.</summary>
    public bool IsWholeBody { get; }

    /// <summary>The body as JSON, if it is whole and sound; else null. The caller disposes it.</summary>
    /// <returns>The document, or null.</returns>
    public JsonDocument? TryReadJson()
    {
        if (!IsWholeBody || Opening.IsEmpty)
            return null;
        try
        {
            return JsonDocument.Parse(Opening);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A problem of this answer, with its status and its opening as raw fragment.</summary>
    /// <param name="kind">What went wrong. For a write, Unavailable and Unreadable become OutcomeUnknown.</param>
    /// <param name="code">The connector's code, for example <c>prestashop.key-unknown</c>.</param>
    /// <param name="message">What happened; method and path are put in front, secrets are removed.</param>
    /// <returns>The problem.</returns>
    public SyncProblem Problem(ProblemKind kind, string code, string message) => Origin.Problem(kind, code, message, Opening.Span, Status);
}
