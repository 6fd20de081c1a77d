using System.Globalization;
using System.Text.RegularExpressions;

namespace ErpSync.House.Tests;

/// <summary>Each complaint of docs/complaints.md has its row, and what is said to show it exists.</summary>
public sealed partial class ComplaintRules
{
    private const string Page = "docs/complaints.md";
    private static readonly string[] Sections = File.ReadAllText(Path.Combine(House.Root, Page)).Split("\n## ");

    private static readonly IReadOnlyList<string[]> Complaints = Rows(Sections[0]);

    private static readonly IReadOnlyList<string[]> Wishes = Rows(Sections.Single(section => section.StartsWith("What people want", StringComparison.Ordinal)));

    [Fact]
    public void Every_complaint_has_one_row_with_one_to_three_tests()
    {
        Complaints.Select(row => row[0]).Should().Equal(Numbers(40));
        Complaints.Where(row => row.Length != 4 || row.Take(3).Any(cell => cell.Length == 0) || Names(row).Count is < 1 or > 3).Select(row => row[0]).Should().BeEmpty();
    }

    [Fact]
    public void Every_test_that_is_named_runs()
    {
        var known = House.SourceFiles("tests").SelectMany(Tests).ToHashSet(StringComparer.Ordinal);
        known.Should().HaveCountGreaterThan(1000);

        Complaints.SelectMany(Names).Except(known, StringComparer.Ordinal).Should().BeEmpty("{0} names them", Page);
    }

    [Fact]
    public void Every_wish_has_one_row_with_pages_or_samples_that_exist()
    {
        Wishes.Select(row => row[0]).Should().Equal(Numbers(13));
        foreach (var row in Wishes)
        {
            var targets = Link().Matches(row[2]).Select(link => Path.GetFullPath(Path.Combine(House.Root, "docs", link.Groups["target"].Value))).ToList();
            targets.Should().NotBeEmpty("{0} of {1}", row[0], Page);
            targets.Where(target => !File.Exists(target)).Should().BeEmpty("{0} of {1}", row[0], Page);
        }
    }

    private static IEnumerable<string> Numbers(int last) => Enumerable.Range(1, last).Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static IReadOnlyList<string[]> Rows(string section) =>
        [.. section.Split('\n').Where(line => Row().IsMatch(line)).Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToArray())];

    private static IReadOnlyList<string> Names(string[] row) => [.. Name().Matches(row[^1]).Select(match => match.Groups["name"].Value)];

    /// <summary>The tests of a file as class and method; those that are skipped are none.</summary>
    private static IEnumerable<string> Tests(string file)
    {
        string? owner = null;
        var isTest = false;
        foreach (var line in File.ReadLines(file))
        {
            if (Class().Match(line) is { Success: true } type)
                owner = type.Groups["name"].Value;
            else if (Attribute().IsMatch(line))
                isTest |= !line.Contains("Skip", StringComparison.Ordinal);
            else if (isTest && Method().Match(line) is { Success: true } method)
            {
                isTest = false;
                yield return $"{owner}.{method.Groups["name"].Value}";
            }
        }
    }

    [GeneratedRegex(@"^\| *[0-9]+ *\|", RegexOptions.None, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Za-z0-9]+\\.[A-Za-z0-9_]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*(public|internal) ((sealed|abstract|static|partial) )*class (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Class();

    [GeneratedRegex(@"^\s*\[\w*(Fact|Theory)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^\s*public (async )?(Task|void) (?<name>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Method();
}
