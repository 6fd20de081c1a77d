namespace ErpSync.Abstractions.Tests.Values;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_with_equal_elements_are_equal_and_hash_alike()
    {
        ValueList<int> one = [1, 2];
        var other = new[] { 1, 2 }.ToValueList();

        other.Should().Equal(1, 2);
        one.Equals(other).Should().BeTrue();
        one.GetHashCode().Should().Be(other.GetHashCode());
    }

    [Fact]
    public void Order_and_length_count()
    {
        ValueList<int> list = [1, 2];

        list.Equals([2, 1]).Should().BeFalse();
        list.Equals([1]).Should().BeFalse();
        list.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void Records_that_hold_equal_lists_are_equal() =>
        new Product { Taxes = [new TaxRate(20)] }.Should().Be(new Product { Taxes = [new TaxRate(20.0m)] });

    [Fact]
    public void A_list_does_not_see_later_changes_of_its_source()
    {
        var source = new[] { 1 };
        var list = source.ToValueList();

        source[0] = 2;

        list[0].Should().Be(1);
        list.ToString().Should().Be("1");
    }
}
