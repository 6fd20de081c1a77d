namespace ErpSync.Simulation.Model;

/// <summary>All chance of a history: the same seed gives the same throws on every machine.</summary>
internal sealed class Dice(long seed)
{
    private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL) ^ 0xD1B54A32D192ED03UL;

    /// <summary>A number from 0 to <paramref name="sides"/> - 1.</summary>
    public int Next(int sides) => (int)(Draw() % (ulong)sides);

    /// <summary>A number between two others, both inclusive.</summary>
    public int Between(int least, int most) => least + Next(most - least + 1);

    /// <summary>True so many times in a thousand.</summary>
    public bool Chance(int perMille) => perMille > 0 && Next(1000) < perMille;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    private ulong Draw()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
