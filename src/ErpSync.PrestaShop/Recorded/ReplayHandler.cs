using System.Globalization;
using System.Net;
using System.Text;

namespace ErpSync.PrestaShop;

/// <summary>Answers the one request of a recorded exchange with its recorded answer.</summary>
internal sealed class ReplayHandler : HttpMessageHandler
{
    /// <summary>The status.</summary>
    public int Status { get; set; }

    /// <summary>The headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The body; binary ones as <c>base64(N bytes):…</c>.</summary>
    public string? Body { get; set; }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Bytes(Body)), RequestMessage = request };
        foreach (var (name, value) in Headers)
        {
            // Lengths and encodings describe what went over the wire, not what was recorded.
            if (name is "Content-Length" or "Transfer-Encoding" or "Connection" or "Content-Encoding")
                continue;
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult(response);
    }

    private static byte[] Bytes(string? body)
    {
        if (body is null)
            return [];
        var end = body.StartsWith("base64(", StringComparison.Ordinal) ? body.IndexOf("):", StringComparison.Ordinal) : -1;
        if (end < 0)
            return Encoding.UTF8.GetBytes(body);
        var text = string.Concat(body[(end + 2)..].TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '/'));
        var whole = text[..(text.Length / 4 * 4)];
        return Convert.TryFromBase64Chars(whole, new byte[whole.Length], out _) ? Convert.FromBase64String(whole) : Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"binary {text.Length}"));
    }
}
