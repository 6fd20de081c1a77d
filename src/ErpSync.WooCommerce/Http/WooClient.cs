using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>The one sender of a WooCommerce connection. Paths are relative to <c>wc/v3</c>.</summary>
internal sealed class WooClient(ConnectionClient client)
{
    public string Connection => client.Name;

    public IRequestMeter Meter => client.Meter;

    /// <summary>Reads one document.</summary>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken, RequestPurpose purpose = RequestPurpose.Data)
    {
        using var document = await client.SendAsync(Call.Get(WooCommerceAddress.Api + path) with { Purpose = purpose }, static (answer, token) => answer.ReadJsonAsync(token), cancellationToken);
        return document.RootElement.Clone();
    }

    /// <summary>Reads the answer of <c>/wp-json/</c> with the time that it bears.</summary>
    public async Task<(JsonElement Root, DateTimeOffset? Date)> IndexAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.SendAsync(Call.Get("wp-json/?_fields=name,url,timezone_string,gmt_offset,namespaces") with { Purpose = RequestPurpose.Reference }, cancellationToken);
        using var document = await answer.ReadJsonAsync(cancellationToken);
        return (document.RootElement.Clone(), answer.Headers.Date);
    }

    /// <summary>Reads one record; null when it does not exist.</summary>
    public async Task<JsonElement?> FindAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(path, cancellationToken);
        }
        catch (ConnectorException fault) when (IsMissing(fault))
        {
            return null;
        }
    }

    /// <summary>Reads a short list into memory, page by page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path, CancellationToken cancellationToken, RequestPurpose purpose = RequestPurpose.Data)
    {
        const int Size = 100;
        var all = new List<JsonElement>();
        for (var page = 1; ; page++)
        {
            var items = (await GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}per_page={Size}&page={page}", cancellationToken, purpose)).Items().ToList();
            all.AddRange(items);
            if (items.Count < Size)
                return all;
        }
    }

    /// <summary>How many records a list has.</summary>
    public async Task<long> CountAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await client.SendAsync(Call.Get($"{WooCommerceAddress.Api}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}per_page=1&_fields=id"), cancellationToken);
        return Total(answer) ?? throw new ConnectorException(answer.Origin.Problem(ProblemKind.Unreadable, WooCodes.Unreadable, "The answer does not tell the total (X-WP-Total)."));
    }

    public Task<Answer> OpenAsync(string path, CancellationToken cancellationToken) => client.SendAsync(Call.Get(WooCommerceAddress.Api + path), cancellationToken);

    public Task<JsonElement> PostAsync(string path, JsonObject body, CancellationToken cancellationToken) => WriteAsync(Call.Post(WooCommerceAddress.Api + path, Content(body)), cancellationToken);

    public Task<JsonElement> PutAsync(string path, JsonObject body, CancellationToken cancellationToken) => WriteAsync(Call.Put(WooCommerceAddress.Api + path, Content(body)), cancellationToken);

    /// <summary>Deletes for good; false when it is gone already.</summary>
    public async Task<bool> DeleteAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.SendAsync(Call.Delete($"{WooCommerceAddress.Api}{path}?force=true") with { Expects = ExpectedBody.Any }, cancellationToken);
            return true;
        }
        catch (ConnectorException fault) when (IsMissing(fault))
        {
            return false;
        }
    }

    /// <summary>Uploads a file to the media library with the application password.</summary>
    public async Task<long> UploadAsync(byte[] bytes, string mediaType, string fileName, CancellationToken cancellationToken)
    {
        var call = Call.Post("wp-json/wp/v2/media", () => new ByteArrayContent(bytes)
        {
            Headers = { ContentType = new MediaTypeHeaderValue(mediaType), ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"\"{fileName}\"" } },
        }) with
        { Headers = [new(RequestSigner.ApplicationMark, "1")] };
        var row = await WriteAsync(call, cancellationToken);
        return row.Whole("id") ?? throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, WooCodes.Image, "The answer to the upload of a picture has no id."));
    }

    /// <summary>Fetches a file of the site.</summary>
    public async Task<byte[]> DownloadAsync(Uri address, Uri root, CancellationToken cancellationToken)
    {
        var path = address.AbsoluteUri.StartsWith(root.AbsoluteUri, StringComparison.OrdinalIgnoreCase) ? address.AbsoluteUri[root.AbsoluteUri.Length..] : address.PathAndQuery;
        return await client.SendAsync(Call.Get(path) with { Expects = ExpectedBody.File }, static (answer, token) => answer.ReadBytesAsync(token), cancellationToken);
    }

    public static long? Total(Answer answer) =>
        answer.Headers.TryGetValues("X-WP-Total", out var values) && long.TryParse(values.FirstOrDefault(), System.Globalization.CultureInfo.InvariantCulture, out var total) ? total : null;

    public static bool IsMissing(ConnectorException fault) => fault.Problem.Code == WooCodes.NotFound;

    private async Task<JsonElement> WriteAsync(Call call, CancellationToken cancellationToken)
    {
        using var document = await client.SendAsync(call, static (answer, token) => answer.ReadJsonAsync(token), cancellationToken);
        return document.RootElement.Clone();
    }

    private static Func<HttpContent> Content(JsonObject body)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        return () => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
