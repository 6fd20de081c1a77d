namespace ErpSync.Abstractions.Tests.Values;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Mug = LocalizedText.From([new("fr", "Tasse"), new("EN", "Mug")]);

    [Fact]
    public void The_case_and_order_of_languages_do_not_count()
    {
        Mug.Should().BeEquivalentTo(LocalizedText.From([new("en", "Mug"), new("fr", "Tasse")]));
        Mug.Equals(LocalizedText.From([new("en", "Mug"), new("FR", "Tasse")])).Should().BeTrue();
        Mug["En"].Should().Be("Mug");
        Mug["de"].Should().BeNull();
    }

    [Fact]
    public void A_language_given_twice_keeps_the_last_text() => LocalizedText.From([new("en", "a"), new("EN", "b")]).Best().Should().Be("b");

    [Fact]
    public void The_overlay_wins_and_other_languages_stay() =>
        Mug.Overlay(LocalizedText.From([new("en", "Cup"), new("de", "Becher")])).ToString().Should().Be("de: Becher; en: Cup; fr: Tasse");

    [Fact]
    public void Only_named_languages_stay() => Mug.Only(["FR", "es"]).Equals(LocalizedText.Of("fr", "Tasse")).Should().BeTrue();

    [Fact]
    public void The_best_text_is_in_the_wanted_language_else_the_first()
    {
        Mug.Best("fr").Should().Be("Tasse");
        Mug.Best("de").Should().Be("Mug");
        LocalizedText.Empty.Best("en").Should().BeNull();
        LocalizedText.Of("en", "").Best("en").Should().BeEmpty();
    }

    [Fact]
    public void Every_text_can_be_changed() => Mug.Select(text => text.ToUpperInvariant()).ToString().Should().Be("en: MUG; fr: TASSE");
}
