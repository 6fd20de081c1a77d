using System.Text.Json;
using System.Text.RegularExpressions;

namespace ErpSync.House.Tests;

public sealed partial class TextRules
{
    /// <summary>Packages, each with those whose codes its texts cover.</summary>
    public static TheoryData<string, string[]> Packages => new()
    {
        { "ErpSync", ["ErpSync", "ErpSync.Abstractions"] },
        { "ErpSync.Http", ["ErpSync.Http"] },
        { "ErpSync.Sqlite", ["ErpSync.Sqlite"] },
        { "ErpSync.PrestaShop", ["ErpSync.PrestaShop"] },
        { "ErpSync.Dolibarr", ["ErpSync.Dolibarr"] },
        { "ErpSync.WooCommerce", ["ErpSync.WooCommerce"] },
        { "ErpSync.Vtiger", ["ErpSync.Vtiger"] },
        { "ErpSync.Recipes", ["ErpSync.Recipes"] },
    };

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_code_has_a_text_in_English_and_French(string home, string[] packages)
    {
        var codes = packages.SelectMany(Codes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        codes.Should().HaveCountGreaterThan(10);
        foreach (var language in new[] { "en", "fr" })
            codes.Except(Texts(home, language).Keys).Should().BeEmpty("each code of {0} needs a text in {1}", home, language);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Both_languages_say_the_same_with_the_same_values(string home, string[] packages)
    {
        _ = packages;
        var english = Texts(home, "en");
        var french = Texts(home, "fr");
        french.Keys.Should().BeEquivalentTo(english.Keys);
        english.Where(text => !Values(text.Value).SetEquals(Values(french[text.Key]))).Select(text => text.Key).Should().BeEmpty();
        french.Values.Concat(english.Values).Should().NotContain(text => text.Trim().Length == 0);
    }

    private static HashSet<string> Values(string template) => [.. Value().Matches(template).Select(match => match.Value)];

    private static IEnumerable<string> Codes(string package) => House.SourceFiles($"src/{package}")
        .Where(file => !file.EndsWith("Telemetry.cs", StringComparison.Ordinal) && !file.EndsWith("EngineSpans.cs", StringComparison.Ordinal))
        .SelectMany(File.ReadLines)
        .Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal))
        .SelectMany(line => Code().Matches(line).Select(match => match.Groups["code"].Value));

    private static Dictionary<string, string> Texts(string package, string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(House.Root, "src", package, "Texts", $"{language}.json")))!;

    /// <summary>Words joined by a dot in quotes; not the columns of a query, the names of spans, tags and files.</summary>
    [GeneratedRegex("\"(?<code>(?!erpsync\\.|error\\.|texts\\.|t\\.|ef\\.)[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*)(?<!\\.(pdf|php|png))\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\{[a-zA-Z0-9]+\}", RegexOptions.None, 1000)]
    private static partial Regex Value();
}
