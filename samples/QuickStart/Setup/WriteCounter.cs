namespace QuickStart.Setup;

/// <summary>Counts what goes over the wire, beside ErpSync's own counts.</summary>
internal sealed class WriteCounter
{
    private long _requests;
    private long _writes;

    public long Requests => Interlocked.Read(ref _requests);

    public long Writes => Interlocked.Read(ref _writes);

    public DelegatingHandler NewHandler() => new Handler(this);

    private sealed class Handler(WriteCounter counter) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref counter._requests);
            if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
                Interlocked.Increment(ref counter._writes);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
