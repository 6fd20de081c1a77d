using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Testing;

namespace ErpSync.Dolibarr.Tests;

/// <summary>
/// Recordings that nobody has seen: each recorded answer varied in memory as other versions, settings and records vary it. Data stays data to the last row, refusals stay refusals.
/// </summary>
public sealed class VariedRecordingTests
{
    private static readonly HashSet<string> NotOurs = ["swagger", "invoice-pdf-build", "invoice-pdf-public-link", "auth-login"];

    public static TheoryData<string, string> All => Recorded.All();

    [RecordingTheory]
    [MemberData(nameof(All))]
    public async Task Answer_with_other_types_or_fields_is_read_or_recognised_as_before(string folder, string name)
    {
        var recording = Recorded.Get(folder, name);
        if (recording.Response is not { Status: 200, Body: { Length: > 1 } body } || NotOurs.Contains(name) || body[0] is not ('{' or '[') || recording.Direction is not null)
            return;
        // A blank record is recognised by the empty fields that it shows.
        if (name == "thirdparty-by-email-duplicate")
            return;
        var before = await Recorded.ReadAsync(recording);
        foreach (var (what, vary) in Variations)
        {
            var node = JsonNode.Parse(body)!;
            vary(node);
            var after = await Recorded.ReadAsync(With(recording, 200, node.ToJsonString()));
            Words(after).Should().Be(Words(before), what);
        }
    }

    [RecordingTheory]
    [MemberData(nameof(All))]
    public async Task Refusal_in_other_words_stays_a_refusal(string folder, string name)
    {
        var recording = Recorded.Get(folder, name);
        if (recording.Response is not { Status: >= 400 and var status, Body: { } body } || NotOurs.Contains(name))
            return;
        var bodies = new List<string> { "", "<html><body>Bad gateway</body></html>", """{"error":{"code":STATUS,"message":"Une erreur inconnue","0":"ErreurTraduite"}}""".Replace("STATUS", $"{status}", StringComparison.Ordinal), "[]", "{}" };
        if (body.Length > 1 && body[0] == '{' && JsonNode.Parse(body) is JsonObject { } whole && whole.Remove("debug"))
            bodies.Add(whole.ToJsonString());
        foreach (var other in bodies)
        {
            var outcome = await Recorded.ReadAsync(With(recording, status, other));
            if (outcome is WireOutcome.NotApplicable)
                continue;
            var problem = outcome.Should().BeOfType<WireOutcome.Classified>(other).Subject.Problem;
            // What does not speak as Dolibarr does is told by its status alone; a 404 of something else in front of it is no missing record.
            problem.Code.Should().MatchRegex("^(dolibarr|http)[.][a-z-]+$");
            if (status == 404 && other.StartsWith('<'))
                problem.Code.Should().NotBe("dolibarr.not-found");
            if (recording.Request.Method != "GET" && status is 500 or 502 or 503 or 504 && other.Length == 0)
                problem.Kind.Should().BeOneOf([ProblemKind.OutcomeUnknown, ProblemKind.Unavailable], "nobody knows whether it was carried out");
        }
    }

    private static readonly (string What, Action<JsonNode> Vary)[] Variations =
    [
        ("numbers as text", node => Walk(node, (parent, key, value) => { if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number) parent[key] = number.ToJsonString(); })),
        ("ids as numbers", node => Walk(node, (parent, key, value) => { if (key is "id" or "rowid" or "socid" or "fk_product" or "status" or "statut" && value is JsonValue text && text.GetValueKind() == JsonValueKind.String && long.TryParse(text.GetValue<string>(), out var number)) parent[key] = number; })),
        ("fields that are null are missing", node => Walk(node, (parent, key, value) => { if (value is null) parent.Remove(key); })),
        ("null as empty text", node => Walk(node, (parent, key, value) => { if (value is null && !key.EndsWith("ids", StringComparison.OrdinalIgnoreCase) && key != "lines") parent[key] = ""; })),
        ("empty lists as null", node => Walk(node, (parent, key, value) => { if (value is JsonArray { Count: 0 } && key != "data") parent[key] = null; })),
        ("empty lists as empty objects", node => Walk(node, (parent, key, value) => { if (value is JsonArray { Count: 0 } && key != "lines" && key != "data") parent[key] = new JsonObject(); })),
        ("fields of a later version", node => Walk(node, (parent, key, _) => { if (key == "id") parent["field_of_later"] = new JsonObject { ["x"] = new JsonArray(1, "2", null) }; })),
    ];

    private static void Walk(JsonNode? node, Action<JsonObject, string, JsonNode?> visit)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Walk(item, visit);
        }
        else if (node is JsonObject map)
        {
            foreach (var (key, value) in map.ToList())
            {
                Walk(value, visit);
                visit(map, key, value);
            }
        }
    }

    private static Recording With(Recording recording, int status, string body) => recording with { Response = recording.Response! with { Status = status, Body = body } };

    private static string Words(WireOutcome outcome) => outcome switch
    {
        WireOutcome.Read read => $"read {read.Count} with {read.Problems.Count} problems {string.Join("; ", read.Problems)}",
        WireOutcome.Classified classified => classified.Problem.Code,
        WireOutcome.NotApplicable none => none.Reason,
        _ => "",
    };
}
