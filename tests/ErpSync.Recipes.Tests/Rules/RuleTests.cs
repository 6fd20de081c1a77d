namespace ErpSync.Recipes.Tests.Rules;

/// <summary>Each rule of the lists has a test, and the table says so.</summary>
public sealed class RuleTests
{
    [Fact]
    public void Every_rule_has_a_test_or_a_reason_why_it_can_have_none()
    {
        RuleBook.Rules.Where(rule => !RuleBook.Tests.Contains(rule.Prefix) && rule.Untestable is null)
            .Select(rule => rule.Prefix)
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_numbered_test_belongs_to_a_rule()
    {
        RuleBook.Tests.SelectMany(tests => tests).Where(test => !RuleBook.Rules.Any(rule => test.StartsWith(rule.Prefix, StringComparison.Ordinal)))
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_number_is_given_once()
    {
        RuleBook.Rules.GroupBy(rule => rule.Prefix, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).Should().BeEmpty();
        RuleBook.Rules.Should().OnlyContain(rule => rule.Text.Length > 0 && (rule.Status.Length == 0 || rule.Untestable != null));
    }

    [Fact]
    public void A_reason_is_given_only_where_there_is_no_test()
    {
        RuleBook.Rules.Where(rule => rule.Untestable is not null && RuleBook.Tests.Contains(rule.Prefix)).Select(rule => rule.Prefix).Should().BeEmpty();
    }

    [Fact]
    public void The_table_is_what_the_lists_and_the_tests_say()
    {
        var table = RuleBook.Render();
        if (Environment.GetEnvironmentVariable("ERPSYNC_APPROVE") == "1")
            File.WriteAllText(RuleBook.Table, table);

        File.ReadAllText(RuleBook.Table).ReplaceLineEndings("\n").Should().Be(table);
    }
}
