using System.Text;
using ErpSync.Sandbox.Dolibarr;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox;

/// <summary>
/// A stand-in of Dolibarr's REST API under <c>/api/index.php/</c>: products, variants, categories, prices, warehouses, stock movements, third parties, contacts, orders, invoices,
/// payments, shipments, files and the setup, as recorded from live servers. Other endpoints answer 501 as text, as an unknown endpoint does.
/// </summary>
public sealed class DolibarrSandbox : SandboxServer
{
    private const string Root = "/api/index.php";
    private static readonly string[] Versions = ["23.0.0-beta", "18.0.0"];

    private readonly DolibarrSandboxOptions _options;
    private readonly DolibarrRouter _router;

    /// <summary>Builds the server without starting it.</summary>
    /// <param name="options">How it is set up; null takes the defaults.</param>
    /// <exception cref="ArgumentException">The version is not one of those that were recorded.</exception>
    public DolibarrSandbox(DolibarrSandboxOptions? options = null)
        : base(options?.Port ?? 0, options?.Clock)
    {
        _options = options ?? new DolibarrSandboxOptions();
        if (Array.IndexOf(Versions, _options.Version) < 0)
            throw new ArgumentException($"Version {_options.Version} was not recorded; known are {string.Join(" and ", Versions)}.", nameof(options));
        State = new DolibarrState(_options, Clock);
        Keys = new DolibarrKeyRing(_options.ApiKey);
        _router = new DolibarrRouter(State);
    }

    /// <summary>The key of the administrator, for the header DOLAPIKEY.</summary>
    public string ApiKey => _options.ApiKey;

    /// <summary>All keys; add one for a user with fewer rights.</summary>
    public DolibarrKeyRing Keys { get; }

    /// <summary>The database, for seeding and inspecting.</summary>
    public DolibarrState State { get; }

    /// <inheritdoc/>
    protected override async Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers.Date = Clock.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        var answer = await AnswerOrRefuseAsync(context);
        if (answer.Later is { } later)
        {
            await Task.Delay(_options.StockWriteOverlap, TimeProvider.System, context.RequestAborted);
            lock (State.Gate)
                answer = later();
        }

        if (answer.Status == StatusCodes.Status401Unauthorized && _options.BadKeyDelay > TimeSpan.Zero)
            await Task.Delay(_options.BadKeyDelay, TimeProvider.System, context.RequestAborted);
        await AnswerWriter.SendAsync(context, answer, State);
    }

    private async Task<Answer> AnswerOrRefuseAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "";
        if (Firewall.Check(path, request.Query) is { } refusal)
            return refusal;
        string[] segments = path.StartsWith(Root + "/", StringComparison.Ordinal) ? [.. path[(Root.Length + 1)..].TrimEnd('/').Split('/')] : [];
        if (!DolibarrRouter.Knows(segments))
            return DolibarrRouter.NotSimulated;
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            if (segments is ["products"] && request.Method is "PUT" or "DELETE" or "PATCH")
                throw DolibarrRouter.Unrouted(405);
            var body = RequestBody.Parse(text, request.ContentType ?? "");
            var rights = Authentication.Check(request, Keys, State);
            lock (State.Gate)
                return _router.Route(new ApiCall(request.Method, segments, request.Query, body, rights));
        }
        catch (RestException problem)
        {
            return Answer.Error(problem, _options.Diagnostics);
        }
    }
}
