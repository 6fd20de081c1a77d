namespace ErpSync.Dolibarr.Tests;

/// <summary>
/// What each recording proves: its file, what becomes of it (<c>read</c> and the number of records, the code of the problem, or <c>none:</c> and why it is none of this connector's), and what
/// that shows. A file that is not in the table, or one of the table that is no file, fails a test.
/// </summary>
internal static class RecordingTable
{
    private static readonly Dictionary<string, Dictionary<string, (string Outcome, string Proves)>> Versions = new(StringComparer.Ordinal)
    {
        [Recorded.Newer] = Parse(Catalogue23.Rows, Trade23.Rows),
        [Recorded.Older] = Parse(Catalogue18.Rows, Trade18.Rows),
    };

    public static IReadOnlyDictionary<string, (string Outcome, string Proves)> Of(string folder) =>
        Versions.TryGetValue(folder, out var rows) ? rows : new Dictionary<string, (string, string)>(StringComparer.Ordinal);

    private static Dictionary<string, (string Outcome, string Proves)> Parse(params ReadOnlySpan<string> texts)
    {
        var rows = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var parts = line.Split(" | ");
                rows.Add(parts[0], (parts[1], parts[2]));
            }
        }

        return rows;
    }
}
