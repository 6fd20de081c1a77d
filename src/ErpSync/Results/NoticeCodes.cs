namespace ErpSync;

/// <summary>The codes of notices.</summary>
public static class NoticeCodes
{
    /// <summary>The brake stopped a mass change; it waits for a person.</summary>
    public const string BrakeTripped = "notice.brake-tripped";

    /// <summary>A system refused the key or a right is missing.</summary>
    public const string KeyRefused = "notice.key-refused";

    /// <summary>Records have been parked for longer than <see cref="NoticeOptions.ParkedLongerThan"/>.</summary>
    public const string ParkedLong = "notice.parked-long";

    /// <summary>A pair had no complete run for longer than <see cref="NoticeOptions.SilentLongerThan"/>.</summary>
    public const string FeedSilent = "notice.feed-silent";

    /// <summary>Conflicts have been open for longer than <see cref="NoticeOptions.ConflictOpenLongerThan"/>.</summary>
    public const string ConflictLong = "notice.conflict-long";

    /// <summary>A run lost its lease to another process and was stopped.</summary>
    public const string LeaseLost = "notice.lease-lost";

    /// <summary>A pair or a kind is held until a person confirms or resumes it.</summary>
    public const string OnHold = "notice.on-hold";
}
