using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>The rows of kept plans.</summary>
internal static class PlanTable
{
    private const string Upsert = """
        INSERT INTO plans (pair, name, made_at, entries, writes, content) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (pair, name) DO UPDATE SET made_at = excluded.made_at, entries = excluded.entries, writes = excluded.writes, content = excluded.content
        """;

    public static int Save(Session session, StoredPlan plan) =>
        session.Execute(Upsert, plan.Pair, plan.Name, plan.MadeAt.UtcTicks, plan.Entries, plan.Writes, plan.Content.Value() ?? []);

    public static List<StoredPlan> Read(Session session, string pair) =>
        session.Read("SELECT name, made_at, entries, writes FROM plans WHERE pair = $1 ORDER BY made_at DESC, name", row => Map(row, pair), pair);

    public static StoredPlan? Find(Session session, string pair, string name) => session.Read(
        "SELECT name, made_at, entries, writes, content FROM plans WHERE pair = $1 AND name = $2",
        row => Map(row, pair) with { Content = row.Bytes(4) },
        pair,
        name).FirstOrDefault();

    public static bool Remove(Session session, string pair, string name) => session.Execute("DELETE FROM plans WHERE pair = $1 AND name = $2", pair, name) > 0;

    private static StoredPlan Map(SqliteDataReader row, string pair) => new(pair, row.GetString(0), row.Instant(1))
    {
        Entries = row.GetInt64(2),
        Writes = row.GetInt64(3),
    };
}
