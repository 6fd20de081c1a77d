using ErpSync.Sandbox.Vtiger;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox;

/// <summary>
/// A stand-in of vtiger CRM's <c>webservice.php</c>: sessions, describe, VTQL, create to delete, sync, conversion of leads, related lists, documents, products with taxes and prices, and
/// orders with their lines, as recorded from a live server. What it does not simulate answers 501.
/// </summary>
public sealed class VtigerSandbox : SandboxServer
{
    private readonly VtigerSandboxOptions _options;
    private readonly VtigerRouter _router;

    /// <summary>Builds the server without starting it.</summary>
    /// <param name="options">How it is set up; null takes the defaults.</param>
    public VtigerSandbox(VtigerSandboxOptions? options = null)
        : base(options?.Port ?? 0, options?.Clock)
    {
        _options = options ?? new VtigerSandboxOptions();
        State = new VtigerState(_options, Clock);
        _router = new VtigerRouter(State);
    }

    /// <summary>The login name of the administrator.</summary>
    public string UserName => _options.UserName;

    /// <summary>The administrator's access key.</summary>
    public string AccessKey => _options.AccessKey;

    /// <summary>The database, for seeding and inspecting.</summary>
    public VtigerState State { get; }

    /// <summary>Ends every session, as when PHP's session files are collected: the next call with one answers INVALID_SESSIONID.</summary>
    public void EndSessions()
    {
        lock (State.Gate)
            State.Sessions.Clear();
    }

    /// <inheritdoc/>
    protected override async ValueTask<string> OperationAsync(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (await CallReader.ReadAsync(request)).Operation;
    }

    /// <inheritdoc/>
    protected override async Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Path.Value != "/webservice.php")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center></body></html>", context.RequestAborted);
            return;
        }

        if ((context.Request.QueryString.Value ?? "").Length > 8000)
        {
            context.Response.StatusCode = StatusCodes.Status414UriTooLong;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html><head><title>414 Request-URI Too Large</title></head><body><center><h1>414 Request-URI Too Large</h1></center></body></html>", context.RequestAborted);
            return;
        }

        var call = await CallReader.ReadAsync(context.Request);
        Answer answer;
        lock (State.Gate)
            answer = _router.Route(call);
        await AnswerWriter.SendAsync(context, answer);
    }
}
