namespace ErpSync;

/// <summary>Erases what is kept of records.</summary>
internal static class Erasing
{
    private const string ErasedError = "(erased)";

    public static IReadOnlyDictionary<string, long> Erase(Session session, string pair, IReadOnlyCollection<RecordKey> records)
    {
        var scopes = new Scopes(session);
        var keys = records.Select(record => (Scope: scopes.Number(record.Pair, record.Kind), Record: record)).ToList();
        var texts = Collect(session, keys);
        return new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["journal"] = Each(keys, key => session.Execute("DELETE FROM journal WHERE scope = $1 AND side = $2 AND id = $3", key.Scope, (int)key.Record.Side, key.Record.Id.Value)),
            ["parked"] = Rows(session, "parked", pair, keys, texts),
            ["red"] = Rows(session, "unlinked", pair, keys, texts),
            ["intents"] = Each(keys, key => session.Execute(
                "DELETE FROM intents WHERE pair = $1 AND kind = $2 AND target = $3 AND source_id = $4",
                pair,
                key.Record.Kind.Name,
                key.Record.Side == Side.First ? (int)Side.Second : (int)Side.First,
                key.Record.Id.Value)),
            ["labels"] = Each(keys, key => session.Execute($"UPDATE links SET label = NULL WHERE scope = $1 AND {IdColumn(key.Record.Side)} = $2 AND label IS NOT NULL", key.Scope, key.Record.Id.Value)),
            ["run errors"] = Errors(session, pair, texts),
        };
    }

    private static ErasedTexts Collect(Session session, List<(long Scope, RecordKey Record)> keys)
    {
        var texts = new ErasedTexts(keys.Select(key => key.Record));
        foreach (var (scope, record) in keys)
        {
            var values = session.Read("SELECT old_value, new_value FROM journal WHERE scope = $1 AND side = $2 AND id = $3", row => (row.Text(0), row.Text(1)), scope, (int)record.Side, record.Id.Value);
            foreach (var (before, after) in values)
            {
                texts.AddValue(before);
                texts.AddValue(after);
            }

            session.Read($"SELECT label FROM links WHERE scope = $1 AND {IdColumn(record.Side)} = $2", row => row.Text(0), scope, record.Id.Value).ForEach(texts.AddLabel);
            foreach (var table in (ReadOnlySpan<string>)["parked", "unlinked"])
                session.Read($"SELECT label FROM {table} WHERE scope = $1 AND side = $2 AND id = $3", row => row.Text(0), scope, (int)record.Side, record.Id.Value).ForEach(texts.AddLabel);
        }

        return texts;
    }

    /// <summary>Red and parked rows: those of the records themselves, and those of others whose reason speaks of them.</summary>
    private static long Rows(Session session, string table, string pair, List<(long Scope, RecordKey Record)> keys, ErasedTexts texts)
    {
        var own = keys.Select(key => (key.Scope, key.Record.Side, key.Record.Id)).ToHashSet();
        var rows = session.Read(
            $"SELECT t.rowid, t.scope, t.side, t.id, t.problem FROM {table} AS t JOIN scopes AS s ON s.scope = t.scope WHERE s.pair = $1",
            row => (Number: row.GetInt64(0), IsGone: own.Contains((row.GetInt64(1), row.Side(2), row.Id(3))) || texts.AreIn(StoredText.ToProblem(row.GetString(4)))),
            pair);
        return rows.Where(row => row.IsGone).Sum(row => session.Execute($"DELETE FROM {table} WHERE rowid = $1", row.Number));
    }

    private static long Errors(Session session, string pair, ErasedTexts texts)
    {
        var runs = session.Read("SELECT number, error FROM runs INDEXED BY run_pair WHERE pair = $1 AND error IS NOT NULL", row => (Number: row.GetInt64(0), Error: row.Text(1)), pair);
        return runs.Where(run => texts.AreIn(run.Error)).Sum(run => session.Execute("UPDATE runs SET error = $2 WHERE number = $1", run.Number, ErasedError));
    }

    private static long Each(List<(long Scope, RecordKey Record)> keys, Func<(long Scope, RecordKey Record), long> change) => keys.Sum(change);

    private static string IdColumn(Side side) => side == Side.First ? "first_id" : "second_id";
}
