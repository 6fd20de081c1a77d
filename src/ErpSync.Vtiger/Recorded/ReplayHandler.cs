using System.Net;
using System.Text;

namespace ErpSync.Vtiger;

/// <summary>Answers every request with the recorded answer that was put in.</summary>
internal sealed class ReplayHandler : HttpMessageHandler
{
    public int Status { get; set; } = 200;

    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string? Body { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status) { RequestMessage = request, Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body ?? "")) };
        foreach (var (name, value) in Headers)
        {
            // The recorded body is decoded already, so its length and coding do not apply.
            if (string.Equals(name, "Content-Length", StringComparison.OrdinalIgnoreCase) || name.EndsWith("-Encoding", StringComparison.OrdinalIgnoreCase))
                continue;
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult(response);
    }
}
