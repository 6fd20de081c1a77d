using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox;

/// <summary>The faults that wait for coming requests; the first one that meets a request is used. Safe for parallel use.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, int Skipped, int Used)> _faults = [];
    private long _clockSkew;

    /// <summary>
    /// How far the server's clock is ahead of its true time, negative when it is behind; zero unless told. It applies to everything that the server dates: modification
    /// dates, the Date header, the request log. Setting it makes the clock jump; what is stored keeps its dates. <see cref="Clear"/> leaves it as it is.
    /// </summary>
    public TimeSpan ClockSkew
    {
        get => new(Interlocked.Read(ref _clockSkew));
        set => Interlocked.Exchange(ref _clockSkew, value.Ticks);
    }

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

    internal Fault? Take(HttpRequest request, string operation)
    {
        lock (_gate)
        {
            for (var i = 0; i < _faults.Count; i++)
            {
                var (fault, skipped, used) = _faults[i];
                if (!fault.Meets(request, operation))
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
