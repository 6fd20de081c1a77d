using ErpSync.Reading;

namespace ErpSync.Passes;

/// <summary>Reads skipped records that something in this run may concern: a record with one of their keys was read, at either side, or one of their side is missing and may have been made again.</summary>
internal sealed class Recalling<T>(KindRooms<T> rooms, SideReading<T> first, SideReading<T> second)
    where T : class, IEntity
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var (reader, reading) in Sides())
        {
            if (reading.Gone.Count + reading.Missing.Count > 0)
                await ReadAsync(reader, reading, [.. reader.Alone.Skipped.All().Where(item => item.Sort != AloneSort.LeftOut).Select(item => item.Id)], cancellationToken);
        }

        while (rooms.FirstReader.Alone.Skipped.Count + rooms.SecondReader.Alone.Skipped.Count > 0 && await ReadAlikeAsync(cancellationToken))
        {
        }
    }

    private async Task<bool> ReadAlikeAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<Side, HashSet<RemoteId>> { [Side.First] = [], [Side.Second] = [] };
        foreach (var candidate in first.Candidates.Values.Concat(second.Candidates.Values))
        {
            foreach (var key in candidate.Keys.OfType<string>().Where(_asked.Add))
            {
                found[Side.First].UnionWith(await rooms.FirstReader.Alone.FindByKeyAsync(key, cancellationToken));
                found[Side.Second].UnionWith(await rooms.SecondReader.Alone.FindByKeyAsync(key, cancellationToken));
            }
        }

        await ReadAsync(rooms.FirstReader, first, found[Side.First], cancellationToken);
        await ReadAsync(rooms.SecondReader, second, found[Side.Second], cancellationToken);
        return found.Values.Any(ids => ids.Count > 0);
    }

    private static async Task ReadAsync(SideReader<T> reader, SideReading<T> reading, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > 0)
            await reader.ReadSkippedAsync(reading, ids, cancellationToken);
    }

    private IEnumerable<(SideReader<T> Reader, SideReading<T> Reading)> Sides() => [(rooms.FirstReader, first), (rooms.SecondReader, second)];
}
