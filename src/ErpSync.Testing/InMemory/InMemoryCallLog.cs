namespace ErpSync.Testing;

/// <summary>The requests that an <see cref="InMemorySystem"/> received, in order. Safe for parallel use.</summary>
public sealed class InMemoryCallLog
{
    private readonly Lock _lock = new();
    private readonly List<InMemoryCall> _calls = [];

    /// <summary>All requests since the last <see cref="Clear"/>, a copy.</summary>
    public IReadOnlyList<InMemoryCall> All
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>How many requests were writes.</summary>
    public int Writes => Count(call => call.IsWrite);

    /// <summary>How many requests were reads, without the beginnings of runs.</summary>
    public int Reads => Count(call => !call.IsWrite && call.Name != InMemorySystem.OpenCall);

    /// <summary>The write requests, in order.</summary>
    public IReadOnlyList<InMemoryCall> WriteCalls => [.. All.Where(call => call.IsWrite)];

    /// <summary>How many requests had a name.</summary>
    /// <param name="name">The whole name, for example <c>product.update</c>.</param>
    /// <returns>The number.</returns>
    public int Of(string name) => Count(call => call.Name == name);

    /// <summary>Forgets the requests so far; the counts of <see cref="IRequestMeter"/> go on.</summary>
    public void Clear()
    {
        lock (_lock)
            _calls.Clear();
    }

    internal void Add(InMemoryCall call)
    {
        lock (_lock)
            _calls.Add(call);
    }

    private int Count(Func<InMemoryCall, bool> wanted)
    {
        lock (_lock)
            return _calls.Count(wanted);
    }
}
