namespace ErpSync.Testing;

/// <summary>Finds and reads folders of recorded exchanges.</summary>
public static class RecordingFolder
{
    /// <summary>The environment variable that names the folder which holds one folder per system and version.</summary>
    public const string Variable = "ERPSYNC_RECORDINGS";

    /// <summary>Finds the folder of all recordings: the environment variable first, else <c>../shared/recordings</c> beside the solution.</summary>
    /// <returns>The full path, or null when there are no recordings on this machine.</returns>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return Directory.Exists(named) ? Path.GetFullPath(named) : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "ErpSync.sln")))
                continue;
            var recordings = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "recordings"));
            return Directory.Exists(recordings) ? recordings : null;
        }

        return null;
    }

    /// <summary>Reads every recording of a folder and its sub-folders, ordered by file name.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The recordings; files that are not recorded exchanges (an index, a note) are passed over.</returns>
    public static IEnumerable<Recording> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => Recording.Read(file, folder))
            .OfType<Recording>();

    /// <summary>The folders of one system, one per recorded version, for example <c>prestashop-9.1.4</c>.</summary>
    /// <param name="system">The system's name in lower case, for example <c>prestashop</c>.</param>
    /// <returns>The full paths in order; empty when there are no recordings on this machine.</returns>
    public static IReadOnlyList<string> Of(string system) =>
        Find() is { } root
            ? [.. Directory.EnumerateDirectories(root, system + "-*").Order(StringComparer.Ordinal)]
            : [];
}
