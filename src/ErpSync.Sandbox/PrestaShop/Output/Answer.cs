using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>Sends status, headers and whole bodies.</summary>
internal static class Answer
{
    public const string Xml = "text/xml;charset=utf-8";

    public const string Json = "application/json";

    /// <summary>Sets status and headers of a content answer; the hash of the body only when the body is known as a whole.</summary>
    public static void Head(HttpContext context, int status, bool json, ReadOnlyMemory<byte>? whole)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = json ? Json : Xml;
        if (whole is { } body)
            context.Response.Headers["Content-Sha1"] = Convert.ToHexStringLower(Hash(body.Span));
    }

    public static async Task SendAsync(HttpContext context, int status, string type, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.Headers["Content-Sha1"] = Convert.ToHexStringLower(Hash(body.Span));
        if (context.Request.Method != "HEAD")
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public static async Task RefuseAsync(HttpContext context, Refusal refusal, bool json)
    {
        context.Response.StatusCode = refusal.Status;
        if (refusal.NotSimulated is { } what)
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync($"Not simulated by this stand-in: {what}.", context.RequestAborted);
        }
        else if (refusal.Fatal)
        {
            Forget(context);
            context.Response.ContentType = "text/html; charset=utf-8";
        }
        else if (refusal.Errors.Length > 0)
        {
            context.Response.ContentType = json ? Json : Xml;
            if (context.Request.Method != "HEAD")
                await context.Response.Body.WriteAsync(ErrorOutput.Write(refusal.Errors, json), context.RequestAborted);
        }
    }

    /// <summary>Takes back the webservice's own headers, as when PHP ends before it.</summary>
    public static void Forget(HttpContext context)
    {
        foreach (var name in (string[])["Access-Time", "X-Powered-By", "PSWS-Version", "Execution-Time"])
            context.Response.Headers.Remove(name);
    }

    public static void Common(HttpContext context, DateTimeOffset now)
    {
        context.Response.Headers.SetCookie = "PrestaShop-5a4d0b0c=def5020; Max-Age=1728000; path=/; HttpOnly; SameSite=Lax";
        context.Response.Headers["Access-Time"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["X-Powered-By"] = "PrestaShop Webservice";
        context.Response.Headers["PSWS-Version"] = "0";
        context.Response.Headers["Execution-Time"] = "0.01";
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The webservice names its body hash Content-Sha1.")]
    private static byte[] Hash(ReadOnlySpan<byte> body) => SHA1.HashData(body);
}
