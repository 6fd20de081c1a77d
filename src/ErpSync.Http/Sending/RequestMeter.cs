namespace ErpSync.Http;

/// <summary>Counts the attempts of one connection; safe for parallel use.</summary>
public sealed class RequestMeter : IRequestMeter
{
    private readonly Lock _gate = new();
    private RequestCounts _counts;

    /// <inheritdoc/>
    public RequestCounts Requests
    {
        get
        {
            lock (_gate)
                return _counts;
        }
    }

    internal void Count(RequestPurpose purpose, bool isRetry)
    {
        var isData = purpose == RequestPurpose.Data;
        lock (_gate)
            _counts += new RequestCounts(isData ? 1 : 0, isData ? 0 : 1, isRetry ? 1 : 0);
    }
}
