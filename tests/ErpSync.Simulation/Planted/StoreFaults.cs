using System.Collections;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Planted;

/// <summary>A bug in what is handed to the store.</summary>
internal sealed class CommitFault(string name, Action<StoreChanges, StoreCall> change) : PlantedFault(name)
{
    public override object? Store(StoreCall call)
    {
        if (call.Changes is { } changes)
            change(changes, call);
        return call.Proceed();
    }
}

/// <summary>A call to the store that is not made or answered otherwise.</summary>
internal sealed class CallFault(string name, string method, Func<StoreCall, object?> answer) : PlantedFault(name)
{
    public override object? Store(StoreCall call) => call.Name == method ? answer(call) : call.Proceed();
}

/// <summary>Leases are granted to everybody, or not looked at when changes are stored.</summary>
internal sealed class LeaseFault(string name, bool grants) : PlantedFault(name)
{
    public override object? Store(StoreCall call)
    {
        if (call.Changes is { } changes)
            return call.Proceed(Leaseless(changes));
        if (!grants || call.Name != "TryTakeLeaseAsync")
            return call.Proceed();
        return Task.FromResult<Lease?>(((Task<Lease?>)call.Proceed()!).Result
            ?? new Lease((string)call[0]!, (string)call[1]!, 1_000_000, (DateTimeOffset)call[2]! + (TimeSpan)call[3]!));
    }

    /// <summary>The same changes without the proof that the writer may make them.</summary>
    internal static StoreChanges Leaseless(StoreChanges changes)
    {
        var copy = new StoreChanges();
        foreach (var property in typeof(StoreChanges).GetProperties())
        {
            if (property.Name.Contains("Lease", StringComparison.Ordinal) || property.GetValue(changes) is not IEnumerable items)
                continue;
            var add = property.PropertyType.GetInterfaces().Append(property.PropertyType).First(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICollection<>)).GetMethod("Add")!;
            foreach (var item in items)
                add.Invoke(property.GetValue(copy), [item]);
        }

        return copy;
    }
}

/// <summary>A transaction that is none: what comes second is lost when the process dies in between.</summary>
internal sealed class TornCommitFault(string name) : PlantedFault(name)
{
    public override object? Store(StoreCall call)
    {
        if (call.Changes is not { Links.Count: > 0 } changes)
            return call.Proceed();
        var links = changes.Links.ToList();
        var journal = changes.Journal.ToList();
        changes.Links.Clear();
        call.Proceed();
        if (call.Worker.World is { IsWild: true, Habits.CrashPerMille: > 0 } world && world.Dice.Chance(60))
            throw call.Worker.Crash("between two halves of a commit");
        var rest = new StoreChanges { Lease = changes.Lease };
        foreach (var link in links)
            rest.Links.Add(link);
        return journal.Count == 0 && links.Count == 0 ? Task.CompletedTask : call.Proceed(rest);
    }
}
