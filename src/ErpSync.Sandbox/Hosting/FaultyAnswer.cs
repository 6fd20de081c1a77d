using System.Text;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox;

/// <summary>Sends an answer through a fault.</summary>
internal static class FaultyAnswer
{
    private const string PhpWarning = "<br />\n<b>Warning</b>:  Undefined array key \"id_lang\" in <b>/srv/www/classes/Tools.php</b> on line <b>412</b><br />\n";

    public static async Task SendAsync(HttpContext context, Fault? fault, TimeProvider clock, Func<HttpContext, Task> answer)
    {
        switch (fault?.Kind)
        {
            case null or FaultKind.ClockJump:
                await answer(context);
                return;
            case FaultKind.Latency:
                await Task.Delay(fault.Delay, clock, context.RequestAborted);
                await answer(context);
                return;
            case FaultKind.TooManyRequests:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = ((int)Math.Ceiling(fault.Delay.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return;
            case FaultKind.ErrorBeforeCommit:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case FaultKind.MaintenancePage:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync("<!doctype html><html><head><title>Maintenance</title></head><body><h1>We'll be back soon.</h1></body></html>");
                return;
            case FaultKind.DropBeforeCommit:
                context.Abort();
                return;
            default:
                await SendAfterCommitAsync(context, fault.Kind, answer);
                return;
        }
    }

    private static async Task SendAfterCommitAsync(HttpContext context, FaultKind kind, Func<HttpContext, Task> answer)
    {
        var wire = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        await answer(context);
        context.Response.Body = wire;
        var body = buffer.ToArray();
        switch (kind)
        {
            case FaultKind.ErrorAfterCommit:
                context.Response.Clear();
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case FaultKind.DropAfterCommit:
                context.Abort();
                break;
            case FaultKind.TruncatedBody:
                context.Response.ContentLength = null;
                await wire.WriteAsync(body.AsMemory(0, body.Length / 2));
                break;
            case FaultKind.PhpWarning:
                context.Response.ContentLength = null;
                await wire.WriteAsync(Encoding.UTF8.GetBytes(PhpWarning));
                await wire.WriteAsync(body);
                break;
            default:
                throw new InvalidOperationException($"The fault {kind} has no answer.");
        }
    }
}
