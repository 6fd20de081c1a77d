using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Tests;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("Garden hose", "Garden hose")]
    [InlineData("  Hose  20 m ", "Hose  20 m")]
    [InlineData("a <b>{c}; = #d", "a b c d")]
    [InlineData("Hose\tlong\n", "Hose long")]
    [InlineData("<>", "")]
    public void A_name_loses_what_PrestaShop_refuses(string name, string stored) => TextRules.Name(name).Should().Be(stored);

    [Fact]
    public void A_name_is_cut_by_characters_not_by_halves_of_them()
    {
        var name = string.Concat(Enumerable.Repeat("😀", 200));

        var stored = TextRules.Name(name);

        stored.EnumerateRunes().Should().HaveCount(128);
        TextRules.Name(stored).Should().Be(stored);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" A-1 ", "A-1")]
    [InlineData("A<1>;{2}=", "A 1 2")]
    [InlineData("#7", "#7")]
    public void A_reference_loses_what_PrestaShop_refuses(string? reference, string? stored) => TextRules.Reference(reference).Should().Be(stored);

    [Fact]
    public void A_reference_has_at_most_64_characters() => TextRules.Reference(new string('x', 80)).Should().HaveLength(64);

    [Theory]
    [InlineData("400-6381 333931", "4006381333931")]
    [InlineData(" ", null)]
    [InlineData("12AB", "12AB")]
    public void A_barcode_loses_its_separators(string barcode, string? stored) => TextRules.Barcode(barcode).Should().Be(stored);

    [Theory]
    [InlineData("Garden hose", "garden-hose")]
    [InlineData("Tuyau d'arrosage", "tuyau-darrosage")]
    [InlineData("Çà & là: Łódź", "ca-la-lodz")]
    [InlineData("--- ", "product")]
    [InlineData("浴衣", "product")]
    public void An_address_is_made_of_plain_letters(string name, string slug) => Slug.From(name, "product").Should().Be(slug);

    [Theory]
    [InlineData("<p>A <b>hose</b> &amp; more</p>", "<p>A <b>hose</b> &amp; more</p>")]
    [InlineData("<p>a</p><script>alert(1)</script>", "<p>a</p>")]
    [InlineData("<iframe src=\"https://e.example\"></iframe>x", "x")]
    [InlineData("<p onclick=\"x()\" class='c'>t</p>", "<p class='c'>t</p>")]
    [InlineData("<img src=x onerror=alert(1)>", "<img src=x>")]
    [InlineData("<a href=\"javascript:x\">t</a>", "<a href=\"javascript :x\">t</a>")]
    [InlineData("<form><input name=a>Text</form>", "Text")]
    [InlineData("set onclick=1 there", "set onclick1 there")]
    [InlineData("< SCRIPT src=x>", "")]
    public void Html_loses_what_PrestaShop_refuses_and_nothing_else(string html, string stored)
    {
        CleanHtml.From(html).Should().Be(stored);
        CleanHtml.From(stored).Should().Be(stored);
    }

    [Fact]
    public void Control_characters_do_not_reach_the_XML() => TextRules.WithoutForbidden("a\u0001b\uFFFEc\tdé😀").Should().Be("abc\tdé😀");
}
