using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>The one sender of this connector: reads lists as JSON, writes XML, reads the answers of writes as XML, and notes the shop's clock and version on the way.</summary>
internal sealed class PrestaShopClient(ConnectionClient http, PrestaShopOptions options)
{
    private long _clock;

    /// <summary>The connection's name.</summary>
    public string Connection => http.Name;

    /// <summary>The settings.</summary>
    public PrestaShopOptions Options => options;

    /// <summary>Counts the requests.</summary>
    public IRequestMeter Meter => http.Meter;

    /// <summary>The shop's clock in the newest answer, UTC; null before the first answer.</summary>
    public DateTimeOffset? Clock => Interlocked.Read(ref _clock) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>The shop that every request names; null where there is only one.</summary>
    public int? Shop { get; set; } = options.ShopId;

    /// <summary>The version that the newest answer named; null before the first answer.</summary>
    public string? Version { get; private set; }

    /// <summary>Streams the records of one answer.</summary>
    public async IAsyncEnumerable<JsonItem<WireRow>> ReadAsync(Query query, PageWindow? window, RequestPurpose purpose, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var call = Call.Get(Address(query.ToString())) with { Purpose = purpose };
        using var answer = await http.SendAsync(window is { } page ? call.For(page) : call, cancellationToken);
        Note(answer);
        await foreach (var item in answer.ReadItemsAsync(JsonPlace.At(ResourceNames.List(query.Resource)).OrOne(), WireJson.Parser, cancellationToken))
            yield return item;
    }

    /// <summary>Reads a short list as a whole; a record that cannot be read fails it.</summary>
    public async Task<IReadOnlyList<WireRow>> ListAsync(Query query, RequestPurpose purpose, CancellationToken cancellationToken)
    {
        var rows = new List<WireRow>();
        await foreach (var item in ReadAsync(query, null, purpose, cancellationToken))
            rows.Add(item.Value ?? throw new ConnectorException(item.Problem!));
        return rows;
    }

    /// <summary>Reads an XML document.</summary>
    public Task<XDocument> DocumentAsync(string path, RequestPurpose purpose, CancellationToken cancellationToken) =>
        XmlAsync(Call.Get(Address(path)) with { Purpose = purpose }, cancellationToken);

    /// <summary>The walker of a listing that goes on after the last id it delivered.</summary>
    public PageReader Pages(string memory, PageOptions page) => http.Pages(memory, page);

    /// <summary>Creates records in one request.</summary>
    public async Task<IReadOnlyList<WireRow>> PostAsync(string resource, IEnumerable<XElement> records, RequestPurpose purpose, CancellationToken cancellationToken) =>
        WireXml.Rows(await XmlAsync(Call.Post(Address($"api/{resource}"), XmlBody.Content(XmlBody.Bytes(records))) with { Purpose = purpose }, cancellationToken));

    /// <summary>Changes fields of records in one request; every record names its id.</summary>
    public Task<XDocument> PatchAsync(string resource, IEnumerable<XElement> records, CancellationToken cancellationToken) =>
        ChangeAsync("PATCH", resource, records, cancellationToken);

    /// <summary>Replaces records in one request; every record names its id.</summary>
    public Task<XDocument> PutAsync(string resource, IEnumerable<XElement> records, CancellationToken cancellationToken) =>
        ChangeAsync("PUT", resource, records, cancellationToken);

    /// <summary>Deletes records in one request: all or, where one is missing, none.</summary>
    public async Task DeleteAsync(string resource, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var target = ids.Count == 1 ? $"/{ids.First().ToString(CultureInfo.InvariantCulture)}" : $"/?id=[{string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))}]";
        using var answer = await http.SendAsync(Call.Delete(Address($"api/{resource}{target}")) with { Expects = ExpectedBody.Any, Idempotent = true }, cancellationToken);
        Note(answer);
    }

    /// <summary>Sends a picture.</summary>
    public Task<XDocument> UploadAsync(string path, Func<HttpContent> content, CancellationToken cancellationToken) =>
        XmlAsync(Call.Post(Address(path), content), cancellationToken);

    /// <summary>Fetches a picture.</summary>
    public Task<byte[]> DownloadAsync(string path, CancellationToken cancellationToken) =>
        http.SendAsync(Call.Get(Address(path)) with { Expects = ExpectedBody.File }, (answer, token) => answer.ReadBytesAsync(token), cancellationToken);

    /// <summary>Fetches a page of the shop front, which takes no key.</summary>
    public Task<byte[]> FrontAsync(string path, CancellationToken cancellationToken) =>
        http.SendAsync(Call.Get(path) with { Expects = ExpectedBody.File }, (answer, token) => answer.ReadBytesAsync(token), cancellationToken);

    /// <summary>Asks for the root with the key in the address: tells a dropped header from a refused key.</summary>
    public async Task TryKeyInQueryAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.SendAsync(Call.Get($"api/?{PrestaShopAddress.KeyParameter}{options.ApiKey}") with { Purpose = RequestPurpose.Reference, Expects = ExpectedBody.Xml }, cancellationToken);
        Note(answer);
    }

    private Task<XDocument> ChangeAsync(string method, string resource, IEnumerable<XElement> records, CancellationToken cancellationToken)
    {
        var content = XmlBody.Content(XmlBody.Bytes(records));
        var call = options.MethodOverride ? Call.Post(Address(Parameter($"api/{resource}", "ps_method", method)), content)
            : method == "PUT" ? Call.Put(Address($"api/{resource}"), content)
            : Call.Patch(Address($"api/{resource}"), content);
        return XmlAsync(call, cancellationToken);
    }

    private Task<XDocument> XmlAsync(Call call, CancellationToken cancellationToken) => http.SendAsync(
        call with { Expects = ExpectedBody.Xml },
        (answer, token) =>
        {
            Note(answer);
            return answer.ReadXmlAsync(token);
        },
        cancellationToken);

    private string Address(string path)
    {
        if (Shop is { } shop)
            path = Parameter(path, "id_shop", shop.ToString(CultureInfo.InvariantCulture));
        return options.KeyInQuery ? Parameter(path, "ws_key", options.ApiKey) : path;
    }

    private static string Parameter(string path, string name, string value) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}";

    private void Note(Answer answer)
    {
        if (answer.Headers.Date is { } date)
            Interlocked.Exchange(ref _clock, date.UtcTicks);
        if (answer.Headers.TryGetValues("PSWS-Version", out var versions))
            Version = versions.FirstOrDefault();
    }
}
