using FsCheck;
using FsCheck.Fluent;

namespace ErpSync.Abstractions.Tests.Shapes.Types;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>A &amp; B</p>", "<P>A & B</P>")]
    [InlineData("a<br/>b", "a<br />b")]
    [InlineData("a<br>b", "a<BR/>b")]
    [InlineData("<p>a</p>\n<p>b</p>", "<p>a</p><p>b</p>")]
    [InlineData("a \n\t b", "a b")]
    [InlineData("&eacute;&nbsp;x", "é x")]
    [InlineData("<a  href='x'>y</a>", "<a href=\"x\">y</a>")]
    [InlineData("&quot;x&quot; &#39;y&#39;", "\"x\" 'y'")]
    [InlineData("  ", null)]
    public void What_a_browser_shows_alike_is_the_same(string one, string? other) => HtmlText.AreSame(one, other).Should().BeTrue();

    [NormalisingFact]
    public void The_form_of_accents_does_not_count()
    {
        HtmlText.AreSame("e\u0301", "\u00e9").Should().BeTrue();
        TextField.Instance.AreEqual("e\u0301", "\u00e9").Should().BeTrue();
    }

    [Theory]
    [InlineData("<p>a</p>", "a")]
    [InlineData("a b", "ab")]
    [InlineData("&lt;b&gt;", "<b>")]
    [InlineData("<p>A</p>", "<p>a</p>")]
    [InlineData("<a href=\"x\">y</a>", "<a href=\"z\">y</a>")]
    [InlineData("a<b", "a")]
    public void What_a_browser_shows_differently_is_not(string one, string other) => HtmlText.AreSame(one, other).Should().BeFalse();

    [Fact]
    public void Canonical_form_never_throws_and_ignores_surrounding_blanks() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        html => HtmlText.AreSame(html.Get, $" {html.Get}\n") || html.Get.Any(char.IsSurrogate)).QuickCheckThrowOnFailure();
}
