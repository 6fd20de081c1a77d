using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>
/// Sweeps the roles of contacts at open documents in rotation, one request per document: a list tells which contacts a document has and not in which roles, and roles bump no date, so two
/// contacts that swap theirs show nowhere else. Documents that are closed are left to the full read.
/// </summary>
/// <typeparam name="T">The kind of document.</typeparam>
internal sealed class RoleSweeper<T>(TradeSession session, RecordReader<T> reader, string resource) : ISweeper<T>
    where T : class, IEntity
{
    private const string Noted = "noted";
    private int? _round;

    public int? RequestsPerRound => _round;

    public async Task<IReadOnlyCollection<RemoteId>> SweepAsync(ISweepMemory memory, int requests, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        if (!run.Contacted.TryGetValue(T.Kind, out var open))
        {
            await foreach (var _ in reader.ListAsync(cancellationToken))
            {
                // The listing notes the open documents that have contacts.
            }

            open = run.Contacted[T.Kind];
        }

        _round = open.Count;
        var noted = Memberships.Ids(await memory.GetAsync(Noted, cancellationToken) ?? "");
        foreach (var closed in noted.Except(open).ToList())
        {
            memory.Set(Key(closed), null);
            noted.Remove(closed);
        }

        var named = new List<RemoteId>();
        foreach (var id in await Rotation.NextAsync(memory, open, requests, cancellationToken))
        {
            var print = Print(await DocumentContacts.RolesAsync(id, resource, run, cancellationToken));
            var old = await memory.GetAsync(Key(id), cancellationToken);
            memory.Set(Key(id), print);
            noted.Add(id);
            // What was not looked at before may have changed since it was read.
            if (!string.Equals(old, print, StringComparison.Ordinal))
                named.Add(RemoteId.From(id));
        }

        memory.Set(Noted, noted.Count == 0 ? null : Memberships.Text(noted));
        return named;
    }

    private static string Key(long id) => $"document:{JsonValues.Invariant(id)}";

    private static string Print(IEnumerable<JsonElement> roles) =>
        Prints.Of([.. roles.Select(role => $"{role.Text("source")}/{role.Text("code")}/{role.Text("id")}").Order(StringComparer.Ordinal)]);
}
