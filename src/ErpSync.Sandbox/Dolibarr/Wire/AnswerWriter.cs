using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Sends answers with the server's headers.</summary>
internal static class AnswerWriter
{
    public static async Task SendAsync(HttpContext context, Answer answer, DolibarrState state)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlAllowMethods = "GET, POST, PUT, DELETE";
        response.Headers.AccessControlAllowHeaders = "Content-Type, Authorization, api_key, DOLAPIKEY, DOLAPIENTITY";
        response.Headers.XFrameOptions = "SAMEORIGIN";
        if (answer.Status == StatusCodes.Status304NotModified)
            return;
        if (answer.Json is null && answer is not ListAnswer)
        {
            response.ContentType = "text/html; charset=UTF-8";
            await response.WriteAsync(answer.Text, context.RequestAborted);
            return;
        }

        var isXml = context.Request.Headers.Accept.ToString().Contains("application/xml", StringComparison.OrdinalIgnoreCase);
        response.ContentType = isXml ? "application/xml; charset=utf-8" : "application/json; charset=utf-8";
        response.Headers.Vary = "Accept";
        response.Headers.CacheControl = "no-cache, must-revalidate";
        response.Headers.Expires = "0";
        response.Headers.XPoweredBy = "Luracast Restler v3.1.0";
        response.Headers.ContentLanguage = "en";
        if (answer.Status == 401)
            response.Headers.WWWAuthenticate = "";
        if (answer.HtmlBefore is not null)
            await response.WriteAsync(answer.HtmlBefore, context.RequestAborted);
        if (isXml)
            await SendXmlAsync(context, answer, state);
        else
            await WriteJsonAsync(response.Body, answer, state, context.RequestAborted);
    }

    private static async Task WriteJsonAsync(Stream body, Answer answer, DolibarrState state, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(body, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Indented = state.Options.Diagnostics,
            IndentSize = 4,
            NewLine = "\n",
            SkipValidation = true,
        });
        if (answer is ListAnswer list)
        {
            await list.WriteAsync(writer, state.Gate, cancellationToken);
        }
        else
        {
            lock (state.Gate)
                answer.Json!(writer);
        }

        await writer.FlushAsync(cancellationToken);
    }

    private static async Task SendXmlAsync(HttpContext context, Answer answer, DolibarrState state)
    {
        using var json = new MemoryStream();
        await WriteJsonAsync(json, answer, state, context.RequestAborted);
        using var document = JsonDocument.Parse(json.ToArray());
        await context.Response.WriteAsync(XmlBody.Of(document.RootElement), Encoding.UTF8, context.RequestAborted);
    }
}
