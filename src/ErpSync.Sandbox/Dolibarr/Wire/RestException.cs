namespace ErpSync.Sandbox.Dolibarr;

/// <summary>A refusal in the server's own words.</summary>
internal sealed class RestException(int status, string? message = null, params string[] details) : Exception(message ?? "")
{
    public int Status { get; } = status;

    public IReadOnlyList<string> Details { get; } = details;

    public RestStage Stage { get; init; } = RestStage.Call;

    /// <summary>The place in the server's code, for example <c>api_products.class.php:349</c>.</summary>
    public string Place { get; init; } = "api.class.php:1";

    /// <summary>HTML that the server prints before the answer; null for none.</summary>
    public string? HtmlBefore { get; init; }

    public string Wording => Phrase(Status) is var phrase && Message.Length > 0 ? phrase + ": " + Message : phrase;

    private static string Phrase(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    };
}
