namespace ErpSync.House.Tests;

public sealed class PublicApiRules
{
    public static TheoryData<string> Packages => [.. House.Packages.Select(package => package.GetName().Name!)];

    /// <summary>Run with <c>ERPSYNC_APPROVE=1</c> to accept the present surface as the approved one.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void Public_surface_is_the_approved_one(string package)
    {
        var approved = Path.Combine(House.Root, "tests", "ErpSync.House.Tests", "Api", package + ".approved.txt");
        var surface = PublicSurface.Describe(House.Packages.Single(assembly => assembly.GetName().Name == package));
        if (Environment.GetEnvironmentVariable("ERPSYNC_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(approved, surface);
        }

        File.Exists(approved).Should().BeTrue("the public API of {0} must be approved", package);
        surface.Should().Be(File.ReadAllText(approved), "a change of the public API is reviewed together with its approved file (set ERPSYNC_APPROVE=1 to accept it)");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Money_and_quantities_are_never_double(string package)
    {
        var assembly = House.Packages.Single(candidate => candidate.GetName().Name == package);
        assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties().Where(property => property.DeclaringType == type))
            .Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(float) || property.PropertyType == typeof(double?))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
            .Should().BeEmpty();
    }
}
