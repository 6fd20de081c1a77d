namespace ErpSync;

/// <summary>Removes what is older than a pair keeps, a few rows at a time.</summary>
internal static class Pruning
{
    // Both limits are ranges of an index, so that a journal in which nothing is old costs nothing.
    private const string JournalByAge = """
        DELETE FROM journal WHERE number IN (SELECT number FROM journal INDEXED BY journal_at
            WHERE at < $2 AND scope IN (SELECT scope FROM scopes WHERE pair = $1) ORDER BY at, number LIMIT $3)
        """;

    private const string JournalByNumber = """
        DELETE FROM journal WHERE number IN (SELECT number FROM journal NOT INDEXED
            WHERE number <= coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'journal'), 0) - $2
            AND scope IN (SELECT scope FROM scopes WHERE pair = $1) ORDER BY number LIMIT $3)
        """;

    private const string Runs = """
        DELETE FROM runs WHERE number IN (SELECT number FROM runs INDEXED BY run_pair
            WHERE pair = $1 AND (started_at < $2 OR number <= coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'runs'), 0) - $3) ORDER BY number LIMIT $4)
        """;

    private const string Plans = "DELETE FROM plans WHERE number IN (SELECT number FROM plans WHERE pair = $1 AND made_at < $2 LIMIT $3)";

    public static int Prune(Session session, Retention retention, int atMost)
    {
        var before = retention.Before.UtcTicks;
        var removed = session.Execute(JournalByAge, retention.Pair, before, atMost);
        removed += session.Execute(JournalByNumber, retention.Pair, retention.JournalEntries, atMost - removed);
        removed += session.Execute(Runs, retention.Pair, before, retention.Runs, atMost - removed);
        return removed + session.Execute(Plans, retention.Pair, before, atMost - removed);
    }
}
