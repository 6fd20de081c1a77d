using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ErpSync.Sandbox;

/// <summary>A stand-in of one system on Kestrel: loopback, a free port, a log of its requests and a plan of faults.</summary>
public abstract class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    /// <summary>Builds the server without starting it.</summary>
    /// <param name="port">The loopback port; 0 takes a free one.</param>
    /// <param name="clock">The clock of the simulated system; null means the machine's clock.</param>
    protected SandboxServer(int port, TimeProvider? clock)
    {
        Clock = new SkewedClock(clock ?? TimeProvider.System, Faults);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.AllowSynchronousIO = false;
            kestrel.Limits.MaxRequestBodySize = 64L * 1024 * 1024;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024; // each stand-in refuses long addresses as its own front end does
            kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>The root of the stand-in, with a trailing slash, for example <c>http://127.0.0.1:41234/</c>; known once started.</summary>
    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The clock of the simulated system: its true time plus <see cref="FaultPlan.ClockSkew"/>.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Every request that arrived, in order of arrival.</summary>
    public SandboxRequestLog Requests { get; } = new();

    /// <summary>Faults to inject into coming requests.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>Starts listening.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>A task that ends when the port is bound.</returns>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _app.StartAsync(cancellationToken);
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        BaseAddress = new Uri(addresses.First() + "/");
    }

    /// <summary>Stops listening and frees the port.</summary>
    /// <returns>A task that ends when the server is down.</returns>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Answers one request of the simulated system.</summary>
    /// <param name="context">The request and its answer; a fault may replace the answer or drop the connection after this ran.</param>
    /// <returns>A task that ends when the answer is complete.</returns>
    protected abstract Task AnswerAsync(HttpContext context);

    /// <summary>Names the operation of a request where the address does not tell it; asked before faults are chosen and the request is logged.</summary>
    /// <param name="request">The request; its body may be read as a form.</param>
    /// <returns>The name; empty unless a stand-in tells.</returns>
    protected virtual ValueTask<string> OperationAsync(HttpRequest request) => ValueTask.FromResult("");

    private async Task HandleAsync(HttpContext context)
    {
        var operation = await OperationAsync(context.Request);
        var fault = Faults.Take(context.Request, operation);
        if (fault is { Kind: FaultKind.ClockJump })
            Faults.ClockSkew = fault.Skew;
        var entry = Requests.Begin(context.Request, operation, Clock.GetUtcNow());
        context.Response.Headers.Date = Clock.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        await FaultyAnswer.SendAsync(context, fault, Clock, AnswerAsync);
        entry.Status = context.Response.StatusCode;
    }
}
