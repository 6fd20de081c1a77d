namespace ErpSync;

/// <summary>What goes wrong with leases.</summary>
internal static class LeaseProblems
{
    public const string LostCode = "lease.lost";
    public const string BusyCode = "lease.writers-busy";

    /// <summary>True for problems of leases: the records are not to blame and are not parked.</summary>
    public static bool Is(SyncProblem problem) => problem.Code is LostCode or BusyCode;

    public static SyncProblem Lost(Lease lease) =>
        new SyncProblem(ProblemKind.Unavailable, LostCode, $"The lease '{lease.Name}' has passed to another process; writing was stopped.")
            .WithRemedy($"Let the other process work; the next run goes on. If it happens often, this process was suspended for minutes, or the clocks of the machines differ.");

    public static SyncProblem Busy(string connection, EntityKind kind, int writers, TimeSpan patience) =>
        new SyncProblem(ProblemKind.Unavailable, BusyCode, $"{connection} bears {writers} writers of {kind.Name} at the same time, and others have been writing for {(int)patience.TotalMinutes} minutes.")
        {
            Connection = connection,
        }.WithRemedy($"Nothing was written; the next run tries again.");
}
