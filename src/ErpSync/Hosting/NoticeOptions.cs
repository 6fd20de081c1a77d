namespace ErpSync;

/// <summary>When notices are sent to the <see cref="ISyncNotifier"/>s.</summary>
public sealed class NoticeOptions
{
    /// <summary>Tell when a record has been parked for longer than this; a day unless told, null for never.</summary>
    public TimeSpan? ParkedLongerThan { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Tell when a conflict has been open for longer than this; three days unless told, null for never.</summary>
    public TimeSpan? ConflictOpenLongerThan { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Tell when a pair had no complete run for longer than this; a day unless told, null for never.</summary>
    public TimeSpan? SilentLongerThan { get; set; } = TimeSpan.FromDays(1);

    /// <summary>After how long a notice whose cause lasts is repeated; a day unless told.</summary>
    public TimeSpan RepeatAfter { get; set; } = TimeSpan.FromDays(1);

    internal void Validate(ICollection<string> errors)
    {
        foreach (var (name, span) in new (string, TimeSpan?)[] { (nameof(ParkedLongerThan), ParkedLongerThan), (nameof(ConflictOpenLongerThan), ConflictOpenLongerThan), (nameof(SilentLongerThan), SilentLongerThan), (nameof(RepeatAfter), RepeatAfter) })
        {
            if (span <= TimeSpan.Zero)
                errors.Add($"Notices.{name} is {span}; it must be above zero.");
        }
    }
}
