using ErpSync.Simulation.Model;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Oracle;

/// <summary>Judges writes of quantities: what users moved must neither vanish nor count twice.</summary>
internal sealed class StockJudge(World world, ISyncStore store)
{
    /// <returns>True when somebody moved stock after the last look, so that the engine could not see it.</returns>
    public bool Updated(Worker worker, SimRecord<StockLevel> level, StockLevel before)
    {
        var system = level.Kind.System;
        var rules = world.Rules.Levels;
        var (was, now) = (before.Quantity, level.Value.Quantity);
        var other = world.Other(system).Levels.AliveWith(level.Gid) as SimRecord<StockLevel>;
        var isUnseen = level.Delivery?.Content is StockLevel seen && seen.Quantity != was;
        // A write of the number that is there already changes nothing to see, and yet it settles the number: a movement that ended there by chance after the last look is overwritten like any other.
        if (was == now && !isUnseen)
            return false;
        var hasMet = HasMet(level);
        if (was != now && rules.Source == system.Side && hasMet && worker.Keeps is null)
            world.Violate("policy", $"{system.Name} {level}: {was} -> {now}, against its owner");
        if (!rules.ByDifference)
            return isUnseen;
        if (!hasMet || worker.Keeps is not null)
        {
            // The two never agreed: one quantity becomes the true one, the other is in the journal.
            world.Stock.Set(level.Gid, other?.Value.Quantity ?? now);
            return isUnseen;
        }

        if (!isUnseen)
            return false;
        var last = ((StockLevel)level.Delivery!.Content).Quantity;
        world.Statistics.Unguardable++;
        world.Stock.Correct(level.Gid, last - was);
        if (level.Kind.Traits.IsConditional || !worker.LookedJustNow(level.Delivery, system.Side, level.Kind.Name))
        {
            world.Statistics.LostEdits++;
            world.Violate("lost edit", $"{system.Name} {level}: moved from {last} to {was} after the last look, and the write was not guarded");
        }

        return true;
    }

    private bool HasMet(SimRecord level)
    {
        var links = store.FindLinksAsync(Scenario.Pair, EntityKind.StockLevel, level.Kind.System.Side, [level.Id], CancellationToken.None);
        return links.Result.Any(link => !link.First.Base.IsEmpty && link.Open.Count(open => open.Reason == OpenReason.Undecided) == 0);
    }
}
