namespace ErpSync.Host;

/// <summary>The desk in a terminal.</summary>
internal static class Terminal
{
    public static async Task<int> RunAsync(Desk desk, string[] args)
    {
        if (args is not ["console"])
            return Print(await desk.DoAsync(args, CancellationToken.None));
        Print(await desk.DoAsync(["help"], CancellationToken.None));
        while (await Console.In.ReadLineAsync() is { } line && line.Trim() is not "exit")
        {
            Console.WriteLine($"> {line}");
            Print(await desk.DoAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), CancellationToken.None));
        }

        return 0;
    }

    private static int Print(Table table)
    {
        var widths = table.Heads.Select((head, column) => Math.Min(60, table.Rows.Select(row => Text(row[column]).Length).Append(head.Length).Max())).ToList();
        Console.WriteLine(string.Join("  ", table.Heads.Select((head, column) => head.PadRight(widths[column]))).TrimEnd());
        foreach (var row in table.Rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => Text(cell).PadRight(widths[column]))).TrimEnd());
        Console.WriteLine(table.Rows.Count == 0 ? "nothing\n" : "");
        return table.Heads is ["not done"] ? 1 : 0;
    }

    private static string Text(Cell cell) => cell.Address is null ? cell.Text : $"{cell.Text} <{cell.Address}>";
}
