namespace ErpSync.Abstractions.Tests.Values;

public sealed class RefSetTests
{
    private static readonly Ref One = new(EntityKind.Category, new RemoteId("9"));
    private static readonly Ref Two = new(EntityKind.Category, new RemoteId("10"));

    [Fact]
    public void Order_and_repetition_do_not_count()
    {
        RefSet set = [Two, One, Two];

        set.Equals([One, Two]).Should().BeTrue();
        set.GetHashCode().Should().Be(RefSet.From([One, Two]).GetHashCode());
        set.Count.Should().Be(2);
    }

    [Fact]
    public void Ids_are_ordered_as_numbers()
    {
        RefSet set = [Two, One];

        set.ToString().Should().Be("category:9, category:10");
    }

    [Fact]
    public void A_foreign_pointer_is_another_pointer()
    {
        RefSet set = [One];

        set.Contains(One with { IsForeign = true }).Should().BeFalse();
        set.Contains(One).Should().BeTrue();
    }
}
