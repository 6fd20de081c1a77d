namespace ErpSync.Host;

/// <summary>A value, and the address of the screen that shows it.</summary>
internal sealed record Cell(string Text, string? Address = null);

/// <summary>An answer: headings and rows.</summary>
internal sealed record Table(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    public static Table Of(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<Cell>> rows) => new(heads, [.. rows]);
}
