namespace ErpSync;

/// <summary>The rows of cursors and other small texts.</summary>
internal static class TextTable
{
    public static string? Get(Session session, string pair, string key) => (string?)session.Scalar("SELECT text FROM texts WHERE pair = $1 AND key = $2", pair, key);

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
}
