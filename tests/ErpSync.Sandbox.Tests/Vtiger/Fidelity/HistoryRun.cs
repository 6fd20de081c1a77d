using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ErpSync.Sandbox.Vtiger;
using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.Vtiger.Fidelity;

/// <summary>Replays all recordings in their order against one stand-in, once for all tests, and keeps what differs.</summary>
public sealed partial class HistoryRun : IAsyncLifetime
{
    private static readonly string[] ClerkCalls =
        ["currency-create-nonadmin", "currency-query-nonadmin", "potentials-create-ddmmyyyy-user", "potentials-create-user-format-date", "sync-application-nonadmin", "sync-products-clerk"];

    private static readonly string[] GuestCalls =
        ["describe-products-no-permission", "permission-delete-denied", "permission-query-allowed", "permission-revise-denied", "listtypes-restricted", "permission-describe-module-denied", "permission-query-module-denied"];

    private readonly HttpClient _http = new();
    private readonly ManualTime _clock = new(new DateTimeOffset(2026, 11, 22, 3, 28, 0, TimeSpan.Zero));
    private readonly VtigerSandboxOptions _options;
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);
    private string _token = "";

    public HistoryRun()
    {
        _options = new VtigerSandboxOptions { Clock = _clock, Decimals = 0, IsRepaired = true, SessionIdle = TimeSpan.FromDays(1) };
        Crm = new VtigerSandbox(_options);
    }

    public VtigerSandbox Crm { get; }

    public VtigerState State => Crm.State;

    /// <summary>Keys of the synchronisation service by type.</summary>
    public Dictionary<string, string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>What differs, by the name of the recording; empty lists for equal answers.</summary>
    public Dictionary<string, IReadOnlyList<string>> Differences { get; } = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        if (VtigerRecordings.ByName.Count == 0)
            return;
        await Crm.StartAsync();
        foreach (var word in HistoryScript.Words)
        {
            if (word[0] == '!')
                AdvanceTo(HistoryScript.Words.SkipWhile(other => other != word).First(other => other[0] != '!'));
            if (word[0] == '!')
                await HistorySteps.RunAsync(this, word);
            else if (VtigerRecordings.ByName.TryGetValue(word, out var recording))
                Differences[word] = await ReplayAsync(recording);
        }
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await Crm.DisposeAsync();
    }

    public void ForgetSessions() => _sessions.Clear();

    public Task ReviseAsync(string element) => SendAsync(HttpMethod.Post, [("operation", "revise"), ("element", element)]);

    public async Task PutAsync(string element, long number)
    {
        State.Reserve(number);
        await SendAsync(HttpMethod.Post, [("operation", "wsapp_put"), ("key", Keys["vtigerSyncLib"]), ("element", element)]);
    }

    public async Task<HttpResponseMessage> UploadAsync(string module, string element, long number, string part, string file, string type, byte[] bytes)
    {
        State.Reserve(number);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("create"), "operation" },
            { new StringContent(await SessionAsync("admin")), "sessionName" },
            { new StringContent(module), "elementType" },
            { new StringContent(element), "element" },
        };
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(content, part, file);
        return await _http.PostAsync(new Uri(Crm.BaseAddress, "webservice.php"), form);
    }

    private async Task<IReadOnlyList<string>> ReplayAsync(Recording recording)
    {
        AdvanceTo(recording.Name);
        _options.IsRepaired = !recording.Name.StartsWith("php8-unpatched", StringComparison.Ordinal);
        Seed(recording);
        using var answer = await AskAsync(recording);
        var body = await answer.Content.ReadAsStringAsync();
        var differences = new List<string>();
        if ((int)answer.StatusCode != recording.Response!.Status)
            differences.Add($"status {(int)answer.StatusCode} instead of {recording.Response.Status}: {body[..Math.Min(300, body.Length)]}");
        if (answer.Content.Headers.ContentType?.MediaType != recording.Response.MediaType)
            differences.Add($"media type {answer.Content.Headers.ContentType} instead of {recording.Response.MediaType}");
        var recorded = recording.Response.Body ?? "";
        if (body.StartsWith('\n') != recorded.StartsWith('\n') || (body.Length == 0) != (recorded.Length == 0))
            differences.Add($"the body begins otherwise: {body[..Math.Min(100, body.Length)]}");
        if (recorded.Length > 0 && body.Length > 0)
            differences.AddRange(JsonDifferences.Of(JsonDocument.Parse(recorded).RootElement, JsonDocument.Parse(body).RootElement));
        return differences;
    }

    private void AdvanceTo(string name)
    {
        if (VtigerRecordings.ByName.TryGetValue(name, out var recording) && VtigerRecordings.At(recording) > _clock.GetUtcNow())
            _clock.AdvanceTo(VtigerRecordings.At(recording));
    }

    private async Task<HttpResponseMessage> AskAsync(Recording recording)
    {
        if (recording.Name == "products-create-with-image")
            return await UploadAsync("Products", """{"productname": "With image", "productcode": "img_1", "unit_price": "1", "assigned_user_id": "19x1", "discontinued": "1"}""", 1132, "imagename[]", "dot.png", "image/png", Convert.FromBase64String(VtigerRecordings.Parse(VtigerRecordings.ByName["files-retrieve-product-image"].Response!.Body)!["result"]![0]!["filecontents"]!.GetValue<string>()));
        var parameters = Parameters(recording.Request);
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i] is ("sessionName", "REDACTED"))
                parameters[i] = ("sessionName", await SessionAsync(User(recording.Name)));
            if (parameters[i] is ("accessKey", "REDACTED"))
                parameters[i] = ("accessKey", await AnswerAsync(recording.Name, parameters));
            if (parameters[i] is ("key", "REDACTED"))
                parameters[i] = ("key", Keys.GetValueOrDefault(recording.Name.Contains("-vt", StringComparison.Ordinal) || recording.Name == "wsapp-get" ? "vtigerCRM" : "vtigerSyncLib", ""));
        }

        using var request = VtigerCall.Build(Crm.BaseAddress, new HttpMethod(recording.Request.Method), parameters);
        var answer = await _http.SendAsync(request);
        var result = VtigerRecordings.Parse(await answer.Content.ReadAsStringAsync())?["result"] as JsonObject;
        if (result?["token"] is { } token)
            _token = token.GetValue<string>();
        if (recording.Name == "wsapp-register" && result?["key"] is { } key)
            Keys["vtigerCRM"] = key.GetValue<string>();
        return answer;
    }

    /// <summary>The hash for a login; for the stale one with a challenge that another one replaced.</summary>
    private async Task<string> AnswerAsync(string name, List<(string Name, string Value)> parameters)
    {
        var user = parameters.Find(pair => pair.Name == "username").Value;
        var token = _token;
        if (name == "auth-login-stale-challenge")
        {
            token = await ChallengeAsync(user);
            await ChallengeAsync(user);
        }

        return VtigerCall.Hash(token, State.Users.First(known => known.Name == user).AccessKey);
    }

    private async Task<string> ChallengeAsync(string user)
    {
        using var request = VtigerCall.Build(Crm.BaseAddress, HttpMethod.Get, [("operation", "getchallenge"), ("username", user)]);
        using var answer = await _http.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["result"]!["token"]!.GetValue<string>();
    }

    private async Task<string> SessionAsync(string user)
    {
        if (_sessions.TryGetValue(user, out var known))
            return known;
        var token = await ChallengeAsync(user);
        using var request = VtigerCall.Build(Crm.BaseAddress, HttpMethod.Post, [("operation", "login"), ("username", user), ("accessKey", VtigerCall.Hash(token, State.Users.First(known => known.Name == user).AccessKey))]);
        using var answer = await _http.SendAsync(request);
        return _sessions[user] = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["result"]!["sessionName"]!.GetValue<string>();
    }

    private async Task SendAsync(HttpMethod method, List<(string Name, string Value)> parameters)
    {
        parameters.Add(("sessionName", await SessionAsync("admin")));
        using var request = VtigerCall.Build(Crm.BaseAddress, method, parameters);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Adds records that the recorded server had and no recording made.</summary>
    private void Seed(Recording recording)
    {
        var text = Uri.UnescapeDataString((recording.Request.Query + " " + recording.Request.Body).Replace('+', ' '));
        var isWrite = recording.Name == "products-create-with-image" || text.Contains("operation=create", StringComparison.Ordinal) || text.Contains("operation=convertlead", StringComparison.Ordinal) || text.Contains("wsapp_put", StringComparison.Ordinal);
        if (recording.Name is not "sync-salesorders" && !recording.Name.StartsWith("describe", StringComparison.Ordinal))
            text += isWrite ? "" : recording.Response!.Body;
        foreach (var id in Id().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal))
            HistorySeeds.Add(State, id);
        if (isWrite && FirstMade().Match(recording.Response!.Body ?? "") is { Success: true } made)
            State.Reserve(long.Parse(made.Groups["number"].Value, CultureInfo.InvariantCulture));
    }

    private static List<(string Name, string Value)> Parameters(RecordedRequest request)
    {
        var text = request.Method == "GET" ? request.Query : request.Body ?? "";
        return [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => (Decode(pair[0]), pair.Length > 1 ? Decode(pair[1]) : ""))];
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string User(string name) =>
        ClerkCalls.Contains(name, StringComparer.Ordinal) || name.StartsWith("permission-private", StringComparison.Ordinal) || name == "permission-assign-to-other" ? "clerk"
        : GuestCalls.Contains(name, StringComparer.Ordinal) ? "guest" : "admin";

    [GeneratedRegex(@"\b\d{1,2}x\d+\b", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"""(id|Accounts|Contacts)"":""(10|11|12|13|14|15|2|26|4|5|6|7|8)x(?<number>\d+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstMade();
}
