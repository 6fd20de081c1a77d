using System.Text;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>A store that speaks the PrestaShop webservice at <c>/api/</c>, with state. What it does not simulate it answers with 501, never with a guess.</summary>
public sealed class PrestaShopSandbox : SandboxServer
{
    private const int LongestRequestLine = 8192;
    private const string TooLong = "<html>\r\n<head><title>414 Request-URI Too Large</title></head>\r\n<body>\r\n<center><h1>414 Request-URI Too Large</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n";
    private readonly Admission _admission;

    /// <summary>Builds the store without starting it.</summary>
    /// <param name="options">Version, port, clock and key; null takes the defaults.</param>
    /// <exception cref="ArgumentException">The version is none of 1.7, 8 and 9.</exception>
    public PrestaShopSandbox(PrestaShopSandboxOptions? options = null)
        : base(options?.Port ?? 0, options?.Clock)
    {
        options ??= new PrestaShopSandboxOptions();
        Version = options.Version;
        Edition = Version.Split('.')[0] switch
        {
            "1" when Version.StartsWith("1.7", StringComparison.Ordinal) => Edition.V17,
            "8" => Edition.V8,
            "9" => Edition.V9,
            _ => throw new ArgumentException($"The version '{Version}' is not simulated: 1.7, 8 and 9 are.", nameof(options)),
        };
        ApiKey = options.ApiKey;
        Keys.Add(ApiKey, key => key.AllRights = true);
        State = new PrestaShopState(Edition, Clock);
        _admission = new Admission(this);
    }

    /// <summary>The simulated version, as the header PSWS-Version tells it.</summary>
    public string Version { get; }

    /// <summary>The key with every right: 32 characters, the user name of HTTP Basic.</summary>
    public string ApiKey { get; }

    /// <summary>All keys; add some with limited rights.</summary>
    public PrestaShopKeyRing Keys { get; } = new();

    /// <summary>What the store holds.</summary>
    public PrestaShopState State { get; }

    /// <summary>False answers 503 with code 22 to everything, as when the webservice is switched off in the back office.</summary>
    public bool WebserviceEnabled { get; set; } = true;

    /// <summary>True answers 503 with an HTML page to everything, as a front end does during maintenance.</summary>
    public bool Maintenance { get; set; }

    /// <summary>True loses the Authorization header, as some CGI set-ups do; ws_key in the query still works.</summary>
    public bool DropAuthorizationHeader { get; set; }

    /// <summary>The domain with its port that the store is configured for, for example <c>shop.example:8080</c>; requests to another host get a 302. Null accepts any host.</summary>
    public string? Domain { get; set; }

    internal Edition Edition { get; }

    /// <inheritdoc/>
    protected override async Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers.Date = Clock.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        var query = new PhpQuery(context.Request.QueryString.Value ?? "");
        if (Maintenance)
        {
            await PageAsync(context, 503, "<html><head><title>503 Service Temporarily Unavailable</title></head><body><center><h1>503 Service Temporarily Unavailable</h1></center></body></html>");
            return;
        }

        if (RequestLine(context).Length > LongestRequestLine)
        {
            await PageAsync(context, 414, TooLong);
            return;
        }

        if (PathOf(context, query) is not { } path)
        {
            if (await FrontOffice.AnswerAsync(context, query, State))
                return;
            await PageAsync(context, 404, "<html><head><title>404</title></head><body>Page not found</body></html>");
            return;
        }

        if (Redirect(context, query, path) is { } location)
        {
            context.Response.Headers.Location = location;
            await PageAsync(context, 302, "");
            return;
        }

        await ServeAsync(context, query, path);
    }

    private async Task ServeAsync(HttpContext context, PhpQuery query, string path)
    {
        Answer.Common(context, Clock.GetUtcNow());
        var format = query["output_format"] ?? query["io_format"] ?? context.Request.Headers["Output-Format"].FirstOrDefault() ?? context.Request.Headers["Io-Format"].FirstOrDefault();
        var json = string.Equals(format, "JSON", StringComparison.OrdinalIgnoreCase);
        var request = new ApiRequest(
            (query["ps_method"] ?? context.Request.Method).ToUpperInvariant(),
            path.Split('/', StringSplitOptions.RemoveEmptyEntries),
            query,
            json,
            $"http://{Domain ?? context.Request.Host.Value}/api");
        try
        {
            await RouteAsync(context, _admission.Admit(context, request));
        }
        catch (UnauthorizedException)
        {
            Answer.Forget(context);
            Challenge(context);
            await PageAsync(context, 401, "401 Unauthorized");
        }
        catch (Refusal refusal)
        {
            if (refusal.Status == 401 && refusal.Errors is not [{ Code: 26 }])
                Challenge(context);
            await Answer.RefuseAsync(context, refusal, json);
        }
    }

    private Task RouteAsync(HttpContext context, ApiRequest request)
    {
        if (request.Segments.Length == 0)
            return request.IsRead ? RootOutput.SendAsync(context, request, State) : throw Refusal.Unknown("writing the root");
        if (request.Resource == "images")
            return new ImagesEndpoint(State).AnswerAsync(context, request);
        var resource = Resources.Find(request.Resource) ?? throw Refusal.Unknown($"the resource '{request.Resource}'");
        if (request.IsRead)
            return new Reader(State).AnswerAsync(context, request, resource);
        if (resource is { Name: "currencies" } && request.Method == "POST")
            return new Writer(State).AnswerAsync(context, request, resource);
        if (!resource.Writes.Contains(request.Method))
            throw Refusal.Unknown($"{request.Method} on {resource.Name}");
        if (request.Method != "DELETE")
            return new Writer(State).AnswerAsync(context, request, resource);
        new Deleter(State).Answer(context, request, resource);
        return Task.CompletedTask;
    }

    /// <summary>An unknown shop or a foreign host leads to the home page, the parameters with it.</summary>
    private string? Redirect(HttpContext context, PhpQuery query, string path)
    {
        var foreign = Domain is not null && !string.Equals(Domain, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase);
        var unknownShop = query["id_shop"] is { } id && id != "all" && !(int.TryParse(id, out var shop) && State.Shops.Find(shop) is not null);
        if (!foreign && !unknownShop)
            return null;
        var rest = (context.Request.QueryString.Value ?? "").TrimStart('?').Split('&').Where(part => !part.StartsWith("id_shop=", StringComparison.Ordinal)).Prepend("url=" + path);
        return $"http://{Domain ?? context.Request.Host.Value}/?{string.Join('&', rest.Where(part => part.Length > 0))}";
    }

    private static string? PathOf(HttpContext context, PhpQuery query)
    {
        var path = context.Request.Path.Value ?? "";
        if (path == "/webservice/dispatcher.php")
            return query["url"] ?? "";
        if (path is "/api")
            return "";
        return path.StartsWith("/api/", StringComparison.Ordinal) ? path["/api/".Length..].Trim('/') : null;
    }

    private static string RequestLine(HttpContext context) => $"{context.Request.Method} {context.Request.Path.ToUriComponent()}{context.Request.QueryString.Value} HTTP/1.1";

    private static void Challenge(HttpContext context) =>
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"Welcome to PrestaShop Webservice, please enter the authentication key as the login. No password required.\"";

    private static async Task PageAsync(HttpContext context, int status, string html)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = status == 414 ? "text/html" : "text/html; charset=utf-8";
        if (html.Length > 0 && context.Request.Method != "HEAD")
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), context.RequestAborted);
    }
}
