using ErpSync.Simulation.Model;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Oracle;

/// <summary>Judges writes of quantities: what users moved must neither vanish nor count twice.</summary>
internal sealed class StockJudge(World world, ISyncStore store)
{
    public void Updated(Worker worker, SimRecord<StockLevel> level, StockLevel before)
    {
        var system = level.Kind.System;
        var rules = world.Rules.Levels;
        var (was, now) = (before.Quantity, level.Value.Quantity);
        var other = world.Other(system).Levels.AliveWith(level.Gid) as SimRecord<StockLevel>;
        if (was == now)
            return;
        var hasMet = HasMet(level);
        if (rules.Source == system.Side && hasMet && worker.Keeps is null)
            world.Violate("policy", $"{system.Name} {level}: {was} -> {now}, against its owner");
        if (!rules.ByDifference)
            return;
        if (!hasMet || worker.Keeps is not null)
        {
            // The two never agreed: one quantity becomes the true one, the other is in the journal.
            world.Stock.Set(level.Gid, other?.Value.Quantity ?? now);
            return;
        }

        if (level.Delivery?.Content is not StockLevel seen || seen.Quantity == was)
            return;
        world.Statistics.Unguardable++;
        world.Stock.Move(level.Gid, seen.Quantity - was);
        if (level.Kind.Traits.IsConditional || !worker.LookedJustNow(level.Delivery, system.Side, level.Kind.Name))
        {
            world.Statistics.LostEdits++;
            world.Violate("lost edit", $"{system.Name} {level}: moved from {seen.Quantity} to {was} after the last look, and the write was not guarded");
        }
    }

    private bool HasMet(SimRecord level)
    {
        var links = store.FindLinksAsync(Scenario.Pair, EntityKind.StockLevel, level.Kind.System.Side, [level.Id], CancellationToken.None);
        return links.Result.Any(link => !link.First.Base.IsEmpty && link.Open.Count(open => open.Reason == OpenReason.Undecided) == 0);
    }
}
