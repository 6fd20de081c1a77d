using System.Text.Json;

namespace ErpSync;

/// <summary>The names and values by which a text speaks of erased records, for the authors of stores. Built from what is erased, then asked about what stays.</summary>
public sealed class ErasedTexts
{
    private const int ShortestText = 4;
    private readonly HashSet<string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _records;

    /// <summary>Begins with the records themselves.</summary>
    /// <param name="records">The records; a text names one as <c>kind id</c>, for example <c>customer 12</c>.</param>
    public ErasedTexts(IEnumerable<RecordKey> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        _records = records.Select(record => $"{record.Kind.Name} {record.Id.Value}").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Adds a label.</summary>
    /// <param name="label">The label; null, and texts of fewer than four characters, are left out, because they would be found everywhere.</param>
    public void AddLabel(string? label)
    {
        if (label?.Trim() is { Length: >= ShortestText } text)
            _texts.Add(text);
    }

    /// <summary>Adds every text inside a journalled value.</summary>
    /// <param name="json">The field's JSON; null and what is not JSON are left out.</param>
    public void AddValue(string? json)
    {
        if (string.IsNullOrEmpty(json))
            return;
        try
        {
            using var document = JsonDocument.Parse(json);
            Add(document.RootElement);
        }
        catch (JsonException)
        {
            AddLabel(json);
        }
    }

    /// <summary>Says whether a text speaks of an erased record.</summary>
    /// <param name="text">The text; null never does.</param>
    /// <returns>True when it names one of the records or holds one of the texts.</returns>
    public bool AreIn(string? text) =>
        !string.IsNullOrEmpty(text) && (_records.Any(record => HasWord(text, record)) || _texts.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Says whether a problem speaks of an erased record.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>True when its message, its remedy, its raw part or its place does.</returns>
    public bool AreIn(SyncProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return AreIn(problem.ToString()) || AreIn(problem.Raw) || problem.Arguments.Any(argument => AreIn(argument.Value));
    }

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }

    private void Add(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
            AddLabel(json.GetString());
        else if (json.ValueKind == JsonValueKind.Array)
            json.EnumerateArray().ToList().ForEach(Add);
        else if (json.ValueKind == JsonValueKind.Object)
            json.EnumerateObject().ToList().ForEach(property => Add(property.Value));
    }
}
