using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Writes answers as WordPress does: chosen fields, links, totals in headers.</summary>
internal static class AnswerWriter
{
    public static async Task SendAsync(HttpContext context, Answer answer, Uri root)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = "application/json; charset=UTF-8";
        response.Headers.CacheControl = "no-cache, must-revalidate, max-age=0, no-store, private";
        if (answer.Items is not null)
        {
            response.Headers["X-WP-Total"] = answer.Total.ToString(CultureInfo.InvariantCulture);
            response.Headers["X-WP-TotalPages"] = answer.Pages.ToString(CultureInfo.InvariantCulture);
        }

        var fields = answer.Status < 400 && context.Request.Query["_fields"].ToString() is { Length: > 0 } text ? text.Split(',').Where(name => !name.Contains('.', StringComparison.Ordinal) || name.StartsWith("billing.", StringComparison.Ordinal)).Select(name => name.Split('.')[0]).ToHashSet(StringComparer.Ordinal) : null;
        using var memory = new MemoryStream();
        await using (var json = new Utf8JsonWriter(memory))
        {
            if (answer.Items is { } items)
            {
                json.WriteStartArray();
                foreach (var item in items)
                    WriteObject(json, item, fields, null);
                json.WriteEndArray();
            }
            else if (answer.Body is JsonObject single)
            {
                WriteObject(json, single, fields, answer.Self is { } self ? new Uri(root, "wp-json/wc/v3/" + self).AbsoluteUri : null);
            }
            else
            {
                (answer.Body ?? new JsonArray()).WriteTo(json);
            }
        }

        if (HttpMethods.IsHead(context.Request.Method))
            return;
        memory.Position = 0;
        response.ContentLength = memory.Length;
        await memory.CopyToAsync(response.Body, context.RequestAborted);
    }

    private static void WriteObject(Utf8JsonWriter json, JsonObject item, HashSet<string>? fields, string? self)
    {
        json.WriteStartObject();
        foreach (var (name, value) in item)
        {
            if (fields?.Contains(name) == false)
                continue;
            json.WritePropertyName(name);
            if (value is null)
                json.WriteNullValue();
            else
                value.WriteTo(json);
        }

        // On single objects the links come along whatever fields are asked for.
        if (self is not null)
        {
            json.WriteStartObject("_links");
            json.WriteStartArray("self");
            json.WriteStartObject();
            json.WriteString("href", self);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
