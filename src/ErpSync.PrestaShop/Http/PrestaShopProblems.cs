using System.Net;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>Turns PrestaShop's errors into problems: by the code of the leading error, because statuses mislead (500 for a bad filter, 401 for a missing right).</summary>
internal static class PrestaShopProblems
{
    /// <summary>The problem that an answer tells; null when it tells none and the status decides.</summary>
    public static SyncProblem? From(AnswerHead head) => From((int)head.Status, head.Opening.Span, head.Origin);

    /// <summary>The problem that an answer tells; null when it tells none and the status decides.</summary>
    public static SyncProblem? From(int status, ReadOnlySpan<byte> opening, AnswerOrigin origin)
    {
        if (status < 400 && !PrestaShopError.IsWhole(opening))
            return null;
        if (PrestaShopError.Leading(PrestaShopError.Read(opening)) is not { } error)
            return status == 401 ? NoKeyReceived(opening, origin) : null;
        var (kind, code, message, remedy) = Judge(error);
        return origin.Problem(kind, code, message, opening, (HttpStatusCode)status) with { Remedy = remedy, Field = kind == ProblemKind.Rejected ? FieldOf(error.Message) : null };
    }

    private static SyncProblem? NoKeyReceived(ReadOnlySpan<byte> opening, AnswerOrigin origin) =>
        !opening.StartsWith("401"u8) ? null : origin.Problem(ProblemKind.Unauthorized, PrestaShopCodes.KeyNotReceived, "The key did not reach the webservice.", opening, HttpStatusCode.Unauthorized) with
        {
            Remedy = "The web server drops the Authorization header: switch on the CGI mode of the webservice in the back office, let the web server pass the header on, or set KeyInQuery.",
        };

    private static (ProblemKind Kind, string Code, string Message, string? Remedy) Judge(PrestaShopError error) => error.Code switch
    {
        17 or 18 or 19 => (ProblemKind.Unauthorized, PrestaShopCodes.KeyMalformed, "The key has not the form of a webservice key.", "A key has exactly 32 characters; copy it from the back office (Advanced Parameters, Webservice)."),
        20 or 21 => (ProblemKind.Unauthorized, PrestaShopCodes.KeyUnknown, "The shop does not know the key, or the key is switched off.", "Compare the key with the back office (Advanced Parameters, Webservice) and enable it there."),
        22 => (ProblemKind.Misconfigured, PrestaShopCodes.WebserviceOff, "The webservice of the shop is switched off.", "Switch it on in the back office (Advanced Parameters, Webservice)."),
        25 or 26 => (ProblemKind.Denied, PrestaShopCodes.PermissionMissing, error.Message + ".", "Tick the right for this resource and method at the key in the back office (Advanced Parameters, Webservice)."),
        27 => (ProblemKind.Unsupported, PrestaShopCodes.ResourceUnknown, First(error.Message), null),
        23 or 101 => (ProblemKind.Unsupported, PrestaShopCodes.MethodUnsupported, error.Message + ".", null),
        >= 28 and <= 39 or 100 => (ProblemKind.Unsupported, PrestaShopCodes.QueryRefused, First(error.Message), null),
        41 => (ProblemKind.Rejected, PrestaShopCodes.FieldRequired, error.Message + ".", null),
        46 => (ProblemKind.Rejected, PrestaShopCodes.SaveRefused, "The shop refused to save the record without a reason.", null),
        57 or 61 => (ProblemKind.NotFound, PrestaShopCodes.NotFound, error.Message + ".", null),
        65 or 140 => (ProblemKind.Duplicate, PrestaShopCodes.DuplicateValue, error.Message + ".", null),
        > 46 and <= 78 => (ProblemKind.Rejected, PrestaShopCodes.ImageRefused, error.Message + ".", null),
        79 or 80 or 81 => (ProblemKind.Misconfigured, PrestaShopCodes.LanguageUnknown, error.Message + ".", null),
        84 or 85 => (ProblemKind.Rejected, PrestaShopCodes.FieldInvalid, error.Message, null),
        87 or 88 or 92 => (ProblemKind.NotFound, PrestaShopCodes.NotFound, error.Message + ".", null),
        93 => (ProblemKind.Rejected, PrestaShopCodes.FieldReadOnly, error.Message + ".", null),
        127 => (ProblemKind.Rejected, PrestaShopCodes.XmlRefused, "The shop could not read the XML.", null),
        131 => (ProblemKind.NotFound, PrestaShopCodes.NotInShop, error.Message + ".", null),
        132 => (ProblemKind.Denied, PrestaShopCodes.ShopDenied, error.Message + ".", "Tick the shop at the key in the back office."),
        999 => (ProblemKind.Misconfigured, PrestaShopCodes.ShopUnknown, error.Message + ".", null),
        >= 1 and <= 13 => (ProblemKind.Unavailable, PrestaShopCodes.PhpWarning, $"PHP reported: {First(error.Message)}", null),
        _ => (ProblemKind.Rejected, PrestaShopCodes.Refused, $"{First(error.Message)} (error {error.Code})", null),
    };

    // "This filter does not exist. Did you mean … The full list is …" goes on for pages.
    private static string First(string message)
    {
        var end = message.IndexOf(" Did you mean", StringComparison.Ordinal);
        end = end < 0 ? message.IndexOf(" However", StringComparison.Ordinal) : end;
        var first = end < 0 ? message : message[..end];
        return first.Length <= 300 ? first : first[..300];
    }

    /// <summary>The field in <c>Property Product->ean13 is not valid</c>, <c>property Product->name is currently</c> or <c>parameter "city" required</c>.</summary>
    internal static string? FieldOf(string message)
    {
        var arrow = message.IndexOf("->", StringComparison.Ordinal);
        var start = arrow >= 0 ? arrow + 2 : message.IndexOf("parameter \"", StringComparison.Ordinal) is var quote and >= 0 ? quote + 11 : -1;
        if (start < 0)
            return null;
        var end = start;
        while (end < message.Length && (char.IsAsciiLetterOrDigit(message[end]) || message[end] == '_'))
            end++;
        return end > start ? message[start..end] : null;
    }
}
