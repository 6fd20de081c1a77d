namespace ErpSync.Abstractions.Tests.Values;

public sealed class TextMapTests
{
    private static readonly TextMap Map = TextMap.From([new("b", "2"), new("a", "1")]);

    [Fact]
    public void Maps_with_equal_entries_are_equal_whatever_their_order()
    {
        Map.Equals(TextMap.From([new("a", "1"), new("b", "2")])).Should().BeTrue();
        Map.Equals(TextMap.From([new("a", "1"), new("B", "2")])).Should().BeFalse("keys compare exactly");
        Map.ToString().Should().Be("a=1, b=2");
        Map["c"].Should().BeNull();
    }

    [Fact]
    public void The_overlay_wins_and_other_keys_stay() => Map.Overlay(TextMap.From([new("b", "3"), new("c", "4")])).ToString().Should().Be("a=1, b=3, c=4");
}
