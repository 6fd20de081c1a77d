using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace QuickStart.Setup;

/// <summary>What the program was told: by appsettings.json, then the environment (<c>Shop__Url</c>), then the command line (<c>--Shop:Url=…</c>).</summary>
internal sealed record Settings
{
    public required string ShopUrl { get; init; }

    public required string ShopKey { get; init; }

    public required string ErpUrl { get; init; }

    public required string ErpKey { get; init; }

    public required string StoreFile { get; init; }

    /// <summary>How many products the sandbox is filled with.</summary>
    public int Products { get; init; } = 300;

    /// <summary>Prints one JSON object as the last line.</summary>
    public bool Json { get; init; }

    /// <summary>Writes to real servers without asking.</summary>
    public bool Yes { get; init; }

    /// <summary>Whether orders flow too: with the embedded servers only, because real ones have books.</summary>
    public bool WithOrders { get; init; }

    public string? Problem { get; init; }

    /// <summary>True when no server was named: the program then starts its own.</summary>
    public bool UsesSandbox => ShopUrl.Length == 0 && ErpUrl.Length == 0;

    public static Settings Read(string[] args)
    {
        var flags = args.Where(arg => arg is "--json" or "--yes").ToHashSet(StringComparer.Ordinal);
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. args.Where(arg => !flags.Contains(arg))], new Dictionary<string, string> { ["--products"] = "Products", ["--store"] = "Store" })
            .Build();
        var products = configuration["Products"] ?? "300";
        var settings = new Settings
        {
            ShopUrl = configuration["Shop:Url"] ?? "",
            ShopKey = configuration["Shop:ApiKey"] ?? "",
            ErpUrl = configuration["Erp:Url"] ?? "",
            ErpKey = configuration["Erp:ApiKey"] ?? "",
            StoreFile = configuration["Store"] ?? "quickstart.db",
            Json = flags.Contains("--json"),
            Yes = flags.Contains("--yes"),
            Products = int.TryParse(products, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1,
        };
        return settings with { Problem = Check(settings, products) };
    }

    private static string? Check(Settings settings, string products)
    {
        if (settings.Products is < 20 or > 100_000)
            return $"--products {products}: give a number from 20 to 100000.";
        if (settings.UsesSandbox)
            return null;
        var missing = new[] { ("Shop:Url", settings.ShopUrl), ("Shop:ApiKey", settings.ShopKey), ("Erp:Url", settings.ErpUrl), ("Erp:ApiKey", settings.ErpKey) }
            .Where(setting => setting.Item2.Length == 0).Select(setting => setting.Item1).ToList();
        return missing.Count == 0 ? null : $"To use real servers, set {string.Join(", ", missing)} too (appsettings.json, environment or command line).";
    }
}
