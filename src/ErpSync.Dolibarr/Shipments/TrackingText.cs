namespace ErpSync.Dolibarr;

/// <summary>
/// Tracking numbers in what Dolibarr has for them: one column of 50 characters. Numbers that do not fit are kept whole in a last line of the private note, and are read back from it;
/// none is shortened or lost.
/// </summary>
/// <param name="Column">What goes into the column.</param>
/// <param name="Rest">The numbers for the line of the note; empty when all fit.</param>
internal sealed record TrackingText(string Column, string Rest)
{
    private const int Longest = 50;
    private const int LongestNumber = 255;
    private const string Between = ", ";
    private const string Mark = "Tracking numbers: ";

    /// <summary>Spreads numbers over column and note, in their order.</summary>
    public static TrackingText Of(IEnumerable<string> numbers, DolibarrSetup setup)
    {
        var all = Numbers(numbers, setup);
        var fitting = 0;
        for (var length = 0; fitting < all.Count && (length += all[fitting].Length + (fitting == 0 ? 0 : Between.Length)) <= Longest; fitting++)
        {
        }

        return new TrackingText(string.Join(Between, all.Take(fitting)), string.Join(Between, all.Skip(fitting)));
    }

    /// <summary>The numbers as they come back.</summary>
    public static ValueList<string> Normalise(IEnumerable<string> numbers, DolibarrSetup setup) => Numbers(numbers, setup).ToValueList();

    /// <summary>The numbers of a shipment, and its note without the line that holds some of them.</summary>
    public static (ValueList<string> Numbers, string? Note) Read(string? column, string? note)
    {
        var rest = "";
        if (note is not null && note.LastIndexOf(Mark, StringComparison.Ordinal) is var place and >= 0 && (place == 0 || note[place - 1] == '\n') && !note[place..].Contains('\n', StringComparison.Ordinal))
            (rest, note) = (note[(place + Mark.Length)..], note[..place].TrimEnd());
        return (Split(column ?? "").Concat(Split(rest)).ToValueList(), string.IsNullOrEmpty(note) ? null : note);
    }

    /// <summary>The note with the line for the numbers that do not fit.</summary>
    public string WithNote(string? note) => Rest.Length == 0 ? note ?? "" : string.IsNullOrWhiteSpace(note) ? Mark + Rest : $"{note}\n{Mark}{Rest}";

    private static List<string> Numbers(IEnumerable<string> numbers, DolibarrSetup setup) => [.. numbers.Select(number => Notes.Line(number, setup, LongestNumber)).OfType<string>().SelectMany(Split)];

    private static string[] Split(string text) => text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
