using System.Reflection;

namespace ErpSync.Recipes.Tests.Rules;

/// <summary>A host can find every option of the recipes and every policy in docs/*.md.</summary>
public sealed class OptionDocTests
{
    private static readonly Lazy<string> Docs = new(() => string.Join('\n', Directory.GetFiles(Path.GetDirectoryName(RuleBook.Table)!, "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText)));

    public static TheoryData<Type> Options => new(typeof(OrderToCashOptions).Assembly.GetExportedTypes().Where(type => type.GetConstructor([]) is not null && type.GetProperties().Length > 0 && type.Namespace == typeof(OrderToCashOptions).Namespace).OrderBy(type => type.Name, StringComparer.Ordinal));

    public static TheoryData<Type> Builders => new(typeof(PairBuilder), typeof(KindBuilder<>), typeof(FeedSetBuilder), typeof(FeedBuilder));

    [Theory]
    [MemberData(nameof(Options))]
    public void Option_of_a_recipe_is_told_in_the_documentation(Type options) =>
        Missing(options.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Should().BeEmpty("docs/options.md tells every public option of {0}", options.Name);

    [Theory]
    [MemberData(nameof(Builders))]
    public void Policy_of_a_builder_is_told_in_the_documentation(Type builder) =>
        Missing(builder.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName)).Should().BeEmpty("docs/options.md tells every call of {0}", builder.Name);

    [Fact]
    public void Recipes_and_their_options_are_all_looked_at() =>
        Options.Select(row => ((Type)row[0]).Name).Should().Contain([nameof(OrderToCashOptions), nameof(CyberOfficeOptions), nameof(CyberOfficeReverse), nameof(ConnectOptions), nameof(ConnectSchedules), nameof(VtigerConnectorOptions), nameof(WpShopOptions)]);

    private static IEnumerable<string> Missing(IEnumerable<MemberInfo> members) => members.Select(member => member.Name).Distinct(StringComparer.Ordinal).Where(name => !Docs.Value.Contains($"`{name}`", StringComparison.Ordinal));
}
