namespace ErpSync;

/// <summary>The rows of cursors and other small texts.</summary>
internal static class TextTable
{
    public static string? Get(Session session, string pair, string key) => (string?)session.Scalar("SELECT text FROM texts WHERE pair = $1 AND key = $2", pair, key);

    // The first condition walks the index from the prefix on, the second one is exact whatever characters the prefix ends with.
    public static List<KeyValuePair<string, string>> ReadPrefix(Session session, string pair, string prefix) => session.Read(
        "SELECT key, text FROM texts WHERE pair = $1 AND key >= $2 AND substr(key, 1, length($2)) = $2",
        row => KeyValuePair.Create(row.GetString(0), row.GetString(1)),
        pair,
        prefix);

    public static void Save(Session session, IEnumerable<(string Pair, string Key, string? Text)> texts)
    {
        foreach (var (pair, key, text) in texts)
        {
            if (text is null)
                session.Execute("DELETE FROM texts WHERE pair = $1 AND key = $2", pair, key);
            else
                session.Execute("INSERT INTO texts (pair, key, text) VALUES ($1, $2, $3) ON CONFLICT (pair, key) DO UPDATE SET text = excluded.text", pair, key, text);
        }
    }

    /// <summary>Sets what is not there yet.</summary>
    public static void Add(Session session, IEnumerable<(string Pair, string Key, string Text)> texts)
    {
        foreach (var (pair, key, text) in texts)
            session.Execute("INSERT INTO texts (pair, key, text) VALUES ($1, $2, $3) ON CONFLICT (pair, key) DO NOTHING", pair, key, text);
    }
}
