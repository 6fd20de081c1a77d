using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>A started store and a client that speaks to it like a plain HTTP client: no redirects followed.</summary>
internal sealed class ShopClient : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private ShopClient(PrestaShopSandbox shop)
    {
        Shop = shop;
        _http.DefaultRequestHeaders.Authorization = Basic(shop.ApiKey);
    }

    public PrestaShopSandbox Shop { get; }

    public PrestaShopState State => Shop.State;

    public static async Task<ShopClient> StartAsync(string version = "9.1.4", TimeProvider? clock = null)
    {
        var shop = new PrestaShopSandbox(new PrestaShopSandboxOptions { Version = version, Clock = clock });
        await shop.StartAsync();
        return new ShopClient(shop);
    }

    public static AuthenticationHeaderValue Basic(string key) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));

    public void UseKey(string? key) => _http.DefaultRequestHeaders.Authorization = key is null ? null : Basic(key);

    public async Task<ShopAnswer> SendAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Shop.BaseAddress, "api/" + path));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "text/xml");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(request);
    }

    public async Task<ShopAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return new ShopAnswer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString() ?? "",
            response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsByteArrayAsync());
    }

    public Task<ShopAnswer> GetAsync(string path) => SendAsync("GET", path);

    public async Task<JsonElement> JsonAsync(string path)
    {
        var answer = await GetAsync(path + (path.Contains('?') ? "&" : "?") + "output_format=JSON");
        return answer.Json;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Shop.DisposeAsync();
    }
}
