using ErpSync.Writing;

namespace ErpSync.Recording;

/// <summary>Counts what a pass did.</summary>
internal sealed class Tally(ICollection<SyncProblem> problems)
{
    private const int MaxProblems = 100;

    private ICollection<SyncProblem> Problems => problems;

    public long Examined { get; set; }

    public long Created { get; private set; }

    public long Updated { get; private set; }

    public long Linked { get; private set; }

    public long Open { get; set; }

    public long Red { get; set; }

    public long Deleted { get; set; }

    public long Failed { get; private set; }

    /// <summary>A copy to count a batch in that may not be stored.</summary>
    public Tally Copy() => new([.. problems]) { Examined = Examined, Created = Created, Updated = Updated, Linked = Linked, Open = Open, Red = Red, Failed = Failed, Deleted = Deleted };

    /// <summary>Takes over the counts of a copy whose batch was stored.</summary>
    public void Take(Tally other)
    {
        (Created, Updated, Linked, Open, Red, Failed, Deleted) = (other.Created, other.Updated, other.Linked, other.Open, other.Red, other.Failed, other.Deleted);
        foreach (var problem in other.Problems.Skip(problems.Count))
            problems.Add(problem);
    }

    /// <summary>Notes once that something is held, which is no failure.</summary>
    public void Mention(SyncProblem problem)
    {
        if (problems.Count < MaxProblems && !problems.Contains(problem))
            problems.Add(problem);
    }

    /// <summary>Counts a record that was created without a counterpart.</summary>
    public void AddCreated() => Created++;

    public void Fail(SyncProblem problem)
    {
        Failed++;
        if (problems.Count < MaxProblems)
            problems.Add(problem);
    }

    public void Add<T>(Outcome<T> outcome, bool isNew, bool isOpen)
        where T : class, IEntity
    {
        if (outcome.Decision.CreateAt is not null)
            Created++;
        else if (isNew)
            Linked++;
        if (outcome.Decision.CreateAt is null)
            Updated += (outcome.StoredFirst is null ? 0 : 1) + (outcome.StoredSecond is null ? 0 : 1);
        if (isOpen)
            Open++;
    }

    public KindReport ToReport(EntityKind kind, SyncProblem? problem) => new(kind)
    {
        Examined = Examined,
        Created = Created,
        Updated = Updated,
        Deleted = Deleted,
        Linked = Linked,
        Open = Open,
        Red = Red,
        Failed = Failed,
        Problem = problem,
    };
}
