using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox;

/// <summary>The faults that wait for coming requests; the first one that meets a request is used. Safe for parallel use.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, int Skipped, int Used)> _faults = [];

    /// <summary>Adds a fault behind the others.</summary>
    /// <param name="fault">The fault.</param>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
            _faults.Add((fault, 0, 0));
    }

    /// <summary>Removes all faults that are not used up.</summary>
    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }

    internal Fault? Take(HttpRequest request)
    {
        lock (_gate)
        {
            for (var i = 0; i < _faults.Count; i++)
            {
                var (fault, skipped, used) = _faults[i];
                if (!fault.Meets(request))
                    continue;
                if (skipped < fault.Skip)
                {
                    _faults[i] = (fault, skipped + 1, used);
                    continue;
                }

                if (used + 1 >= fault.Times)
                    _faults.RemoveAt(i);
                else
                    _faults[i] = (fault, skipped, used + 1);
                return fault;
            }

            return null;
        }
    }
}
