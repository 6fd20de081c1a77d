using FsCheck;
using FsCheck.Fluent;

namespace ErpSync.Abstractions.Tests.Identity;

public sealed class RemoteIdTests
{
    private static readonly Arbitrary<string> Texts = Gen.Elements("1", "2", "10", "01", "a", "b", "a1", "-5", "99999999999999999999", "variant:45", "").ToArbitrary();

    [Fact]
    public void Numbers_come_in_order_of_value_and_before_texts() =>
        new[] { "b", "10", "a", "9" }.Select(text => new RemoteId(text)).Order().Select(id => id.Value).Should().Equal("9", "10", "a", "b");

    [Fact]
    public void The_order_is_the_same_from_both_ends() => Prop.ForAll(
        Texts,
        Texts,
        (one, other) => Math.Sign(new RemoteId(one).CompareTo(new RemoteId(other))) == -Math.Sign(new RemoteId(other).CompareTo(new RemoteId(one)))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_is_transitive() => Prop.ForAll(
        Texts,
        Texts,
        Texts,
        (one, two, three) => new RemoteId(one).CompareTo(new RemoteId(two)) > 0 || new RemoteId(two).CompareTo(new RemoteId(three)) > 0 || new RemoteId(one).CompareTo(new RemoteId(three)) <= 0)
        .QuickCheckThrowOnFailure();
}
