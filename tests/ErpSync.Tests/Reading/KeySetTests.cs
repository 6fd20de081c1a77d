using ErpSync.Reading;

namespace ErpSync.Tests.Reading;

public sealed class KeySetTests
{
    [Fact]
    public void A_set_knows_what_was_added_and_nothing_else()
    {
        using var hasher = new RecordHasher(new byte[32]);
        var set = new KeySet(hasher);
        set.Contains("0").Should().BeFalse();
        for (var i = 0; i < 10_000; i++)
            set.Add($"REF-{i}");
        set.Contains("REF-0").Should().BeTrue();
        set.Contains("REF-9999").Should().BeTrue();
        set.Contains("REF-10000").Should().BeFalse();
        set.Add("REF-10000");
        set.Contains("REF-10000").Should().BeTrue();
    }
}
