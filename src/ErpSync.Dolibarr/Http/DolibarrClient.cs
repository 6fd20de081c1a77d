using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>The one sender of a Dolibarr connection: JSON in and out, 404 of a list is an empty list, refusals that were rolled back are told from unknown outcomes.</summary>
internal sealed class DolibarrClient(ConnectionClient client)
{
    private static readonly JsonPlace Enveloped = JsonPlace.At("data").Counted("pagination", "total");

    public string Connection => client.Name;

    public IRequestMeter Meter => client.Meter;

    /// <summary>Judges every answer for the transport.</summary>
    public static SyncProblem? ReadProblem(AnswerHead head)
    {
        if ((int)head.Status is >= 200 and < 300)
            return null;
        var verdict = DolibarrErrors.Judge(head.Origin.Method, head.Origin.Path, (int)head.Status, head.ContentType, Encoding.UTF8.GetString(head.Opening.Span));
        return verdict is null ? null : head.Problem(verdict.Kind, verdict.Code, verdict.Message) with { Remedy = verdict.Remedy, Field = verdict.Field };
    }

    /// <summary>Reads one document.</summary>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken, RequestPurpose purpose = RequestPurpose.Data)
    {
        using var document = await client.SendAsync(Call.Get(path) with { Purpose = purpose }, static (answer, token) => answer.ReadJsonAsync(token), cancellationToken);
        return document.RootElement.Clone();
    }

    /// <summary>Reads one document with the time that the server's answer bears.</summary>
    public async Task<(JsonElement Root, DateTimeOffset? Date)> GetWithDateAsync(string path, RequestPurpose purpose, CancellationToken cancellationToken)
    {
        using var answer = await client.SendAsync(Call.Get(path) with { Purpose = purpose }, cancellationToken);
        using var document = await answer.ReadJsonAsync(cancellationToken);
        return (document.RootElement.Clone(), answer.Headers.Date);
    }

    /// <summary>Reads one record; null when it does not exist.</summary>
    public async Task<JsonElement?> FindAsync(string path, CancellationToken cancellationToken, RequestPurpose purpose = RequestPurpose.Data)
    {
        try
        {
            return await GetAsync(path, cancellationToken, purpose);
        }
        catch (ConnectorException fault) when (IsMissing(fault))
        {
            return null;
        }
    }

    /// <summary>The values of a list, made while the answer arrives: for long lists of small things.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string path, Func<JsonElement, T> map, CancellationToken cancellationToken) =>
        await GatherAsync<List<T>>(path, (all, item) => all.Add(map(item)), cancellationToken);

    /// <summary>Gathers the values of a list while the answer arrives, so that neither its text nor its values lie in memory at once.</summary>
    public async Task<TAll> GatherAsync<TAll>(string path, Action<TAll, JsonElement> add, CancellationToken cancellationToken)
        where TAll : new()
    {
        try
        {
            return await client.SendAsync(Call.Get(path), ReadAsync, cancellationToken);
        }
        catch (ConnectorException fault) when (IsMissing(fault))
        {
            return new TAll();
        }

        async Task<TAll> ReadAsync(Answer answer, CancellationToken token)
        {
            var all = new TAll();
            await foreach (var item in answer.ReadItemsAsync(JsonPlace.Root, static (ref Utf8JsonReader row) => JsonElement.ParseValue(ref row), token))
                add(all, item.Problem is null ? item.Value : throw new ConnectorException(item.Problem));
            return all;
        }
    }

    /// <summary>Reads a short list into memory.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path, CancellationToken cancellationToken, RequestPurpose purpose = RequestPurpose.Data) =>
        await FindAsync(path, cancellationToken, purpose) is { } root ? [.. root.Items()] : [];

    /// <summary>Streams one page of a list.</summary>
    /// <param name="call">The request.</param>
    /// <param name="parse">Makes one item.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <param name="total">Takes how many rows the filter finds, where the answer tells it (<c>pagination_data</c>).</param>
    public async IAsyncEnumerable<JsonItem<T>> StreamAsync<T>(Call call, JsonItemParser<T> parse, [EnumeratorCancellation] CancellationToken cancellationToken, Action<long>? total = null)
    {
        Answer answer;
        try
        {
            answer = await client.SendAsync(call, cancellationToken);
        }
        catch (ConnectorException fault) when (IsMissing(fault))
        {
            yield break;
        }

        using (answer)
        {
            // Versions that do not know the envelope answer the bare list.
            await foreach (var item in total is null ? answer.ReadItemsAsync(JsonPlace.Root, parse, cancellationToken) : answer.ReadItemsAsync(Enveloped, parse, total, cancellationToken))
                yield return item;
        }
    }

    /// <summary>Walks a list page by page.</summary>
    public IAsyncEnumerable<T> PagesAsync<T>(string resource, int size, Func<PageWindow, CancellationToken, IAsyncEnumerable<T>> fetch, CancellationToken cancellationToken) =>
        client.Pages(resource, new PageOptions { Size = size, Style = PageStyle.Offset }).ReadAsync(fetch, cancellationToken);

    public Task<JsonElement> PostAsync(string path, JsonObject? body, CancellationToken cancellationToken) => WriteAsync(Call.Post(path, Content(body)), cancellationToken);

    public Task<JsonElement> PutAsync(string path, JsonObject body, CancellationToken cancellationToken) => WriteAsync(Call.Put(path, Content(body)), cancellationToken);

    /// <summary>Deletes; false when it is gone already.</summary>
    public async Task<bool> DeleteAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(Call.Delete(path) with { Expects = ExpectedBody.Any }, cancellationToken);
            return true;
        }
        catch (ConnectorException fault) when (IsMissing(fault))
        {
            return false;
        }
    }

    public static bool IsMissing(ConnectorException fault) => fault.Problem.Code == DolibarrCodes.NotFound;

    private async Task<JsonElement> WriteAsync(Call call, CancellationToken cancellationToken)
    {
        try
        {
            if (call.Expects == ExpectedBody.Any)
            {
                using var ignored = await client.SendAsync(call, cancellationToken);
                return default;
            }

            using var document = await client.SendAsync(call, static (answer, token) => answer.ReadJsonAsync(token), cancellationToken);
            return document.RootElement.Clone();
        }
        catch (ConnectorException fault) when (DolibarrCodes.IsRolledBack(fault.Problem.Code) && fault.Problem.Kind == ProblemKind.OutcomeUnknown)
        {
            var told = fault.Problem.Message;
            var end = told.IndexOf(" Whether it was carried out", StringComparison.Ordinal);
            throw new ConnectorException(fault.Problem with { Kind = ProblemKind.Unavailable, Message = end < 0 ? told : told[..end] }, fault);
        }
    }

    private static Func<HttpContent>? Content(JsonObject? body)
    {
        if (body is null)
            return null;
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        return () => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
