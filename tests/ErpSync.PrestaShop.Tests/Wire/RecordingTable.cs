using System.Globalization;
using ErpSync.Testing;

namespace ErpSync.PrestaShop.Tests;

/// <summary>
/// The table of all recordings of a version, <c>recordings-9.1.4.txt</c> beside this file: a line per file with what becomes of it and what it shows. Written anew with ERPSYNC_APPROVE=1 and then reviewed.
/// </summary>
internal static class RecordingTable
{
    private const int LongestText = 140;

    /// <summary>Resources whose records are told one by one; of the others the table tells how many rows were read.</summary>
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        "products", "combinations", "categories", "stock_availables", "specific_prices", "manufacturers", "suppliers", "product_suppliers", "product_options", "product_option_values",
        "product_features", "product_feature_values", "taxes", "tax_rules", "tax_rule_groups", "languages", "currencies", "shops", "shop_groups", "shop_urls", "configurations", "images", "",
    };

    /// <summary>What is expected of each file, as the table says it.</summary>
    public static IReadOnlyDictionary<string, string> Read(string version) =>
        File.Exists(PathOf(version)) ? File.ReadLines(PathOf(version)).Where(line => line.Length > 0 && line[0] != '#').ToDictionary(line => line[..line.IndexOf(" | ", StringComparison.Ordinal)], StringComparer.Ordinal)
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What became of each file, in the table's form.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ActualAsync(string version)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        using var recordings = new PrestaShopRecordings();
        foreach (var recording in Recorded.All(version).OrderBy(recording => recording.File, StringComparer.Ordinal))
            lines[recording.File] = $"{recording.File} | {(recording.Response is null ? "no answer was recorded" : Outcome(recording, await Recorded.ReadAsync(recordings, recording)))} | {recording.Title}";
        return lines;
    }

    /// <summary>Writes the table.</summary>
    public static void Write(string version, IReadOnlyDictionary<string, string> lines) => File.WriteAllLines(
        PathOf(version),
        ["# file | what becomes of it | what it shows", "# read: the answer was understood; refused: it tells a problem, recognised as kind and code; not applicable: it is none of this connector's, and why.", .. lines.Values]);

    private static string Outcome(Recording recording, WireOutcome outcome) => outcome switch
    {
        WireOutcome.Read read when Told.Contains(Resource(recording)) => "read " + Short(read.Text),
        WireOutcome.Read read => string.Create(CultureInfo.InvariantCulture, $"read {read.Count} of {Resource(recording)}"),
        WireOutcome.Classified refused => $"refused {refused.Problem.Kind} {refused.Problem.Code}",
        WireOutcome.NotApplicable other => "not applicable: " + other.Reason,
        _ => throw new InvalidOperationException($"{recording.File} became {outcome}."),
    };

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestText ? line : string.Concat(line.AsSpan(0, LongestText), "…");
    }

    private static string Resource(Recording recording) => recording.Request.Path.Trim('/').Split('/') is ["api", var resource, ..] ? resource : "";

    private static string PathOf(string version)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ErpSync.sln")))
                return Path.Combine(folder.FullName, "tests", "ErpSync.PrestaShop.Tests", "Wire", $"recordings-{version}.txt");
        }

        throw new InvalidOperationException("The solution is not above the tests.");
    }
}
