using System.Text.Json;
using ErpSync.Testing;

namespace ErpSync.Wire;

/// <summary>Sends each recorded exchange of a folder through the connector that its name belongs to, and says what became of it.</summary>
internal static class WireTool
{
    private const string Usage = "Usage: dotnet run --project tests/ErpSync.Wire -- <folder> [--system prestashop|dolibarr|woocommerce|vtiger] [--json]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (WireArguments.Parse(args) is not { } arguments)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        if (!Directory.Exists(arguments.Folder))
        {
            Console.Error.WriteLine($"There is no folder {arguments.Folder}.");
            return 2;
        }

        var tally = new Tally();
        foreach (var file in Directory.EnumerateFiles(arguments.Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(arguments.Folder, file).Replace('\\', '/');
            var line = await ReadAsync(file, arguments);
            tally.Add(line.Verdict);
            Console.WriteLine($"{line.Verdict.ToString().ToLowerInvariant(),-14} {name}: {line.Text}");
        }

        Console.WriteLine(tally.ToJson());
        return tally.Failed > 0 ? 1 : 0;
    }

    private static async Task<WireLine> ReadAsync(string file, WireArguments arguments)
    {
        try
        {
            if (Recording.Read(file, arguments.Folder) is not { } recording)
                return new WireLine(WireVerdict.NotApplicable, "not a recorded exchange");
            using var wire = WireSystem.For(arguments.System ?? SystemOf(file));
            return wire is null
                ? new WireLine(WireVerdict.NotApplicable, "no connector for this system yet")
                : await wire.ReadAsync(recording);
        }
        catch (JsonException exception)
        {
            return new WireLine(WireVerdict.Failed, $"the file is not JSON: {exception.Message}");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new WireLine(WireVerdict.Failed, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>The nearest folder whose name begins with a system's name and a hyphen.</summary>
    private static string SystemOf(string file)
    {
        for (var folder = new FileInfo(file).Directory; folder is not null; folder = folder.Parent)
        {
            var system = folder.Name.Split('-')[0].ToLowerInvariant();
            if (WireSystem.Names.Contains(system, StringComparer.Ordinal))
                return system;
        }

        return "";
    }
}
