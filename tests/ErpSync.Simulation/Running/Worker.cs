using ErpSync.Simulation.Model;
using ErpSync.Simulation.Oracle;
using ErpSync.Simulation.Planted;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Simulation.Running;

/// <summary>One process with one engine. It may die at any call; a new one then takes over the store.</summary>
internal sealed class Worker : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly List<(Side Side, EntityKind Kind, string Verb)> _trail = [];

    public Worker(World world, ISyncStore store, PlantedFault? fault, int number)
    {
        World = world;
        Store = store;
        Fault = fault;
        Number = number;
        Judge = new WriteJudge(world, store);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(world.Time);
        services.AddSingleton(StoreGate.Open(store, this, fault));
        services.AddErpSync()
            .AddConnector("shop", _ => Ports.Connect(world.Shop, this))
            .AddConnector("erp", _ => Ports.Connect(world.Erp, this))
            .AddPair(Scenario.Pair, world.First.Name, world.Second.Name, pair => world.Rules.Configure(pair, hasBrake: world.Habits.HasBrake && fault?.TakesBrakeOff != true));
        _services = services.BuildServiceProvider();
        Engine = _services.GetRequiredService<ISyncEngine>();
    }

    public World World { get; }

    /// <summary>The store itself, without the gate.</summary>
    public ISyncStore Store { get; }

    public PlantedFault? Fault { get; }

    public int Number { get; }

    public WriteJudge Judge { get; }

    public ISyncEngine Engine { get; }

    public bool IsDead { get; private set; }

    /// <summary>The world's number of the request or edit at which its present run began.</summary>
    public long Began { get; set; }

    /// <summary>Called now and then in the middle of a run: the process hangs, and another one takes over.</summary>
    public Func<Task>? Stall { get; set; }

    /// <summary>The side whose version a person keeps at present; null in ordinary runs.</summary>
    public Side? Keeps { get; set; }

    /// <summary>What was written in the present run.</summary>
    public List<EngineWrite> Writes { get; } = [];

    public int StoreWrites { get; private set; }

    public long Requests => _trail.Count;

    public IReadOnlyList<(Side Side, EntityKind Kind, string Verb)> Trail => _trail;

    /// <summary>Every request passes here before it is carried out.</summary>
    public async ValueTask BeginAsync(SimSystem system, EntityKind kind, string verb, string? about = null)
    {
        ThrowIfDead();
        _trail.Add((system.Side, kind, verb));
        World.Moment++;
        World.Time.Advance(TimeSpan.FromMilliseconds(World.Dice.Between(20, 300)));
        if (World.Tells)
            World.Tell($"  engine {Number}: {system.Name} {kind} {verb} {about}");
        if (!World.IsWild)
            return;
        if (World.Dice.Chance(World.Habits.UserPerMille))
            Users.Act(World);
        var isWrite = verb is "create" or "update" or "delete" or "second step";
        if (!isWrite && Stall is { } stall && World.Dice.Chance(World.Habits.StallPerMille))
            await stall();
        MayCrash(isWrite ? 2 : 1, $"before {system.Name} {kind} {verb}");
    }

    /// <summary>And here when it was carried out and the answer is on its way.</summary>
    public void End(SimSystem system, EntityKind kind, string verb)
    {
        if (World.IsWild)
            MayCrash(verb is "create" ? 6 : verb is "update" or "delete" ? 4 : 1, $"after {system.Name} {kind} {verb}");
    }

    public void EnterStore(string call)
    {
        ThrowIfDead();
        if (call is "CommitAsync" or "AddIntentsAsync")
            StoreWrites++;
        if (World.IsWild)
            MayCrash(call == "CommitAsync" ? 3 : 1, $"before {call}");
    }

    public void LeaveStore(string call)
    {
        if (World.Tells && call is "CommitAsync" or "AddIntentsAsync")
            World.Tell($"  engine {Number}: {call}");
        if (World.IsWild && call is "CommitAsync" or "AddIntentsAsync")
            MayCrash(2, $"after {call}");
    }

    /// <summary>True so often as this history has faults.</summary>
    public bool Throws(int weight)
    {
        if (!World.IsWild || !World.Dice.Chance(World.Habits.FaultPerMille * weight))
            return false;
        World.Statistics.Faults++;
        return true;
    }

    /// <summary>True when nothing but the look itself and the write after it was done since a look at a record; the look at the owner that it goes with comes in between.</summary>
    public bool LookedJustNow(Delivery look, Side side, EntityKind kind, EntityKind? owner = null)
    {
        if (look.Worker != Number)
            return false;
        for (var i = (int)look.Request; i < _trail.Count; i++)
        {
            var isItself = i == _trail.Count - 1 && _trail[i].Verb is "delete";
            if (_trail[i].Side != side || (_trail[i].Kind != kind && _trail[i].Kind != owner) || !(isItself || _trail[i].Verb is "find" or "update" or "second step"))
                return false;
        }

        return true;
    }

    public SimulatedCrashException Crash(string place)
    {
        IsDead = true;
        World.Statistics.Crashes++;
        World.Tell($"  engine {Number} dies {place}");
        return new SimulatedCrashException(place);
    }

    public void Dispose() => _services.Dispose();

    private void MayCrash(int weight, string place)
    {
        if (World.Dice.Chance(World.Habits.CrashPerMille * weight / 2))
            throw Crash(place);
    }

    private void ThrowIfDead()
    {
        if (IsDead)
            throw new SimulatedCrashException("a dead process");
    }
}
