using System.Collections.Concurrent;

namespace ErpSync.Dolibarr;

/// <summary>Prints of swept parts as a read of this process saw them, so that a first sweep need not name everything again. Safe for parallel use.</summary>
internal sealed class SweepKnowledge
{
    private readonly ConcurrentDictionary<string, string> _prints = new(StringComparer.Ordinal);

    public string? this[string key]
    {
        get => _prints.GetValueOrDefault(key);
        set
        {
            if (value is null)
                _prints.TryRemove(key, out _);
            else
                _prints[key] = value;
        }
    }
}
