namespace ErpSync;

/// <summary>How records that fail are tried again: waits double from attempt to attempt, up to a longest one, each lengthened by up to a fifth so that many are not tried at once.</summary>
public sealed class ParkingOptions
{
    /// <summary>After how many failed attempts a record is not tried again by itself (dead letter); 10 unless told, at least 1.</summary>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>The wait after the first failure of a system that was not there; a minute unless told.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The wait after the first refusal, which repeating alone seldom mends; an hour unless told.</summary>
    public TimeSpan FirstWaitAfterRefusal { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The longest wait before the lengthening; a day unless told.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromHours(24);

    internal void Validate(ICollection<string> errors)
    {
        if (MaxAttempts < 1)
            errors.Add($"Parking.MaxAttempts is {MaxAttempts}; it must be at least 1.");
        foreach (var (name, wait) in new[] { (nameof(FirstWait), FirstWait), (nameof(FirstWaitAfterRefusal), FirstWaitAfterRefusal), (nameof(LongestWait), LongestWait) })
        {
            if (wait <= TimeSpan.Zero || wait > TimeSpan.FromDays(365))
                errors.Add($"Parking.{name} is {wait}; it must be above zero and at most a year.");
        }
    }
}
