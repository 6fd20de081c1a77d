using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>
/// Writes many records in one request. Errors of single elements, which come inside an answer of 200, are taken apart. After a failure of the whole request what was stored
/// is looked for first, and only the rest is sent again, in halves; what a server may still be working on (a time-out) is not sent again.
/// </summary>
internal sealed class BatchSender(WooClient client, WooCommerceOptions options)
{
    private readonly ConcurrentDictionary<string, int> _sizes = new(StringComparer.Ordinal);

    /// <param name="path">The collection, for example <c>products</c>.</param>
    /// <param name="part"><c>create</c>, <c>update</c> or <c>delete</c>.</param>
    /// <param name="items">What to send.</param>
    /// <param name="look">Finds what was stored of some items after a failure: the row under the place of each that was found.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    public async Task<BatchEntry[]> SendAsync(
        string path, string part, IReadOnlyList<JsonNode> items, Func<IReadOnlyList<int>, CancellationToken, Task<IReadOnlyDictionary<int, JsonElement>>> look, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var results = new BatchEntry[items.Count];
        var waiting = new Stack<List<int>>(Enumerable.Range(0, items.Count).Chunk(Size(path)).Select(chunk => chunk.ToList()).Reverse());
        while (waiting.TryPop(out var places))
        {
            if (places.Count > Size(path))
            {
                Split(waiting, places);
                continue;
            }

            try
            {
                await SendSomeAsync(path, part, items, places, results, cancellationToken);
            }
            catch (ConnectorException fault)
            {
                await RecoverAsync(path, part, places, fault.Problem, results, look, waiting, cancellationToken);
            }
        }

        return results;
    }

    private async Task SendSomeAsync(string path, string part, IReadOnlyList<JsonNode> items, List<int> places, BatchEntry[] results, CancellationToken cancellationToken)
    {
        var body = new JsonObject { [part] = new JsonArray([.. places.Select(place => items[place].DeepClone())]) };
        var answer = await client.PostAsync($"{path}/batch", body, cancellationToken);
        var rows = answer.Get(part).Items().ToList();
        if (rows.Count != places.Count)
            throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, WooCodes.BatchAnswer, $"WooCommerce answered with {rows.Count:answered} elements to a batch of {places.Count:sent}.") { Connection = client.Connection });
        for (var at = 0; at < places.Count; at++)
            results[places[at]] = Read(rows[at], part);
    }

    private BatchEntry Read(JsonElement row, string part)
    {
        if (row.Get("error") is not { ValueKind: JsonValueKind.Object } error)
            return new BatchEntry(row, null);
        var problem = WooErrors.Judge(part == "delete" ? "DELETE" : "POST", 400, error) ?? new SyncProblem(ProblemKind.Rejected, WooCodes.Rejected, $"WooCommerce refuses this ({error.Text("code")}).");
        return new BatchEntry(null, problem with { Connection = client.Connection, HttpStatus = (int?)error.Get("data").Whole("status") });
    }

    private async Task RecoverAsync(
        string path,
        string part,
        List<int> places,
        SyncProblem fault,
        BatchEntry[] results,
        Func<IReadOnlyList<int>, CancellationToken, Task<IReadOnlyDictionary<int, JsonElement>>> look,
        Stack<List<int>> waiting,
        CancellationToken cancellationToken)
    {
        if (fault.Kind != ProblemKind.OutcomeUnknown)
        {
            Fail(places, fault, results);
            return;
        }

        IReadOnlyDictionary<int, JsonElement> found;
        try
        {
            found = await look(places, cancellationToken);
        }
        catch (ConnectorException)
        {
            Fail(places, fault, results);
            return;
        }

        foreach (var (place, row) in found)
            results[place] = new BatchEntry(row, null);
        var rest = places.Where(place => !found.ContainsKey(place)).ToList();
        if (rest.Count == 0)
            return;
        var hasEnded = fault.HttpStatus == 500 || fault.Code is HttpProblemCodes.PhpFatal or HttpProblemCodes.TruncatedBody;
        if (places.Count == 1 || !hasEnded)
        {
            Fail(rest, hasEnded ? fault with { Kind = ProblemKind.Unavailable, Code = WooCodes.NotStored, Message = $"The shop failed at this record and did not store it. ({fault.Message})" } : fault, results);
            Shrink(path, places.Count);
            return;
        }

        Shrink(path, places.Count);
        Split(waiting, rest);
    }

    private static void Split(Stack<List<int>> waiting, List<int> places)
    {
        var half = Math.Max(1, (places.Count + 1) / 2);
        foreach (var chunk in places.Chunk(half).Reverse())
            waiting.Push([.. chunk]);
    }

    private static void Fail(List<int> places, SyncProblem fault, BatchEntry[] results)
    {
        foreach (var place in places)
            results[place] = new BatchEntry(null, fault);
    }

    private int Size(string path) => _sizes.TryGetValue(Family(path), out var size) ? size : options.BatchSize;

    // A size that broke is not tried again soon; the variations of all products share one.
    private void Shrink(string path, int broken)
    {
        if (broken > 1)
            _sizes[Family(path)] = Math.Min(Size(path), Math.Max(1, (broken + 1) / 2));
    }

    private static string Family(string path) => path.EndsWith("/variations", StringComparison.Ordinal) ? "variations" : path;
}
