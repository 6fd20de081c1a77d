using ErpSync;

namespace QuickStart.Output;

/// <summary>Plain text for people; colours only where a terminal shows them.</summary>
internal static class Screen
{
    private const int ValueWidth = 60;

    public static void Title(string text)
    {
        Console.WriteLine();
        Console.WriteLine(text);
        Console.WriteLine(new string('-', text.Length));
    }

    public static void Line(string text = "") => Console.WriteLine(text);

    public static void Coloured(LinkColour colour, string text)
    {
        if (Console.IsOutputRedirected)
        {
            Console.WriteLine(text);
            return;
        }

        Console.ForegroundColor = colour switch
        {
            LinkColour.Green => ConsoleColor.Green,
            LinkColour.Orange => ConsoleColor.Yellow,
            _ => ConsoleColor.Red,
        };
        Console.WriteLine(text);
        Console.ResetColor();
    }

    /// <summary>A value in one short line.</summary>
    public static string Short(string? value)
    {
        var line = (value ?? "").ReplaceLineEndings(" ").Trim();
        return line.Length == 0 ? "(empty)" : line.Length <= ValueWidth ? line : line[..(ValueWidth - 1)] + "…";
    }
}
