using ErpSync.Matching;

namespace ErpSync.Passes;

/// <content>What is asked of the kind before the first write of a run, when another kind's turn comes first.</content>
internal sealed partial class KindPass<T>
{
    public async Task<SyncHold?> ProbeAsync(CancellationToken cancellationToken)
    {
        if (context.Only is not null)
            return null; // a run on single records looks at those
        using var rooms = new KindRooms<T>(context, policy);
        var restored = await rooms.OpenRestoredAsync(cancellationToken);
        var watch = new HoldWatch<T>(context, rooms, restored);
        foreach (var side in new[] { rooms.First, rooms.Second }.Where(side => !restored.At(side.Side)))
        {
            var record = new NewestRecord<T>(context, policy, side, rooms.Hasher);
            if (await record.IsDoubtfulAsync(cancellationToken))
                return watch.Find(await ReadSides<T>.ReadAsync(context, rooms, LinkChoice.Open, cancellationToken));
            if (rooms[side.Other] is { TokenFinder: not null, Creator: not null } target && policy.CreateAt.Contains(target.Side)
                && watch.UnknownTokens(await KnownToken.FindAmongAsync(context, rooms, target, await record.ReadNewerAsync(cancellationToken), cancellationToken)) is { } hold)
            {
                return hold;
            }
        }

        return null;
    }
}
