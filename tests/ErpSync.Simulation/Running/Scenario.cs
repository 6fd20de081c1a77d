using ErpSync.Simulation.Model;
using ErpSync.Simulation.Oracle;
using ErpSync.Simulation.Planted;
using ErpSync.Testing;

namespace ErpSync.Simulation.Running;

/// <summary>One history: a wild time with users, faults and dying engines, then rest, then judgement.</summary>
internal sealed class Scenario : IDisposable
{
    public const string Pair = "main";

    private const int MostRestRounds = 16;
    private static readonly TimeSpan LongerThanAnyLease = TimeSpan.FromMinutes(11);
    private static readonly TimeSpan LongerThanAnyWait = TimeSpan.FromHours(30);

    private readonly InMemoryStore _store = new();
    private readonly PlantedFault? _fault;
    private readonly RunJudge _runs;
    private readonly List<Worker> _workers = [];
    private Worker _worker;

    public Scenario(long seed, PlantedFault? fault, bool tells)
    {
        World = new World(seed, tells);
        World.Shop.Products.Refuses = World.Erp.Products.Refuses = static _ => false;
        _fault = fault;
        _runs = new RunJudge(World, _store);
        _worker = Hire();
    }

    public World World { get; }

    public async Task PlayAsync()
    {
        World.Tell($"habits: {World.Habits}; products {World.Rules.Products}; stock {World.Rules.Levels}; first is {World.First.Name}");
        Users.Begin(World);
        for (var round = 0; round < World.Habits.Rounds && World.Violations.Count == 0; round++)
            await RoundAsync(round);
        World.IsWild = false;
        if (World.Violations.Count > 0)
            return;
        if (await RestAsync())
        {
            await new FinalJudge(World, _store).JudgeAsync();
            await new IdleJudge(World, _store).JudgeAsync(_worker);
            if (World.Tells && World.Violations.Count > 0)
                await RunAsync(_worker, full: true);
        }
    }

    public void Dispose()
    {
        foreach (var worker in _workers)
            worker.Dispose();
    }

    private async Task RoundAsync(int round)
    {
        var dice = World.Dice;
        for (var i = round == 0 ? 0 : dice.Between(0, 4); i > 0; i--)
            Users.Act(World);
        if (World.Habits.Deletes && dice.Chance(World.Habits.HasBrake ? 300 : 80))
            Users.ClearOut(World);
        World.Time.Advance(dice.Pick<TimeSpan>([TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(10), TimeSpan.FromHours(3), TimeSpan.FromHours(26)]));
        if (World.Habits.JumpsClocks && dice.Chance(300))
            (dice.Chance(500) ? World.Shop : World.Erp).Offset += TimeSpan.FromMinutes(dice.Between(1, 300));
        World.IsWild = true;
        if (dice.Chance(120))
            await LookAsync(dice.Chance(500));
        if (round > 0 && dice.Chance(120))
            await SettleAsync();
        else
            await RunAsync(_worker, dice.Chance(60));
        World.IsWild = false;
    }

    /// <summary>One run; an engine that dies or loses its lease is replaced.</summary>
    private async Task<SyncReport?> RunAsync(Worker worker, bool full, Func<Worker, Task<SyncReport>>? work = null)
    {
        World.Tell($"RUN of engine {worker.Number}{(full ? ", full" : "")}");
        worker.Stall = worker == _worker ? StallAsync : null;
        worker.Began = World.Moment;
        try
        {
            var report = work is null ? await worker.Engine.RunAsync(Request(full)) : await work(worker);
            await _runs.JudgeAsync(worker, report.Run);
            World.Tell($"run {report.Run}: {report.Written} written, {report.Failed} failed, {string.Join("; ", report.Kinds.Select(kind => kind.Problem).OfType<SyncProblem>())}");
            if (World.Tells)
            {
                foreach (var problem in report.Problems)
                    World.Tell($"  problem {problem}");
            }

            return report;
        }
        catch (SimulatedCrashException)
        {
            _runs.Abandon(worker);
        }
        catch (SyncBusyException)
        {
            World.Tell("  busy");
        }
        catch (StoreException exception) when (exception.Problem.Code == "store.lease-lost")
        {
            World.Tell("  lost its lease");
            _runs.Abandon(worker);
        }
        catch (ConnectorException exception)
        {
            World.Tell($"  {exception.Message}");
            _runs.Abandon(worker);
        }

        if (!worker.IsDead)
            return null;
        if (worker == _worker)
            _worker = Hire();
        if (World.Dice.Chance(700))
            World.Time.Advance(LongerThanAnyLease);
        return null;
    }

    /// <summary>Most runs come by schedule; some because of signals: deletions that were announced late, twice, in another order or for a record that is still there, and single kinds.</summary>
    private SyncRequest Request(bool full)
    {
        var dice = World.Dice;
        if (!World.IsWild || !dice.Chance(250))
            return new SyncRequest(Pair) { Full = full };
        var announced = new List<AnnouncedDeletion>();
        for (var i = World.Signals.Count == 0 ? 0 : dice.Between(0, 4); i > 0; i--)
            announced.Insert(dice.Next(announced.Count + 1), dice.Pick(World.Signals));
        if (announced.Count > 0 && dice.Chance(500))
            announced.Add(announced[0]);
        var alive = World.First.Products.Alive.ToList();
        if (alive.Count > 0 && dice.Chance(200))
            announced.Add(new AnnouncedDeletion(EntityKind.Product, World.First.Name, dice.Pick(alive).Id));
        EntityKind[] kinds = dice.Chance(400) ? [dice.Pick(World.First.Kinds).Name] : [];
        World.Tell($"signals: {string.Join(", ", announced)}; {(kinds.Length == 0 ? "all kinds" : kinds[0].Name)}");
        World.Statistics.Signals += announced.Count;
        return new SyncRequest(Pair) { Full = full, Kinds = kinds, AnnouncedDeletions = announced };
    }

    /// <summary>The process hangs longer than its lease lasts, and another one takes over in the meantime.</summary>
    private async Task StallAsync()
    {
        _worker.Stall = null;
        World.Tell($"engine {_worker.Number} hangs");
        World.Time.Advance(LongerThanAnyLease);
        await _runs.SuspendAsync(_worker);
        await RunAsync(Hire(), full: false);
        World.Tell($"engine {_worker.Number} goes on");
    }

    /// <summary>Looks and plans change nothing anywhere.</summary>
    private async Task LookAsync(bool plans)
    {
        var worker = Hire();
        try
        {
            if (plans)
                await foreach (var entry in worker.Engine.PlanAsync(new SyncRequest(Pair)))
                    World.Tell($"  plan: {entry.Action} {entry.Kind} {entry.FirstId}/{entry.SecondId} {entry.Reason}");
            else
                await foreach (var view in worker.Engine.InspectAsync(new SyncRequest(Pair)))
                    World.Tell($"  view: {view.Kind} {view.Colour} {view.FirstId}/{view.SecondId} {view.Reason}");
        }
        catch (Exception exception) when (exception is SimulatedCrashException or ConnectorException)
        {
            World.Tell($"  look ended: {exception.Message}");
        }

        if (worker.StoreWrites > 0 || worker.Trail.Any(call => call.Verb is "create" or "update" or "delete"))
            World.Violate("look", $"a {(plans ? "plan" : "look")} wrote something");
    }

    /// <summary>A person settles open fields.</summary>
    private async Task SettleAsync()
    {
        var kind = World.Dice.Chance(700) ? EntityKind.Product : EntityKind.Category;
        var keep = World.Dice.Chance(500) ? Side.First : Side.Second;
        _worker.Keeps = keep;
        World.Tell($"a person keeps the {kind} versions of {World[keep].Name}");
        var worker = _worker;
        await RunAsync(worker, full: false, one => one.Engine.ResolveAsync(Pair, new Resolution(kind, World[keep].Name)));
        worker.Keeps = null;
    }

    /// <summary>Nobody edits, nothing fails, time passes: everything has to settle.</summary>
    private async Task<bool> RestAsync()
    {
        var quiet = 0;
        MassChangeConfirmation[] confirmed = [];
        for (var round = 0; round < MostRestRounds && World.Violations.Count == 0; round++)
        {
            World.Time.Advance(LongerThanAnyWait);
            World.IsConfirmed = confirmed.Length > 0;
            if (await RunAsync(_worker, full: false, confirmed.Length == 0 ? null : one => one.Engine.RunAsync(new SyncRequest(Pair) { Confirmed = confirmed })) is not { } report)
            {
                World.Violate("rest", "a run in a quiet world did not come to its end");
                return false;
            }

            if (report.Kinds.Any(kind => kind.MassChanges.Count > 0))
            {
                confirmed = [.. report.Kinds.SelectMany(kind => kind.MassChanges.Select(change => new MassChangeConfirmation(kind.Kind, change.Change, change.Count + change.Earlier)))];
                continue;
            }

            confirmed = [];
            if (!report.IsComplete)
                World.Violate("rest", $"a kind could not be worked through in a quiet world: {report.Kinds.First(kind => kind.Problem is not null).Problem}");
            quiet = report.Written == 0 ? quiet + 1 : 0;
            if (quiet == 2)
                return World.Violations.Count == 0;
        }

        if (World.Violations.Count == 0)
            World.Violate("rest", "the engine goes on writing in a quiet world");
        return false;
    }

    private Worker Hire()
    {
        var worker = new Worker(World, _store, _fault, _workers.Count + 1);
        _workers.Add(worker);
        return worker;
    }
}
