using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Sandbox.Vtiger;
using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.Vtiger;

/// <summary>A started stand-in and a client that is logged in as the administrator.</summary>
public abstract class VtigerTest : IAsyncLifetime
{
    private readonly HttpClient _http = new();

    protected VtigerTest(VtigerSandboxOptions? options = null)
    {
        options ??= new VtigerSandboxOptions();
        options.Clock = Clock;
        Crm = new VtigerSandbox(options);
    }

    protected ManualTime Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));

    protected VtigerSandbox Crm { get; }

    protected VtigerState State => Crm.State;

    protected string Session { get; set; } = "";

    public async Task InitializeAsync()
    {
        await Crm.StartAsync();
        Session = await LoginAsync(Crm.UserName, Crm.AccessKey);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await Crm.DisposeAsync();
    }

    protected async Task<string> LoginAsync(string user, string accessKey)
    {
        var challenge = await GetAsync("getchallenge", ("username", user));
        var login = await PostAsync("login", ("username", user), ("accessKey", VtigerCall.Hash(challenge.Result.GetProperty("token").GetString()!, accessKey)));
        return login.Result.GetProperty("sessionName").GetString()!;
    }

    protected Task<VtigerReply> GetAsync(string operation, params (string Name, string Value)[] parameters) => SendAsync(HttpMethod.Get, operation, parameters);

    protected Task<VtigerReply> PostAsync(string operation, params (string Name, string Value)[] parameters) => SendAsync(HttpMethod.Post, operation, parameters);

    protected Task<VtigerReply> QueryAsync(string query) => GetAsync("query", ("query", query));

    protected Task<VtigerReply> RetrieveAsync(string id) => GetAsync("retrieve", ("id", id));

    protected Task<VtigerReply> CreateAsync(string module, string element) => PostAsync("create", ("elementType", module), ("element", element));

    protected Task<VtigerReply> ReviseAsync(string element, params (string Name, string Value)[] more) => PostAsync("revise", [("element", element), .. more]);

    protected VtigerRecord Add(string module, string element, long number = 0) => State.Add(module, JsonNode.Parse(element)!.AsObject(), number);

    private async Task<VtigerReply> SendAsync(HttpMethod method, string operation, (string Name, string Value)[] parameters)
    {
        using var request = VtigerCall.Build(Crm.BaseAddress, method, [("operation", operation), .. Session.Length > 0 ? [("sessionName", Session)] : Array.Empty<(string, string)>(), .. parameters]);
        using var answer = await _http.SendAsync(request);
        return new VtigerReply(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

/// <summary>An answer.</summary>
public sealed record VtigerReply(HttpStatusCode Status, string Body)
{
    public JsonElement Json { get; } = Body.Length > 0 ? JsonDocument.Parse(Body).RootElement : default;

    public JsonElement Result => Json.GetProperty("success").GetBoolean() ? Json.GetProperty("result") : throw new InvalidOperationException(Body);

    public string Code => Json.GetProperty("error").GetProperty("code").ToString();

    public string Message => Json.GetProperty("error").GetProperty("message").GetString()!;

    public string Text(string field) => Result.GetProperty(field).ToString();
}
