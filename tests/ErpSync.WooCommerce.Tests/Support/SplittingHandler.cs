using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ErpSync.WooCommerce.Tests;

/// <summary>Answers every request with one body, handed out a byte at a time, as a slow network may.</summary>
internal sealed class SplittingHandler(string body, string mediaType) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
    {
        RequestMessage = request,
        Content = new StreamContent(new Trickle(Encoding.UTF8.GetBytes(body))) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } },
    });

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => base.ReadAsync(buffer, offset, Math.Min(1, count), cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
