using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Vtiger;

/// <summary>
/// Judges errors by code. vtiger answers 200 with <c>success: false</c>; the code is a text, except for duplicates, whose code is the number 0.
/// A fatal error of PHP is a 500 with an empty body and mostly means a value that vtiger cannot take.
/// </summary>
internal static class VtigerErrors
{
    /// <summary>Judges every answer for the transport.</summary>
    public static SyncProblem? ReadProblem(AnswerHead head)
    {
        if (head.Status == System.Net.HttpStatusCode.RequestUriTooLong)
            return head.Problem(ProblemKind.Rejected, VtigerCodes.UrlTooLong, "The query is longer than the web server of the CRM takes.");
        if (!IsEnvelope(head.Opening.Span))
            return null;
        using var document = Whole(head.Opening);
        return document is not null && document.RootElement.Get("success").ValueKind == JsonValueKind.False ? Of(head, document.RootElement.Get("error")) : null;
    }

    /// <summary>Judges an error object.</summary>
    public static (ProblemKind Kind, string Code, string Message, string? Field, string? Remedy) Judge(JsonElement error, bool isWrite)
    {
        var (code, message) = (error.Text("code") ?? "", Shortened(error.Text("message") ?? ""));
        return code switch
        {
            "AUTHENTICATION_REQUIRED" or "INVALID_SESSIONID" or "SESSION_EXPIRED" or "SESSION_LEFT_IDLE" => (ProblemKind.Unauthorized, VtigerCodes.SessionLost, "The session has ended.", null, null),
            "INVALID_AUTH_TOKEN" => (ProblemKind.Unauthorized, VtigerCodes.ChallengeLost, "The challenge of the login is unknown or expired.", null, null),
            "INVALID_USER_CREDENTIALS" or "AUTHENTICATION_FAILURE" => (ProblemKind.Unauthorized, VtigerCodes.LoginRefused, "vtiger refuses the login.", null, null),
            "ACCESS_DENIED" => (ProblemKind.Denied, VtigerCodes.AccessDenied, $"vtiger denies access ({message}).", null, "Missing records, records of other owners and modules without right all answer so: check role, sharing and profile of the user."),
            "INVALID_ID_ATTRIBUTE" or "INVALID_MODULE_NAME" => (ProblemKind.NotFound, VtigerCodes.WrongModule, $"There is no such record in this module ({message}).", null, null),
            "RECORD_NOT_FOUND" or "RECORD_DELETED" => (ProblemKind.NotFound, VtigerCodes.NotFound, "vtiger has no such record.", null, null),
            "MANDATORY_FIELDS_MISSING" => (ProblemKind.Rejected, VtigerCodes.FieldMissing, $"A mandatory field is missing: {message}.", Missing(message), "Give the field a default in the option Defaults."),
            "REFERENCE_INVALID" => (ProblemKind.Rejected, VtigerCodes.ReferenceInvalid, $"A reference points at a record of the wrong module ({message}).", null, null),
            "QUERY_SYNTAX_ERROR" => (ProblemKind.Rejected, VtigerCodes.Query, $"vtiger does not understand the query ({message}).", null, null),
            "CURRENCY_INACTIVE" => (ProblemKind.Rejected, VtigerCodes.CurrencyInactive, "The currency is not active in vtiger.", "currency_id", "Activate it under Settings, Currencies."),
            "LEAD_ALREADY_CONVERTED" => (ProblemKind.Rejected, VtigerCodes.LeadConverted, "The lead was converted before.", null, null),
            "0" or "DUPLICATE_RECORD" or "DUPLICATE_RECORD_FOUND" when code != "0" || message.Contains("uplicate", StringComparison.Ordinal) =>
                (ProblemKind.Duplicate, VtigerCodes.Duplicate, "vtiger holds another record with a value that must not occur twice; it compares without case, accents and blanks at the end, also with records that the user cannot see.", null, null),
            "DATABASE_QUERY_ERROR" or "INTERNAL_SERVER_ERROR" => (isWrite ? ProblemKind.OutcomeUnknown : ProblemKind.Rejected, VtigerCodes.Failed, $"vtiger failed inside ({code}).", null, null),
            _ => (ProblemKind.Rejected, VtigerCodes.Rejected, $"vtiger refuses this ({code}: {message}).", null, null),
        };
    }

    private static SyncProblem Of(AnswerHead head, JsonElement error)
    {
        var (kind, code, message, field, remedy) = Judge(error, head.Origin.IsWrite);
        return head.Problem(kind, code, message) with { Field = field, Remedy = remedy };
    }

    /// <summary>The first JSON value of a body; what PHP prints behind it is left out. Null when it is not whole.</summary>
    public static JsonDocument? Whole(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(Trimmed(body).Span, isFinalBlock: true, default);
        try
        {
            return JsonDocument.TryParseValue(ref reader, out var document) ? document : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> body) => body.Span.IndexOf((byte)'{') is > 0 and <= 8 and var start ? body[start..] : body;

    private static bool IsEnvelope(ReadOnlySpan<byte> body)
    {
        var start = body.IndexOf((byte)'{');
        return start is >= 0 and <= 8 && body[(start + 1)..].TrimStart(" \t\r\n"u8).StartsWith("\"success\""u8);
    }

    private static string? Missing(string message) => message.EndsWith("does not have a value", StringComparison.Ordinal) ? message.Split(' ')[0] : null;

    private static string Shortened(string text) => text.Length <= 160 ? text : text[..160];
}
