using System.Reflection;

namespace ErpSync.House.Tests;

/// <summary>The repository as the rules see it.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    /// <summary>The assemblies that are shipped as packages.</summary>
    public static IReadOnlyList<Assembly> Packages { get; } =
    [
        typeof(IEntity).Assembly,
        typeof(ISyncEngine).Assembly,
        Assembly.Load("ErpSync.Hosting"),
        Assembly.Load("ErpSync.Http"),
        Assembly.Load("ErpSync.Sqlite"),
        Assembly.Load("ErpSync.PrestaShop"),
        Assembly.Load("ErpSync.Dolibarr"),
        Assembly.Load("ErpSync.WooCommerce"),
        Assembly.Load("ErpSync.Vtiger"),
        Assembly.Load("ErpSync.Testing"),
        Assembly.Load("ErpSync.Sandbox"),
    ];

    public static IEnumerable<string> SourceFiles(params string[] areas) =>
        areas.Select(area => Path.Combine(Root, area)).Where(Directory.Exists).SelectMany(area => Directory.EnumerateFiles(area, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ErpSync.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
