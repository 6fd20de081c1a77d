using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox;

/// <summary>The requests that a stand-in received, countable by tests; safe for parallel use.</summary>
public sealed class SandboxRequestLog
{
    private readonly Lock _gate = new();
    private readonly List<SandboxRequest> _entries = [];
    private long _total;
    private long _writes;

    /// <summary>How many requests to remember; older ones are dropped, the counts go on.</summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>How many requests arrived since the start or the last <see cref="Clear"/>.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>How many of them could have changed the system.</summary>
    public long Writes => Interlocked.Read(ref _writes);

    /// <summary>The remembered requests, oldest first: a copy.</summary>
    /// <returns>The requests.</returns>
    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_gate)
            return [.. _entries];
    }

    /// <summary>Forgets all requests and sets the counts to 0.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            Interlocked.Exchange(ref _total, 0);
            Interlocked.Exchange(ref _writes, 0);
        }
    }

    internal SandboxRequest Begin(HttpRequest request, string operation, DateTimeOffset at)
    {
        var entry = new SandboxRequest(request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", at) { Operation = operation };
        lock (_gate)
        {
            if (_entries.Count >= Capacity)
                _entries.RemoveRange(0, Math.Max(1, Capacity / 10));
            _entries.Add(entry);
            _total++;
            if (entry.IsWrite)
                _writes++;
        }

        return entry;
    }
}
