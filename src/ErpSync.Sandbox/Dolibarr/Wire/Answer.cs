using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>An answer before it is written.</summary>
internal class Answer
{
    public int Status { get; init; } = 200;

    /// <summary>Writes the JSON value of the body; null when the body is <see cref="Text"/>.</summary>
    public Action<Utf8JsonWriter>? Json { get; init; }

    /// <summary>A body that is not JSON, sent as HTML; empty for none.</summary>
    public string Text { get; init; } = "";

    /// <summary>HTML printed before the JSON; null for none.</summary>
    public string? HtmlBefore { get; init; }

    /// <summary>What is left to do after a pause without the lock; null when the answer is complete.</summary>
    public Func<Answer>? Later { get; init; }

    public static Answer Of(Action<Utf8JsonWriter> json) => new() { Json = json };

    public static Answer Number(int value) => Of(writer => writer.WriteNumberValue(value));

    public static Answer String(string value) => Of(writer => writer.WriteStringValue(value));

    public static Answer Html(int status, string text) => new() { Status = status, Text = text };

    public static Answer Success(string message) => Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("success");
        writer.WriteNumber("code", 200);
        writer.WriteString("message", message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    public static Answer Error(RestException problem, bool diagnostics) => new()
    {
        Status = problem.Status,
        HtmlBefore = problem.HtmlBefore,
        Json = writer => ErrorBody.Write(writer, problem, diagnostics),
    };
}
