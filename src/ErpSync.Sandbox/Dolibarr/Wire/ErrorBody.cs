using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The body of an error.</summary>
internal static class ErrorBody
{
    private static readonly string[] Stages = ["get", "route", "negotiate", "authenticate", "validate", "call", "message"];

    public static void Write(Utf8JsonWriter writer, RestException problem, bool diagnostics)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteNumber("code", problem.Status);
        writer.WriteString("message", problem.Wording);
        for (var i = 0; i < problem.Details.Count; i++)
            writer.WriteString(Numbers.Text(i), problem.Details[i]);
        writer.WriteEndObject();
        if (diagnostics)
            WriteDebug(writer, problem);
        writer.WriteEndObject();
    }

    private static void WriteDebug(Utf8JsonWriter writer, RestException problem)
    {
        var (passed, failed) = problem.Stage switch
        {
            RestStage.Setup => (0, new[] { "get", "route", "negotiate", "message" }),
            RestStage.Route => (1, ["route", "negotiate", "message"]),
            RestStage.Authenticate => (3, ["authenticate", "message"]),
            RestStage.Validate => (4, ["validate", "message"]),
            _ => (5, ["call", "message"]),
        };
        writer.WriteStartObject("debug");
        writer.WriteString("source", $"{problem.Place} at {problem.Stage.ToString().ToLowerInvariant()} stage");
        writer.WriteStartObject("stages");
        WriteNames(writer, "success", Stages[..passed]);
        WriteNames(writer, "failure", failed);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, string property, string[] names)
    {
        writer.WriteStartArray(property);
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }
}
