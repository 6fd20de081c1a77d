namespace ErpSync.Abstractions.Tests.Identity;

public sealed class RefTests
{
    [Theory]
    [InlineData("category:12", "category", "12", false)]
    [InlineData("~product:variant:45", "product", "variant:45", true)]
    public void A_pointer_survives_its_text(string text, string kind, string id, bool foreign)
    {
        var pointer = Ref.Parse(text);

        pointer.Should().Be(new Ref(new EntityKind(kind), new RemoteId(id)) { IsForeign = foreign });
        pointer.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("12")]
    [InlineData(":12")]
    [InlineData("")]
    public void Text_without_a_kind_is_refused(string text) => FluentActions.Invoking(() => Ref.Parse(text)).Should().Throw<FormatException>();
}
