namespace ErpSync.Testing;

/// <summary>The faults that an <see cref="InMemorySystem"/> will play. Safe for parallel use.</summary>
public sealed class InMemoryFaults
{
    private readonly Lock _lock = new();
    private readonly List<Planned> _planned = [];

    /// <summary>Plans a fault, behind those planned before; one request plays at most one fault.</summary>
    /// <param name="fault">The fault.</param>
    public void Add(InMemoryFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock)
            _planned.Add(new Planned(fault));
    }

    /// <summary>Plans a fault; see <see cref="InMemoryFault"/>.</summary>
    /// <param name="kind">What goes wrong.</param>
    /// <param name="call">In which calls, for example <c>product.create</c> or <c>create</c>; null for any.</param>
    /// <param name="skip">How many fitting requests pass first.</param>
    /// <param name="times">How many are disturbed then.</param>
    public void Add(InMemoryFaultKind kind, string? call = null, int skip = 0, int times = 1) => Add(new InMemoryFault(kind, call) { Skip = skip, Times = times });

    /// <summary>Forgets all planned faults.</summary>
    public void Clear()
    {
        lock (_lock)
            _planned.Clear();
    }

    internal InMemoryFault? Take(string call, RemoteId? id, object? record)
    {
        lock (_lock)
        {
            foreach (var planned in _planned)
            {
                if (!planned.Fits(call, id, record))
                    continue;
                if (planned.Passed < planned.Fault.Skip)
                    planned.Passed++;
                else if (planned.Played < planned.Fault.Times)
                {
                    planned.Played++;
                    return planned.Fault;
                }
            }

            return null;
        }
    }

    private sealed class Planned(InMemoryFault fault)
    {
        public InMemoryFault Fault => fault;

        public int Passed { get; set; }

        public int Played { get; set; }

        public bool Fits(string call, RemoteId? id, object? record) =>
            (fault.Call is null || call == fault.Call || call.StartsWith(fault.Call + ".", StringComparison.Ordinal) || call.EndsWith("." + fault.Call, StringComparison.Ordinal))
            && (fault.Id is null || id is null || fault.Id == id)
            && (fault.Where is null || record is null || fault.Where(record));
    }
}
