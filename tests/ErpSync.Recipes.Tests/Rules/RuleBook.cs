using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace ErpSync.Recipes.Tests.Rules;

/// <summary>The rules of all lists, and the tests that show them.</summary>
internal static partial class RuleBook
{
    private static readonly (string File, string List, string Title)[] Lists =
    [
        ("cyberoffice.tsv", "CyberOffice", "PrestaShop and Dolibarr, of the CyberOffice kind"),
        ("connect.tsv", "Connect", "Feeds between a hub and PrestaShop, of the Connect kind"),
        ("vtiger.tsv", "Vtiger", "PrestaShop and vtiger CRM, of the connector's kind"),
        ("wpshop.tsv", "WpShop", "A shop and Dolibarr, of the WPshop kind"),
    ];

    public static string Root { get; } = FindRoot();

    public static string Table { get; } = Path.Combine(Root, "docs", "rules.md");

    public static IReadOnlyList<Rule> Rules { get; } = [.. Lists.SelectMany(list => Read(list.File, list.List))];

    /// <summary>The names of all test methods of this assembly that run and begin with a list's name and a number, by the prefix.</summary>
    public static ILookup<string, string> Tests { get; } = typeof(RuleBook).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttributes<FactAttribute>().Any(fact => fact.Skip is null))
        .Select(method => method.Name)
        .Where(name => Prefix().IsMatch(name))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .ToLookup(name => Prefix().Match(name).Value, StringComparer.Ordinal);

    public static string Render()
    {
        var text = new StringBuilder();
        text.Append("# The rules that the recipes keep\n\n");
        text.Append("Generated from the lists in `tests/ErpSync.Recipes.Tests/Rules` and the names of the tests; `ERPSYNC_APPROVE=1 dotnet test tests/ErpSync.Recipes.Tests --filter Rules` writes it again.\n");
        text.Append("A rule is numbered by the section and its place there. Where the original has a trap, the test is for the safe behaviour.\n\n");
        text.Append("| list | rules | tested | open | cannot be tested |\n|---|---|---|---|---|\n");
        foreach (var (_, list, _) in Lists)
        {
            var rules = Rules.Where(rule => rule.List == list).ToList();
            text.Append($"| {list} | {rules.Count} | {rules.Count(rule => Tests.Contains(rule.Prefix))} | {rules.Count(rule => IsOpen(rule))} | {rules.Count(rule => rule.Untestable is not null)} |\n");
        }

        foreach (var (_, list, title) in Lists)
        {
            text.Append($"\n## {title}\n\n| list | number | rule | test | status |\n|---|---|---|---|---|\n");
            foreach (var rule in Rules.Where(rule => rule.List == list))
                text.Append($"| {list} | {rule.Number.Replace('_', '.')} | {rule.Text} | {string.Join("<br>", Tests[rule.Prefix].Select(test => $"`{test}`"))} | {Status(rule)} |\n");
        }

        return text.ToString();
    }

    private static bool IsOpen(Rule rule) => !Tests.Contains(rule.Prefix) && rule.Untestable is null;

    private static string Status(Rule rule) => Tests.Contains(rule.Prefix) ? "tested" : rule.Untestable is { } reason ? $"cannot be tested: {reason}" : "open";

    private static IEnumerable<Rule> Read(string file, string list) => File.ReadLines(Path.Combine(Root, "tests", "ErpSync.Recipes.Tests", "Rules", file))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .Select(parts => parts.Length is 2 or 3
            ? new Rule(list, parts[0], parts[1], parts.Length == 3 ? parts[2].Trim() : "")
            : throw new InvalidDataException($"{file}: '{string.Join(" ", parts)}' is not number, rule and status, separated by tabs."));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ErpSync.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }

    [GeneratedRegex("^((CyberOffice|Connect|Vtiger)_[A-Z][0-9]*_|WpShop_[0-9]+(_[0-9]+)?_)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();
}
