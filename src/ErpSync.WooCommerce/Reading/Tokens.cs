using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>
/// The token of a create lies in meta data, which the API cannot search: the list is gone through from the lowest id until all tokens are found. A product that was duplicated in the
/// shop bears its original's token; the lowest id is the original.
/// </summary>
internal static class Tokens
{
    public const string Key = "_erpsync_token";

    public static JsonNode Meta(string token) => new JsonObject { ["key"] = Key, ["value"] = token };

    public static string? Of(JsonElement row)
    {
        foreach (var entry in row.Get("meta_data").Items())
        {
            if (entry.Text("key") == Key)
                return entry.Text("value");
        }

        return null;
    }

    public static async Task<IReadOnlyDictionary<string, RemoteId>> FindAsync(WooSession session, string path, IReadOnlyCollection<string> tokens, Func<JsonElement, RemoteId> id, CancellationToken cancellationToken)
    {
        var wanted = tokens.ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        if (wanted.Count == 0)
            return found;
        await foreach (var item in session.Pager.ReadAsync(path, (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), cancellationToken))
        {
            if (item.Problem is not null || Of(item.Value) is not { } token || !wanted.Contains(token))
                continue;
            found.TryAdd(token, id(item.Value));
            if (found.Count == wanted.Count)
                break;
        }

        return found;
    }

    /// <summary>Looks among the newest records for those that a broken batch may have made: the row under the place of each token that was found.</summary>
    public static async Task<IReadOnlyDictionary<int, JsonElement>> LookAsync(WooClient client, string path, IReadOnlyList<int> places, Func<int, string> token, CancellationToken cancellationToken)
    {
        var rows = (await client.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}orderby=id&order=desc&per_page=100", cancellationToken)).Items();
        var byToken = rows.Select(row => (Token: Of(row), Row: row)).Where(pair => pair.Token is not null).GroupBy(pair => pair.Token!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Row, StringComparer.Ordinal);
        return places.Where(place => byToken.ContainsKey(token(place))).ToDictionary(place => place, place => byToken[token(place)]);
    }
}
