using ErpSync.Simulation.Model;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Oracle;

/// <summary>Judges a run over a world in which nothing has changed: it writes nothing, plans nothing and asks little.</summary>
internal sealed class IdleJudge(World world, ISyncStore store)
{
    public async Task JudgeAsync(Worker worker)
    {
        world.Time.Advance(TimeSpan.FromSeconds(2));
        var before = worker.Trail.Count;
        var report = await worker.Engine.RunAsync(new SyncRequest(Scenario.Pair));
        var requests = worker.Trail.Skip(before).ToList();
        if (report.Written > 0 || requests.Exists(request => request.Verb is "create" or "update" or "delete"))
            world.Violate("idle", $"a second run over unchanged systems writes: {string.Join(", ", requests.Where(request => request.Verb is "create" or "update" or "delete"))}");
        foreach (var system in new[] { world.First, world.Second })
        {
            foreach (var kind in system.Kinds)
                await BudgetAsync(kind, requests.Count(request => request.Side == system.Side && request.Kind == kind.Name));
        }

        await foreach (var entry in worker.Engine.PlanAsync(new SyncRequest(Scenario.Pair)))
        {
            if (entry.IsWrite)
                world.Violate("idle", $"a plan over a settled world writes: {entry.Action} {entry.Kind} {entry.FirstId}/{entry.SecondId} {entry.Reason}");
        }
    }

    /// <summary>One request for changes and one for the listing, in pages; what is red or gone is looked at again each time.</summary>
    private async Task BudgetAsync(SimKind kind, int requests)
    {
        var counts = await store.CountAsync(Scenario.Pair, kind.Name, CancellationToken.None);
        var links = await store.ReadLinksAsync(Scenario.Pair, kind.Name, 0, 1000, openOnly: false, CancellationToken.None);
        var restless = kind.Alive.Count(record => !links.Any(link => link.End(kind.System.Side).Id == record.Id)) + links.Count(link => link.Open.Count > 0)
            + world.Other(kind.System).Kind(kind.Name).Alive.Count(record => !links.Any(link => link.End(world.Other(kind.System).Side).Id == record.Id));
        var pages = 1 + (kind.Alive.Count() / kind.Traits.PageSize);
        var budget = (kind.Traits.HasChanges ? pages : 0) + 1 + (restless == 0 && counts.Unlinked == 0 ? 0 : 4 + (2 * restless));
        if (requests > budget)
            world.Violate("budget", $"an idle run sent {requests} requests to {kind.System.Name} for {kind.Name}, {budget} are published");
    }
}
