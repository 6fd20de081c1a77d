using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;

namespace ErpSync.Http;

/// <summary>
/// A successful answer whose body is read as it arrives, once, front to back. Dispose it.
/// Reading throws <see cref="ConnectorException"/> for a body that ends early, stops coming or is not what it should be;
/// after a write such a problem is <see cref="ProblemKind.OutcomeUnknown"/>: the system said yes, but not to what.
/// </summary>
public sealed class Answer : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly BodyReader _body;
    private readonly int _maxDocumentBytes;

    internal Answer(HttpResponseMessage response, BodyReader body, AnswerOrigin origin, string? printed, int maxDocumentBytes)
    {
        _response = response;
        _body = body;
        _maxDocumentBytes = maxDocumentBytes;
        Origin = origin;
        Printed = printed;
    }

    /// <summary>Which request it answers; makes problems that name it.</summary>
    public AnswerOrigin Origin { get; }

    /// <summary>The status: 2xx or one that the call accepts.</summary>
    public HttpStatusCode Status => _response.StatusCode;

    /// <summary>The headers, for example totals of a listing.</summary>
    public HttpResponseHeaders Headers => _response.Headers;

    /// <summary>Headers of the body, for example its type and length.</summary>
    public HttpContentHeaders ContentHeaders => _response.Content.Headers;

    /// <summary>What PHP printed before the data (a warning, a notice), at most 2,000 characters without secrets; null when nothing. The data itself is sound.</summary>
    public string? Printed { get; }

    /// <summary>Reads the next bytes of the body.</summary>
    /// <param name="buffer">Where to put them.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>How many; 0 at the end.</returns>
    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) => _body.ReadAsync(buffer, cancellationToken);

    /// <summary>Streams a list: one item at a time, with memory for one item.</summary>
    /// <typeparam name="T">What an item becomes.</typeparam>
    /// <param name="place">Where the list stands.</param>
    /// <param name="parse">Makes one item; what it throws becomes that item's problem.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The items in their order, one for each in the list, read or not.</returns>
    public IAsyncEnumerable<JsonItem<T>> ReadItemsAsync<T>(JsonPlace place, JsonItemParser<T> parse, CancellationToken cancellationToken) =>
        JsonArrayReader.ReadAsync(_body.ReadAsync, place, parse, Origin, cancellationToken);

    /// <summary>Streams a list and tells the number of all records where the body has one: see <see cref="JsonPlace.Counted"/>.</summary>
    /// <typeparam name="T">What an item becomes.</typeparam>
    /// <param name="place">Where the list and the number stand.</param>
    /// <param name="parse">Makes one item; what it throws becomes that item's problem.</param>
    /// <param name="total">Takes the number before the enumeration ends; not called when the body has none.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The items in their order, one for each in the list, read or not.</returns>
    public IAsyncEnumerable<JsonItem<T>> ReadItemsAsync<T>(JsonPlace place, JsonItemParser<T> parse, Action<long> total, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(total);
        return JsonArrayReader.ReadAsync(_body.ReadAsync, place, parse, Origin, cancellationToken, total);
    }

    /// <summary>Reads the whole body as JSON.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The document; the caller disposes it.</returns>
    public async Task<JsonDocument> ReadJsonAsync(CancellationToken cancellationToken)
    {
        using var body = await ReadWholeAsync(cancellationToken);
        return Documents.ParseJson(body, Origin);
    }

    /// <summary>Reads the whole body as XML. No document type, no outside entities; control characters that XML forbids are let through.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The document.</returns>
    public async Task<XDocument> ReadXmlAsync(CancellationToken cancellationToken)
    {
        using var body = await ReadWholeAsync(cancellationToken);
        return Documents.ParseXml(body, Origin);
    }

    /// <summary>Reads the whole body, at most the connection's largest document.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The bytes.</returns>
    public async Task<byte[]> ReadBytesAsync(CancellationToken cancellationToken)
    {
        using var body = await ReadWholeAsync(cancellationToken);
        return body.Span.ToArray();
    }

    /// <summary>Gives the connection back; what was not read is dropped.</summary>
    public void Dispose()
    {
        _body.Dispose();
        _response.Dispose();
    }

    private Task<PooledBody> ReadWholeAsync(CancellationToken cancellationToken) => PooledBody.ReadAsync(
        _body.ReadAsync,
        _response.Content.Headers.ContentLength ?? 0,
        _maxDocumentBytes,
        () => Origin.Exception(ProblemKind.Unreadable, HttpProblemCodes.BodyTooLarge, $"The body is larger than {_maxDocumentBytes} bytes.", status: Status),
        cancellationToken);
}
