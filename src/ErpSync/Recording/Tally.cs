using ErpSync.Writing;

namespace ErpSync.Recording;

/// <summary>Counts what a pass did.</summary>
internal sealed class Tally(ICollection<SyncProblem> problems)
{
    private const int MaxProblems = 100;

    public long Examined { get; set; }

    public long Created { get; private set; }

    public long Updated { get; private set; }

    public long Linked { get; private set; }

    public long Open { get; set; }

    public long Red { get; set; }

    public long Failed { get; private set; }

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
        Linked = Linked,
        Open = Open,
        Red = Red,
        Failed = Failed,
        Problem = problem,
    };
}
