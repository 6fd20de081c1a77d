using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Makes the bodies of a batch, sends those that could be made and puts the results in order.</summary>
internal static class Bodies
{
    public static async Task<IReadOnlyList<WriteResult<T>>> SendAsync<T, TItem>(
        WooSession session,
        string path,
        string part,
        IReadOnlyList<TItem> batch,
        Func<TItem, RemoteId?> id,
        Func<TItem, CancellationToken, Task<JsonObject>> make,
        Func<IReadOnlyList<TItem>, IReadOnlyList<int>, CancellationToken, Task<IReadOnlyDictionary<int, JsonElement>>> look,
        Func<JsonElement, TItem, Remote<T>> map,
        CancellationToken cancellationToken)
        where T : class, IEntity
    {
        cancellationToken.ThrowIfCancellationRequested();
        var results = new WriteResult<T>?[batch.Count];
        var sent = new List<(int Place, TItem Item, JsonObject Body)>(batch.Count);
        for (var place = 0; place < batch.Count; place++)
        {
            try
            {
                sent.Add((place, batch[place], await make(batch[place], cancellationToken)));
            }
            catch (ConnectorException fault)
            {
                results[place] = Results.Failed<T>(fault.Problem, id(batch[place]), session.Client.Connection);
            }
        }

        var items = sent.Select(entry => entry.Item).ToList();
        var entries = sent.Count == 0 ? [] : await session.Batches.SendAsync(path, part, [.. sent.Select(entry => entry.Body)], (places, token) => look(items, places, token), cancellationToken);
        for (var at = 0; at < entries.Length; at++)
            results[sent[at].Place] = Results.Written(entries[at], id(sent[at].Item), row => map(row, sent[at].Item), session.Client.Connection);
        return results!;
    }

    /// <summary>Deletes for good, a batch at a time; a record that is gone already is deleted.</summary>
    public static async Task<IReadOnlyList<WriteResult<T>>> DeleteAsync<T>(WooSession session, string path, IReadOnlyList<Remote<T>> batch, CancellationToken cancellationToken, Func<RemoteId, long?>? number = null)
        where T : class, IEntity
    {
        if (batch.Count == 0)
            return [];
        number ??= JsonValues.Number;
        var entries = await session.Batches.SendAsync(path, "delete", [.. batch.Select(record => (JsonNode)JsonValue.Create(number(record.Id) ?? 0))], async (places, token) =>
        {
            var wanted = places.ToDictionary(place => place, place => number(batch[place].Id) ?? 0);
            var left = new HashSet<long>();
            await foreach (var item in RowFinder.FindAsync(session, path + "?_fields=id", wanted.Values, (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), token))
                left.Add(item.Value.Whole("id") ?? 0);
            return wanted.Where(pair => !left.Contains(pair.Value)).ToDictionary(pair => pair.Key, _ => default(JsonElement));
        }, cancellationToken);
        return [.. entries.Select((entry, at) => entry.Problem is { Kind: not ProblemKind.NotFound } problem
            ? Results.Failed<T>(problem, batch[at].Id, session.Client.Connection)
            : new WriteResult<T>.Written(batch[at].Id))];
    }
}
