using ErpSync.Simulation.Model;
using ErpSync.Simulation.Running;

namespace ErpSync.Simulation.Oracle;

/// <summary>Judges deletions: an engine deletes only what a user deleted at the other side, under a policy that says so.</summary>
internal static class DeleteJudge
{
    public static void Deleting(World world, Worker worker, SimRecord record)
    {
        world.Violate("deleted", $"engine {worker.Number} deletes {record} at {record.Kind.System.Name}, and no policy says so");
    }
}
