namespace ErpSync.Abstractions.Tests.Shapes.Types;

public sealed class FieldTypeTests
{
    private static readonly Ref Home = new(EntityKind.Category, new RemoteId("1"));
    private static readonly Ref Stranger = new(EntityKind.Category, new RemoteId("9")) { IsForeign = true };

    [Fact]
    public void A_missing_and_an_empty_language_are_the_same() => LocalizedTextField.Plain.AreEqual(LocalizedText.Of("en", "a"), LocalizedText.From([new("en", "a "), new("fr", "")])).Should().BeTrue();

    [Fact]
    public void A_carried_text_keeps_the_languages_that_the_source_lacks() =>
        LocalizedTextField.Plain.Overlay(LocalizedText.From([new("en", "a"), new("fr", "b")]), LocalizedText.Of("en", "c")).ToString().Should().Be("en: c; fr: b");

    [Fact]
    public void Taxes_of_zero_percent_are_no_taxes_and_unknown_is_neither()
    {
        TaxRatesField.Instance.AreEqual([new TaxRate(0)], []).Should().BeTrue();
        TaxRatesField.Instance.AreEqual(null, []).Should().BeFalse();
        TaxRatesField.Instance.AreEqual([new TaxRate(5), new TaxRate(20)], [new TaxRate(20), new TaxRate(5)]).Should().BeFalse();
        TaxRatesField.Instance.AreEqual([new TaxRate(5)], [new TaxRate(5, Compound: true)]).Should().BeFalse();
    }

    [Fact]
    public void Pointers_without_a_counterpart_do_not_count_and_stay_when_written()
    {
        RefSetField.Instance.AreEqual([Home, Stranger], [Home]).Should().BeTrue();
        RefSetField.Instance.Overlay([Stranger], [Home, Stranger with { Id = new RemoteId("8") }]).Should().BeEquivalentTo([Home, Stranger]);
    }

    [Fact]
    public void Options_are_the_same_in_any_order_and_case()
    {
        VariantOptionsField.Instance.AreEqual([new("Size", "M"), new("Colour", "Red")], [new("colour", "red "), new("size", "m")]).Should().BeTrue();
        VariantOptionsField.Key([new("Size", "M"), new("Colour", "Red")]).Should().Be("colour=red|size=m");
    }

    [Fact]
    public void Pictures_are_told_apart_by_their_revision()
    {
        ImageContent Picture(string revision, string name) => new(revision, "image/png", name) { OpenAsync = _ => Task.FromResult<byte[]>([]) };

        ImageContentField.Instance.AreEqual(Picture("r1", "a.png"), Picture("r1", "b.png")).Should().BeTrue();
        ImageContentField.Instance.AreEqual(Picture("r1", "a.png"), Picture("r2", "a.png")).Should().BeFalse();
    }
}
