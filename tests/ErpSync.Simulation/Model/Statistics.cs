namespace ErpSync.Simulation.Model;

/// <summary>What happened in a history.</summary>
internal sealed class Statistics
{
    public long Edits { get; set; }

    public long Crashes { get; set; }

    public long Faults { get; set; }

    public long Conflicts { get; set; }

    public long Duplicates { get; set; }

    public long LostEdits { get; set; }

    public long Unguardable { get; set; }

    public long Signals { get; set; }

    public void Add(Statistics other)
    {
        Edits += other.Edits;
        Crashes += other.Crashes;
        Faults += other.Faults;
        Conflicts += other.Conflicts;
        Duplicates += other.Duplicates;
        LostEdits += other.LostEdits;
        Unguardable += other.Unguardable;
        Signals += other.Signals;
    }
}
