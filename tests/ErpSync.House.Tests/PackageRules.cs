using System.Xml.Linq;

namespace ErpSync.House.Tests;

public sealed class PackageRules
{
    [Fact]
    public void Package_versions_are_exact_and_central()
    {
        var central = XDocument.Load(Path.Combine(House.Root, "Directory.Packages.props"));
        central.Descendants("PackageVersion").Select(version => version.Attribute("Version")!.Value)
            .Should().OnlyContain(version => version.All(character => char.IsAsciiDigit(character) || character == '.'));
        Projects().SelectMany(project => XDocument.Load(project).Descendants("PackageReference"))
            .Where(reference => reference.Attribute("Version") is not null)
            .Should().BeEmpty();
    }

    [Fact]
    public void Contracts_depend_on_the_abstractions_of_dependency_injection_only()
    {
        var project = XDocument.Load(Path.Combine(House.Root, "src", "ErpSync.Abstractions", "ErpSync.Abstractions.csproj"));
        project.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)
            .Should().Equal("Microsoft.Extensions.DependencyInjection.Abstractions");
        project.Descendants("ProjectReference").Should().BeEmpty();
    }

    [Fact]
    public void Package_settings_name_no_host()
    {
        File.ReadAllText(Path.Combine(House.Root, "nuget.config")).Should().NotContain("://");
    }

    [Fact]
    public void Every_package_has_a_readme()
    {
        Directory.EnumerateDirectories(Path.Combine(House.Root, "src"))
            .Where(folder => !File.Exists(Path.Combine(folder, "README.md")) || new FileInfo(Path.Combine(folder, "README.md")).Length < 200)
            .Select(House.Relative)
            .Should().BeEmpty();
    }

    private static IEnumerable<string> Projects() =>
        new[] { "src", "tests", "samples", "bench" }
            .Select(area => Path.Combine(House.Root, area))
            .Where(Directory.Exists)
            .SelectMany(area => Directory.EnumerateFiles(area, "*.csproj", SearchOption.AllDirectories));
}
