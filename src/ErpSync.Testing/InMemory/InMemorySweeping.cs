using System.Globalization;

namespace ErpSync.Testing;

/// <summary>Sweeps the silent fields of one kind, a page per request, in rotation by id.</summary>
internal sealed class InMemorySweeping<T>(InMemoryKind<T> kind) : ISweeper<T>
    where T : class, IEntity
{
    private const string Position = "position";

    public int? RequestsPerRound => InMemoryRequest.Under(kind, () => Math.Max(1, (kind.Records.Ids().Count() + kind.Settings.PageSize - 1) / kind.Settings.PageSize));

    public async Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken)
    {
        var changed = new List<RemoteId>();
        for (var request = 0; request < requests; request++)
        {
            var call = InMemoryRequest.Call(kind, "sweep", kind.Settings.PageSize);
            await kind.System.BeginAsync(call, cancellationToken);
            var fault = InMemoryRequest.ThrowIfRefused(kind, call, kind.System.Faults.Take(call.Name, null, null));
            var begin = int.TryParse(await memory.GetAsync(Position, cancellationToken), CultureInfo.InvariantCulture, out var position) ? position : 0;
            var ids = InMemoryRequest.Under(kind, () => kind.Records.Ids().Skip(begin).Take(kind.Settings.PageSize + 1).ToArray());
            var page = InMemoryRequest.Under(kind, () => ids.Take(kind.Settings.PageSize).Select(kind.Records.Find).OfType<InMemoryEntry<T>>().ToArray());
            var isLast = ids.Length <= kind.Settings.PageSize;
            memory.Set(Position, isLast ? null : (begin + kind.Settings.PageSize).ToString(CultureInfo.InvariantCulture));
            foreach (var entry in page)
            {
                var content = string.Join('|', kind.Shape.Fields.Where(field => kind.Settings.SilentFields.Contains(field.Name)).Select(field => FieldContent.Json(field, entry.Value)));
                if (string.Equals(await memory.GetAsync(entry.Id.Value, cancellationToken), content, StringComparison.Ordinal))
                    continue;
                memory.Set(entry.Id.Value, content);
                changed.Add(entry.Id);
            }

            await InMemoryRequest.EndAsync(kind, call, fault);
            if (isLast)
                break;
        }

        return changed;
    }
}
