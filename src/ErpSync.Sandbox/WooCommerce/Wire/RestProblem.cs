using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>An error as WordPress answers it.</summary>
internal sealed class RestProblem(int status, string code, string message, JsonObject? data = null) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    /// <summary>Some errors carry the bare status in place of an object.</summary>
    public bool HasBareData { get; init; }

    public JsonObject Body()
    {
        var details = new JsonObject { ["status"] = status };
        foreach (var (name, value) in data ?? [])
            details[name] = value?.DeepClone();
        return new JsonObject { ["code"] = code, ["message"] = Message, ["data"] = HasBareData ? JsonValue.Create(status) : details };
    }

    public static RestProblem NoRoute() => new(404, "rest_no_route", "No route was found matching the URL and request method.");

    public static RestProblem Missing(string parameter) =>
        new(400, "rest_missing_callback_param", $"Missing parameter(s): {parameter}", new JsonObject { ["params"] = new JsonArray(parameter) });

    public static RestProblem Invalid(string parameter, string text, string kind = "rest_invalid_type", string? place = null) =>
        new(400, "rest_invalid_param", $"Invalid parameter(s): {parameter}", new JsonObject
        {
            ["params"] = new JsonObject { [parameter] = text },
            ["details"] = new JsonObject { [parameter] = new JsonObject { ["code"] = kind, ["message"] = text, ["data"] = kind == "rest_invalid_type" ? new JsonObject { ["param"] = place ?? parameter } : null } },
        });
}
