using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>The rows of red records.</summary>
internal static class UnlinkedTable
{
    private const string Page = """
        SELECT side, id, seen_at, label, candidates, problem FROM unlinked INDEXED BY unlinked_record
        WHERE scope = (SELECT scope FROM scopes WHERE pair = $1 AND kind = $2) AND (side, id) > ($3, $4)
        ORDER BY side, id LIMIT $5
        """;

    private const string Upsert = """
        INSERT INTO unlinked (scope, side, id, seen_at, label, candidates, problem) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (scope, side, id) DO UPDATE SET seen_at = excluded.seen_at, label = excluded.label, candidates = excluded.candidates, problem = excluded.problem
        """;

    public static List<Unlinked> ReadPage(Session session, string pair, EntityKind kind, Unlinked? after, int count) =>
        session.Read(Page, row => Map(row, pair, kind), pair, kind.Name, after is null ? -1 : (int)after.Side, after?.Id.Value ?? "", count);

    public static void Remove(Session session, Scopes scopes, IEnumerable<RecordKey> keys)
    {
        foreach (var key in keys)
            session.Execute("DELETE FROM unlinked WHERE scope = $1 AND side = $2 AND id = $3", scopes.Number(key.Pair, key.Kind), (int)key.Side, key.Id.Value);
    }

    public static void Forget(Session session, Scopes scopes, IEnumerable<(string Pair, EntityKind Kind, DateTimeOffset SeenBefore)> old)
    {
        foreach (var (pair, kind, seenBefore) in old)
            session.Execute("DELETE FROM unlinked WHERE scope = $1 AND seen_at < $2", scopes.Number(pair, kind), seenBefore.UtcTicks);
    }

    public static void Save(Session session, Scopes scopes, IEnumerable<Unlinked> records)
    {
        foreach (var record in records)
        {
            session.Execute(
                Upsert,
                scopes.Number(record.Pair, record.Kind),
                (int)record.Side,
                record.Id.Value,
                record.SeenAt.UtcTicks,
                record.Label,
                record.Candidates.Count == 0 ? null : StoredText.FromIds(record.Candidates),
                StoredText.FromProblem(record.Problem));
        }
    }

    private static Unlinked Map(SqliteDataReader row, string pair, EntityKind kind) => new(pair, kind, row.Side(0), row.Id(1), StoredText.ToProblem(row.GetString(5)))
    {
        SeenAt = row.Instant(2),
        Label = row.Text(3),
        Candidates = row.Text(4) is { } ids ? StoredText.ToIds(ids) : [],
    };
}
