using System.Text.RegularExpressions;

namespace ErpSync.Dolibarr.Tests;

/// <summary>No value reaches a filter in a form that could change it.</summary>
public sealed partial class SqlFilterTests
{
    [Theory]
    [InlineData("x') or (t.rowid:>:0")]
    [InlineData("' or 1=1 --")]
    [InlineData("a','b")]
    [InlineData("(PROV1)")]
    [InlineData("100%")]
    [InlineData("1 union select password from llx_user")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a\\'b")]
    [InlineData("a\"b")]
    [InlineData("x\ny")]
    public void Dangerous_value_becomes_wildcards(string value)
    {
        var filter = SqlFilter.MayBe("t.ref", [value]);
        WholeLike().IsMatch(filter).Should().BeTrue(filter);
        filter.Should().NotContainAny("union", "select", "script");
    }

    [Theory]
    [InlineData("TS-001")]
    [InlineData("main:shop:product:12")]
    [InlineData("Größe 7")]
    public void Harmless_value_stays_as_it_is(string value) => SqlFilter.MayBe("t.ref", [value]).Should().Be($"(t.ref:in:'{value}')");

    [Fact]
    public void Pattern_matches_its_value_character_by_character()
    {
        var value = "A(b) \"c\" 😀 'd'";
        var pattern = SqlFilter.Pattern(value);
        pattern.Should().Be("A_b_ _c_ _ _d_");
    }

    [Fact]
    public void Words_of_sql_are_broken_by_a_wildcard() => SqlFilter.Pattern("select-1").Should().Be("s_lect-1");

    [Fact]
    public void Several_values_are_joined_by_or() =>
        SqlFilter.MayBe("t.ref", ["A", "B", "C'"]).Should().Be("(t.ref:in:'A','B') or (t.ref:like:'C_')");

    [Fact]
    public void Date_that_is_none_is_refused() =>
        FluentActions.Invoking(() => SqlFilter.Since("t.tms", "2026-01-01') or (t.rowid:>:0")).Should().Throw<ArgumentException>();

    [GeneratedRegex(@"^\(t\.ref:like:'[\p{L}\p{Nd} \-._:~]+'\)$", RegexOptions.None, 1000)]
    private static partial Regex WholeLike();
}
