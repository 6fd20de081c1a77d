namespace ErpSync;

/// <summary>The problems that every store tells in the same words, for the authors of stores.</summary>
public static class StoreProblems
{
    private const int RawLimit = 2000;

    // More than the limit is searched, so that no secret is cut in two at the limit.
    private const int SearchedLimit = 8 * RawLimit;

    /// <summary>Changes were handed over under a lease that has passed to another holder or was given back. Code <c>store.lease-lost</c>.</summary>
    /// <param name="lease">The lease.</param>
    /// <returns>The problem.</returns>
    public static SyncProblem LeaseLost(Lease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return new SyncProblem(ProblemKind.Stale, "store.lease-lost", $"'{lease.Holder:holder}' no longer holds the lease '{lease.Name:lease}' (fencing token {lease.FencingToken:token}); nothing was stored.")
        {
            Remedy = "Another process has taken over; let it work, or stop it and run again.",
        };
    }

    /// <summary>A link would give a record a second link. Code <c>store.link-exists</c>.</summary>
    /// <param name="link">The refused link.</param>
    /// <param name="side">The side at which the record already has a link.</param>
    /// <param name="existing">The link that the record already has.</param>
    /// <returns>The problem; its id is the record's.</returns>
    public static SyncProblem LinkExists(Link link, Side side, Link existing)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(existing);
        var other = side == Side.First ? Side.Second : Side.First;
        var id = link.End(side).Id;
        return new SyncProblem(
            ProblemKind.Duplicate,
            "store.link-exists",
            $"The {link.Kind:kind} '{id}' of pair '{link.Pair:pair}' is already linked with '{existing.End(other).Id:existing}' (link {existing.Number:link}) and cannot be linked with '{link.End(other).Id:other}' too; nothing was stored.")
        {
            Remedy = "Remove the existing link first if it is wrong.",
            EntityKind = link.Kind,
            Id = id,
        };
    }

    /// <summary>A link to replace is not there. Code <c>store.link-missing</c>.</summary>
    /// <param name="link">The link with its number.</param>
    /// <returns>The problem.</returns>
    public static SyncProblem LinkMissing(Link link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return new SyncProblem(ProblemKind.Stale, "store.link-missing", $"Link {link.Number:link} ({link.Kind:kind} of pair '{link.Pair:pair}') is no longer stored, so it cannot be replaced; nothing was stored.")
        {
            Remedy = "It was removed meanwhile; the next run decides the records again.",
            EntityKind = link.Kind,
        };
    }

    /// <summary>A run to end was never begun. Code <c>store.run-missing</c>.</summary>
    /// <param name="run">The run with its number.</param>
    /// <returns>The problem.</returns>
    public static SyncProblem RunMissing(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new SyncProblem(ProblemKind.Stale, "store.run-missing", $"Run {run.Number:run} of pair '{run.Pair:pair}' is not stored, so its end cannot be noted.")
        {
            Remedy = "Check that the process still works on the store in which the run was begun.",
        };
    }

    /// <summary>The problem as stores keep it: secrets that stand behind a known name are taken out of its texts, and its raw part is cut to 2,000 characters.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>The same problem when nothing needs to be taken out.</returns>
    public static SyncProblem Bounded(SyncProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var message = SecretText.Remove(problem.Message);
        if (!ReferenceEquals(message, problem.Message) && !string.Equals(message, problem.Message, StringComparison.Ordinal))
            problem = problem with { Message = message, Arguments = TextMap.From(problem.Arguments.Select(entry => KeyValuePair.Create(entry.Key, SecretText.Remove(entry.Value)))) };
        return problem.Raw is { } raw ? problem with { Raw = Cut(SecretText.Remove(raw.Length > SearchedLimit ? raw[..SearchedLimit] : raw)) } : problem;
    }

    private static string Cut(string raw) => raw.Length <= RawLimit ? raw : raw[..(char.IsHighSurrogate(raw[RawLimit - 1]) ? RawLimit - 1 : RawLimit)];
}
