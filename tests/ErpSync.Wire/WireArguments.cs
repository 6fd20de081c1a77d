namespace ErpSync.Wire;

/// <summary>What the tool was asked for.</summary>
/// <param name="Folder">The folder of recordings, full path.</param>
/// <param name="System">The system to use for every file; null takes it from the folder's name.</param>
internal sealed record WireArguments(string Folder, string? System)
{
    public static WireArguments? Parse(string[] args)
    {
        string? folder = null, system = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--json")
                continue;
            if (args[i] == "--system" && i + 1 < args.Length)
                system = args[++i].ToLowerInvariant();
            else if (args[i].StartsWith("--system=", StringComparison.Ordinal))
                system = args[i]["--system=".Length..].ToLowerInvariant();
            else if (args[i].StartsWith('-') || folder is not null)
                return null;
            else
                folder = Path.GetFullPath(args[i]);
        }

        return folder is null ? null : new WireArguments(folder, system);
    }
}
