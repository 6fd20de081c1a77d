using ErpSync.Simulation.Model;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Oracle;

/// <summary>Judges deletions: an engine deletes only what a user deleted at the other side, under a policy that says so, and never an edit that the other side had not seen.</summary>
internal static class DeleteJudge
{
    public static void Deleting(World world, Worker worker, SimRecord record, bool isDoubtful)
    {
        var system = record.Kind.System;
        var there = world.Other(system);
        world.Tell($"    {system.Name} deletes {record}");
        if (!Graves(there, record).Any())
            world.Violate("deleted", $"{system.Name} {record} is deleted, and nobody deleted it at {there.Name}");
        else if (world.Rules.Of(record.Kind.Name).OnDeleteAt(there.Side) != Deletion.Delete && worker.Keeps != there.Side)
            world.Violate("deleted", $"{system.Name} {record} is deleted, and no policy says so ({world.Rules.Of(record.Kind.Name)})");
        else
            Edits(world, worker, record, [.. Graves(there, record)]);
        foreach (var child in system.BelongingTo(record))
        {
            if (Graves(there, child).ToList() is { Count: > 0 } graves)
                Edits(world, worker, child, graves, owner: record);
        }

        worker.Writes.Add(new EngineWrite(record.Kind.Name, system.Side, record.Id, record.Gid, "*", "", "") { IsDelete = true, IsDoubtful = isDoubtful });
        if (isDoubtful)
            world.DoubtfulDeletes.Add((record.Kind.Name, system.Side, record.Id));
    }

    private static IEnumerable<SimRecord> Graves(SimSystem there, SimRecord record) =>
        there.Kind(record.Kind.Name).Everything.Where(other => other.Gid == record.Gid && other.DeletedByUser);

    private static void Edits(World world, Worker worker, SimRecord record, IReadOnlyList<SimRecord> dead, SimRecord? owner = null)
    {
        if (worker.Keeps is not null)
            return;
        var mine = record.Edits;
        for (var i = 0; i < mine.Length; i++)
        {
            var edit = world.Ledger[mine[i]];
            var field = record.Kind.Atoms[i].Field;
            if (edit is null || dead.Any(grave => world.Ledger.Knew(grave.Edits[i], mine[i])) || world.Tainted.ContainsKey((record.Kind.Name, record.Gid, field)) || world.Unread.Contains((record.Kind.Name, record.Gid, field)))
                continue;
            // A deletion that takes others along is conditional on its own record's version only: those have a window of their own, of the look at the owner and the deletion.
            if (edit.Moment > (record.Delivery?.Moment ?? -1) && (owner is not null || !record.Kind.Traits.IsConditional) && record.Delivery is { } look && worker.LookedJustNow(look, record.Kind.System.Side, record.Kind.Name, owner?.Kind.Name))
            {
                edit.Unguardable = true;
                world.Statistics.Unguardable++;
                continue;
            }

            world.Statistics.LostEdits++;
            world.Violate("lost edit", $"{record.Kind.System.Name} {record} is deleted with edit {mine[i]} of {record.Kind.Atoms[i].Name}, which the deleted counterpart never saw");
        }
    }
}
