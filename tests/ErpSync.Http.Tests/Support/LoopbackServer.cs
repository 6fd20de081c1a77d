using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ErpSync.Http.Tests.Support;

/// <summary>A server on this machine that answers with raw bytes, one answer per request; an empty answer closes the connection without a word.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Queue<string> _answers;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();

    public LoopbackServer(params string[] answers)
    {
        _answers = new Queue<string>(answers);
        _listener.Start();
        _ = AcceptAsync();
    }

    public List<string> Requests { get; } = [];

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api");

    public static string Ok(string body, int? length = null) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length ?? Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public void Dispose()
    {
        Close();
        _stop.Dispose();
    }

    /// <summary>From now on nobody listens.</summary>
    public void Close()
    {
        _listener.Dispose();
        _stop.Cancel();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var buffer = new byte[64 * 1024];
            while (await stream.ReadAsync(buffer) is var read and > 0)
            {
                string answer;
                lock (_gate)
                {
                    Requests.Add(Encoding.UTF8.GetString(buffer, 0, read));
                    answer = _answers.Count > 0 ? _answers.Dequeue() : "";
                }

                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
                if (answer.Length == 0 || answer.Contains("Connection: close", StringComparison.Ordinal))
                    return;
            }
        }
    }
}
