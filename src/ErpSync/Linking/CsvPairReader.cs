using System.Runtime.CompilerServices;
using System.Text;

namespace ErpSync;

/// <summary>Reads id pairs from a table. Quoted fields may hold separators, quotes (doubled) and line ends.</summary>
internal sealed class CsvPairReader(Stream csv, string firstColumn, string secondColumn, char? separator)
{
    private const int LongestRecord = 20;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    public async IAsyncEnumerable<AdoptRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(csv, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var number = 1L;
        if (await reader.ReadLineAsync(cancellationToken) is not { } heading)
        {
            yield return Bad(1, "adopt.empty", "The table is empty.");
            yield break;
        }

        var mark = separator ?? Separators.MaxBy(candidate => heading.Count(character => character == candidate));
        var names = Split(heading, mark, out _);
        var (first, second) = (Column(names, firstColumn), Column(names, secondColumn));
        if (first < 0 || second < 0)
        {
            yield return Bad(1, "adopt.column-missing", $"There is no column '{(first < 0 ? firstColumn : secondColumn)}'. Columns: {string.Join(", ", names)}.");
            yield break;
        }

        var ahead = new Queue<string>();
        while (await NextAsync(reader, ahead, cancellationToken) is { } line)
        {
            var began = ++number;
            var fields = Split(line, mark, out var isOpen);
            var more = new List<string>();
            while (isOpen && more.Count < LongestRecord && await NextAsync(reader, ahead, cancellationToken) is { } next)
            {
                more.Add(next);
                fields = Split(string.Join('\n', more.Prepend(line)), mark, out isOpen);
            }

            // A quote that nothing closes spoils its own line, not those behind it.
            if (isOpen)
                ahead = new Queue<string>(more.Concat(ahead));
            else
                number += more.Count;
            if (line.Trim().Length == 0)
                continue;
            yield return isOpen ? Bad(began, "adopt.quote-open", "A quote is not closed.")
                : fields.Count <= Math.Max(first, second) ? Bad(began, "adopt.fields-missing", $"It has {fields.Count} fields and needs {Math.Max(first, second) + 1}.")
                : fields[first].Length == 0 || fields[second].Length == 0 ? Bad(began, "adopt.id-missing", "One of the two ids is empty.")
                : new AdoptRow(began, new RemoteId(fields[first]), new RemoteId(fields[second]));
        }
    }

    private static async ValueTask<string?> NextAsync(StreamReader reader, Queue<string> ahead, CancellationToken cancellationToken) =>
        ahead.TryDequeue(out var line) ? line : await reader.ReadLineAsync(cancellationToken);

    private static AdoptRow Bad(long line, string code, string message) => new(line, null, null, new SyncProblem(ProblemKind.Unreadable, code, message));

    private static int Column(List<string> names, string wanted) => names.FindIndex(name => string.Equals(name, wanted.Trim(), StringComparison.OrdinalIgnoreCase));

    private static List<string> Split(string line, char separator, out bool isOpen)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var character = line[i];
            if (quoted && character == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (character == '"' && (quoted || field.ToString().Trim().Length == 0))
            {
                quoted = !quoted;
            }
            else if (character == separator && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(character);
            }
        }

        fields.Add(field.ToString().Trim());
        isOpen = quoted;
        return fields;
    }
}
