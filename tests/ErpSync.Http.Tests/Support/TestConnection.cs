using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ErpSync.Http.Tests.Support;

/// <summary>A connection named "shop" over a scripted network and a clock that moves only when told.</summary>
internal sealed class TestConnection : IDisposable
{
    public const string Key = "KEY9SECRET7VALUE5OF3THE1SHOP8000";

    private readonly ServiceProvider _provider;

    public TestConnection(Action<ConnectionHttpOptions>? configure = null)
    {
        System.Time = Time;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddErpSyncHttp("shop", options =>
        {
            options.BaseAddress = new Uri("https://shop.example/sub");
            options.Secrets.Add(Key);
            configure?.Invoke(options);
        }).ConfigurePrimaryHttpMessageHandler(() => System);
        _provider = services.BuildServiceProvider();
    }

    public FakeSystem System { get; } = new();

    public ManualTime Time { get; } = new();

    public LogCapture Log { get; } = new();

    public ConnectionClient Client => _provider.GetRequiredKeyedService<ConnectionClient>("shop");

    /// <summary>Sends the call, lets waits pass, and reads the body as text.</summary>
    public Task<string> SendAsync(Call call) => Time.DriveAsync(Client.SendAsync(call, ReadTextAsync, CancellationToken.None));

    /// <summary>Sends the call, which must fail.</summary>
    public async Task<SyncProblem> FailAsync(Call call)
    {
        var act = () => SendAsync(call);
        return (await act.Should().ThrowAsync<ConnectorException>()).Which.Problem;
    }

    public static async Task<string> ReadTextAsync(Answer answer, CancellationToken token) =>
        global::System.Text.Encoding.UTF8.GetString(await answer.ReadBytesAsync(token));

    public void Dispose() => _provider.Dispose();
}
