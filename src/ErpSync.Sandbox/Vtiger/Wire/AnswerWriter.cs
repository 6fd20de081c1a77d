using System.Text;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Writes answers as webservice.php does.</summary>
internal static class AnswerWriter
{
    public static async Task SendAsync(HttpContext context, Answer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.IsJson ? "application/json" : "text/html; charset=UTF-8";
        if (answer.Body is null)
            return;
        response.Headers.Expires = "Thu, 19 Nov 1981 08:52:00 GMT";
        response.Headers.CacheControl = "no-store, no-cache, must-revalidate";
        response.Headers.Pragma = "no-cache";
        var bytes = Encoding.ASCII.GetBytes((answer.HasLeadingLine ? "\n" : "") + PhpJson.Encode(answer.Body));
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
