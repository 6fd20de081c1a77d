namespace ErpSync;

/// <summary>Settings of the engine, for all pairs.</summary>
public sealed class ErpSyncOptions
{
    /// <summary>For how many days the journal, ended runs and kept plans stay; 365 unless set, at least 1. What is older can no longer be undone.</summary>
    public int JournalDays { get; set; } = 365;

    /// <summary>How many entries of the journal stay at most, the newest of the store; 5,000,000 unless set, at least 1,000.</summary>
    public long JournalEntries { get; set; } = 5_000_000;

    /// <summary>How many runs stay at most, the newest of the store; 10,000 unless set, at least 10.</summary>
    public long Runs { get; set; } = 10_000;

    /// <summary>How records that fail are tried again.</summary>
    public ParkingOptions Parking { get; } = new();

    /// <summary>When people are told.</summary>
    public NoticeOptions Notices { get; } = new();

    /// <summary>In which language, and with which words.</summary>
    public TextOptions Texts { get; } = new();

    /// <summary>Adds a line for each setting that cannot work.</summary>
    internal void Validate(ICollection<string> errors)
    {
        if (JournalDays < 1)
            errors.Add($"JournalDays is {JournalDays}; it must be at least 1.");
        if (JournalEntries < 1000)
            errors.Add($"JournalEntries is {JournalEntries}; it must be at least 1000.");
        if (Runs < 10)
            errors.Add($"Runs is {Runs}; it must be at least 10.");
        Parking.Validate(errors);
        Notices.Validate(errors);
    }
}
