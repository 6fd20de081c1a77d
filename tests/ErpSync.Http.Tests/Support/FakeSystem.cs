namespace ErpSync.Http.Tests.Support;

/// <summary>Stands in for the network: answers from a script, the last answer again and again, and remembers what was sent.</summary>
internal sealed class FakeSystem : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _script = [];
    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? _last;

    public List<(string Method, Uri Address, string Body)> Requests { get; } = [];

    public List<DateTimeOffset> Times { get; } = [];

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public FakeSystem Then(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public FakeSystem Then(Func<HttpResponseMessage> answer) => Then((_, _) => Task.FromResult(answer()));

    public FakeSystem Then(Exception fault) => Then((_, _) => Task.FromException<HttpResponseMessage>(fault));

    public FakeSystem ThenHangs() => Then(async (_, token) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, Time, token);
        throw new InvalidOperationException("Unreachable.");
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_gate)
        {
            Requests.Add((request.Method.Method, request.RequestUri!, body));
            Times.Add(Time.GetUtcNow());
            answer = _script.Count > 0 ? _last = _script.Dequeue() : _last ?? throw new InvalidOperationException("The script is empty.");
        }

        return await answer(request, cancellationToken);
    }

    // The factory disposes handlers when it rotates them; the stand-in lives as long as its test.
    protected override void Dispose(bool disposing)
    {
    }
}
