using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>An answer before it is sent; without a body a fatal error of PHP.</summary>
internal sealed record Answer(int Status, JsonNode? Body)
{
    /// <summary>Whether a content type of JSON was already set when PHP died.</summary>
    public bool IsJson { get; init; } = true;

    /// <summary>An empty line before the JSON, as files of the server's own code leave it.</summary>
    public bool HasLeadingLine { get; init; }

    public static Answer Success(JsonNode? result) => new(200, new JsonObject { ["success"] = true, ["result"] = result });

    public static Answer Failure(VtigerProblem problem) => new(200, new JsonObject
    {
        ["success"] = false,
        ["error"] = new JsonObject { ["message"] = problem.Message, ["code"] = problem.Code == "0" ? JsonValue.Create(0) : JsonValue.Create(problem.Code) },
    });

    public static Answer Fatal(bool isJson = false) => new(500, null) { IsJson = isJson };

    public static Answer NotSimulated(string what) => new(501, new JsonObject
    {
        ["success"] = false,
        ["error"] = new JsonObject { ["message"] = $"The stand-in does not simulate {what}.", ["code"] = "ERPSYNC_SANDBOX_NOT_SIMULATED" },
    });
}
