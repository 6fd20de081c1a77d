using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Sandbox.WooCommerce;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ErpSync.Sandbox;

/// <summary>
/// A stand-in of WooCommerce's REST API v3 under <c>/wp-json/wc/v3/</c>: catalogue, customers, orders, refunds, fulfilments, coupons, taxes, settings, webhooks, batches,
/// and the upload of media under <c>wp/v2/media</c>, as recorded from a live shop. Known routes that it lacks answer 501.
/// </summary>
public sealed class WooCommerceSandbox : SandboxServer
{
    private const string Api = "/wp-json/wc/v3";
    private readonly WooCommerceSandboxOptions _options;
    private readonly WooCommerceRouter _router;
    private readonly Authentication _authentication;
    private readonly List<WooCommerceDelivery> _pings = [];

    /// <summary>Builds the server without starting it.</summary>
    /// <param name="options">How it is set up; null takes the defaults.</param>
    public WooCommerceSandbox(WooCommerceSandboxOptions? options = null)
        : base(options?.Port ?? 0, options?.Clock)
    {
        _options = options ?? new WooCommerceSandboxOptions();
        State = new WooCommerceState(_options, Clock);
        Keys = new WooCommerceKeyRing(new WooCommerceKey(_options.ConsumerKey, _options.ConsumerSecret));
        _router = new WooCommerceRouter(State);
        _authentication = new Authentication(_options, Keys, Clock);
    }

    /// <summary>The consumer key with all rights.</summary>
    public string ConsumerKey => _options.ConsumerKey;

    /// <summary>Its secret.</summary>
    public string ConsumerSecret => _options.ConsumerSecret;

    /// <summary>All keys; add one with fewer rights.</summary>
    public WooCommerceKeyRing Keys { get; }

    /// <summary>The database, for seeding and inspecting.</summary>
    public WooCommerceState State { get; }

    /// <summary>Takes the deliveries that are due, pings first, with bodies as the records are now. Nothing is sent by itself.</summary>
    /// <returns>The deliveries; each is taken once.</returns>
    public IReadOnlyList<WooCommerceDelivery> TakeDeliveries()
    {
        lock (State.Gate)
        {
            List<WooCommerceDelivery> due = [.. _pings, .. State.Queue.Take(State)];
            _pings.Clear();
            return due;
        }
    }

    /// <summary>Tells the shop how a listener answered a delivery. The sixth failure in a row switches the webhook off.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="status">The status of the answer; 0 when there was none.</param>
    public void Answered(WooCommerceDelivery delivery, int status)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        lock (State.Gate)
            WebhookRecords.Answered(State, delivery.Webhook, status);
    }

    /// <inheritdoc/>
    protected override async Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        State.Root = BaseAddress;
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/wp-content/uploads/", StringComparison.Ordinal) && await FileAsync(context, path))
            return;
        if (!_options.PrettyPermalinks || !path.StartsWith("/wp-json", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/html; charset=UTF-8";
            await context.Response.WriteAsync("<!DOCTYPE html><html><head><title>Page not found</title></head><body></body></html>", context.RequestAborted);
            return;
        }

        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
        Answer answer;
        try
        {
            lock (State.Gate)
                answer = path.TrimEnd('/') == "/wp-json" ? new Answer(200, new ShopRoutes(State).Index()) : path.StartsWith("/wp-json/wp/v2/media", StringComparison.Ordinal) ? Media(context, memory.ToArray()) : Shop(context, path, memory.ToArray());
        }
        catch (RestProblem problem)
        {
            answer = Answer.Problem(problem);
        }

        await AnswerWriter.SendAsync(context, answer, BaseAddress);
    }

    private Answer Shop(HttpContext context, string path, byte[] body)
    {
        var request = context.Request;
        if (path != Api && !path.StartsWith(Api + "/", StringComparison.Ordinal))
            throw RestProblem.NoRoute();
        string[] segments = path.Length <= Api.Length + 1 ? [] : path[(Api.Length + 1)..].TrimEnd('/').Split('/');
        var method = request.Headers.TryGetValue("X-HTTP-Method-Override", out var other) && !StringValues.IsNullOrEmpty(other) ? other.ToString().ToUpperInvariant() : request.Method;
        var json = Parse(body);
        if (segments.Length > 0)
            _authentication.Check(request);
        var answer = _router.Route(new ApiCall(method, segments, request.Query, json));
        if (segments is ["webhooks"] && answer is { Status: 201, Body: JsonObject made })
            _pings.Add(WebhookRecords.Ping(made));
        return answer;
    }

    private Answer Media(HttpContext context, byte[] body)
    {
        if (!_authentication.IsApplication(context.Request))
            throw new RestProblem(401, "rest_cannot_create", "Sorry, you are not allowed to create posts as this user.");
        if (context.Request.Method != "POST")
            throw new RestProblem(501, "erpsync_sandbox_not_simulated", "This route is not simulated.");
        var name = context.Request.Headers.ContentDisposition.ToString().Split("filename=").LastOrDefault()?.Trim('"', ' ') is { Length: > 0 } given ? given : "upload.png";
        if (MediaRecords.Type(body) is not { } type)
            throw new RestProblem(500, "rest_upload_sideload_error", "Sorry, you are not allowed to upload this file type.");
        var id = MediaRecords.Add(State, body, type, name);
        return new Answer(201, new JsonObject { ["id"] = id, ["source_url"] = State.Media[id].Row.Text("src"), ["mime_type"] = type, ["media_type"] = "image" });
    }

    private async Task<bool> FileAsync(HttpContext context, string path)
    {
        (byte[] Bytes, string MediaType)? file;
        lock (State.Gate)
            file = MediaRecords.Find(State, path);
        if (file is not { } found)
            return false;
        context.Response.ContentType = found.MediaType;
        context.Response.ContentLength = found.Bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(found.Bytes, context.RequestAborted);
        return true;
    }

    private static JsonObject Parse(byte[] body)
    {
        if (body.Length == 0)
            return [];
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            throw new RestProblem(400, "rest_invalid_json", "Invalid JSON body passed.", new JsonObject { ["json_error_code"] = 4, ["json_error_message"] = "Syntax error" });
        }
    }
}
