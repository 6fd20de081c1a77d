using ErpSync.Reading;

namespace ErpSync.Tests.Reading;

public sealed class RecentHashesTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];

    [Fact]
    public void Remembered_values_hash_as_values_that_were_never_seen()
    {
        using var busy = new RecordHasher(Key);
        var texts = Enumerable.Range(0, 5_000).Select(static i => new string('x', i % 200) + i).ToList();
        var first = texts.ConvertAll(busy.HashText);

        var again = texts.ConvertAll(busy.HashText);

        again.Should().Equal(first);
        first.Distinct().Should().HaveCount(texts.Count);
        foreach (var i in Enumerable.Range(0, 200))
        {
            using var fresh = new RecordHasher(Key);
            fresh.HashText(texts[i]).Should().Be(first[i]);
        }
    }

    [Fact]
    public void Value_at_another_ones_place_is_not_taken_for_it()
    {
        var hashes = new RecentHashes();
        hashes.TryGet("a value of some length"u8, out var place, out _).Should().BeFalse();
        hashes.Set(place, "a value of some length"u8, 7);
        hashes.TryGet("a value of some length"u8, out _, out var hash).Should().BeTrue();
        hash.Should().Be(7);

        hashes.Set(place, "another one here"u8, 8);

        hashes.TryGet("a value of some length"u8, out _, out _).Should().BeFalse();
    }

    [Fact]
    public void Longest_value_is_remembered_whole()
    {
        var hashes = new RecentHashes();
        var value = new byte[RecentHashes.MostBytes];
        hashes.TryGet(value, out var place, out _);
        hashes.Set(place, value, 9);

        hashes.TryGet(value, out _, out var hash).Should().BeTrue();
        hash.Should().Be(9);
        hashes.TryGet(value.AsSpan(1), out _, out _).Should().BeFalse();
    }
}
