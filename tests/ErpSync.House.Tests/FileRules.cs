using System.Text.RegularExpressions;

namespace ErpSync.House.Tests;

public sealed partial class FileRules
{
    private const int Ceiling = 300;

    [Fact]
    public void No_file_is_longer_than_two_screens_and_a_half()
    {
        House.SourceFiles("src", "tests", "samples", "bench")
            .Where(file => File.ReadLines(file).Count() > Ceiling)
            .Select(House.Relative)
            .Should().BeEmpty("a file that outgrows {0} lines wants to be two rooms", Ceiling);
    }

    [Fact]
    public void Each_file_holds_one_public_type_or_one_closed_family()
    {
        House.SourceFiles("src")
            .Select(file => (File: House.Relative(file), Types: PublicTypes(file)))
            .Where(item => item.Types.Count > 1 && !AreOneFamily(item.Types))
            .Select(item => $"{item.File}: {string.Join(", ", item.Types)}")
            .Should().BeEmpty();
    }

    [Fact]
    public void Each_file_is_named_after_its_public_type()
    {
        House.SourceFiles("src")
            .Select(file => (File: House.Relative(file), Name: Path.GetFileNameWithoutExtension(file).Split('{', '.')[0], Types: PublicTypes(file)))
            .Where(item => item.Types.Count > 0 && !item.Types.Contains(item.Name, StringComparer.Ordinal))
            .Select(item => $"{item.File} holds {string.Join(", ", item.Types)}")
            .Should().BeEmpty();
    }

    [Fact]
    public void No_word_marks_something_unfinished()
    {
        House.SourceFiles("src", "samples")
            .SelectMany(file => File.ReadLines(file).Select((line, i) => (Place: $"{House.Relative(file)}:{i + 1}", Line: line)))
            .Where(item => Unfinished().IsMatch(item.Line))
            .Select(item => item.Place)
            .Should().BeEmpty();
    }

    [Fact]
    public void No_path_of_a_machine_is_committed()
    {
        House.SourceFiles("src", "samples", "tests", "bench")
            .Where(file => !file.EndsWith("FileRules.cs", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("/work" + "/", StringComparison.Ordinal) || File.ReadAllText(file).Contains("/tmp" + "/", StringComparison.Ordinal))
            .Select(House.Relative)
            .Should().BeEmpty();
    }

    [GeneratedRegex(@"NotImplementedException|NotSupportedException\(\)|\bTODO\b|\bFIXME\b|\bHACK\b|\bfor now\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^public (?:static |sealed |abstract |readonly |partial |ref )*(?:class|struct|interface|enum|record struct|record|delegate [\w<>\[\]?,. ]+?) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicType();

    private static List<string> PublicTypes(string file) =>
        [.. PublicType().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Types whose names begin alike: a generic type and its companion, or a base record and its cases.</summary>
    private static bool AreOneFamily(List<string> types) => types.TrueForAll(type => type.Contains(types[0], StringComparison.Ordinal));
}
