using System.Text;

namespace ErpSync.Sandbox.Tests.Dolibarr;

/// <summary>A running stand-in and a client with the administrator's key.</summary>
public abstract class DolibarrTest : IAsyncLifetime
{
    private HttpClient? _client;

    protected DolibarrTest(Action<DolibarrSandboxOptions>? configure = null)
    {
        var options = new DolibarrSandboxOptions { Clock = Clock };
        configure?.Invoke(options);
        Erp = new DolibarrSandbox(options);
    }

    protected TestClock Clock { get; } = new();

    protected DolibarrSandbox Erp { get; }

    protected DolibarrState State => Erp.State;

    public async Task InitializeAsync()
    {
        await Erp.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(Erp.BaseAddress, "api/index.php/") };
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        await Erp.DisposeAsync();
    }

    protected Task<Reply> Get(string path, string? key = null) => Send(HttpMethod.Get, path, null, key);

    protected Task<Reply> Post(string path, string json = "{}", string? key = null) => Send(HttpMethod.Post, path, json, key);

    protected Task<Reply> Put(string path, string json, string? key = null) => Send(HttpMethod.Put, path, json, key);

    protected Task<Reply> Delete(string path, string? key = null) => Send(HttpMethod.Delete, path, null, key);

    protected Task<Reply> Filter(string filter, string more = "") => Get($"products?sqlfilters={Uri.EscapeDataString(filter)}{more}");

    protected async Task<Reply> Send(HttpMethod method, string path, string? json, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (key != "")
            request.Headers.Add("DOLAPIKEY", key ?? Erp.ApiKey);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _client!.SendAsync(request);
        return new Reply(response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsStringAsync());
    }
}
