using System.Buffers.Binary;
using ErpSync.Reading;

namespace ErpSync.Tests.Reading;

public sealed class SipHashTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];

    /// <summary>The key 00 to 0f and the bytes 00, 01, 02 …, of which as many as told are hashed; results as OpenSSL's SIPHASH gives them.</summary>
    [Theory]
    [InlineData(0, "310E0EDD47DB6F72")]
    [InlineData(1, "FD67DC93C539F874")]
    [InlineData(7, "37D1018BF50002AB")]
    [InlineData(8, "6224939A79F5F593")]
    [InlineData(9, "B0E4A90BDF82009E")]
    [InlineData(15, "E545BE4961CA29A1")]
    [InlineData(63, "724506EB4C328A95")]
    public void Hashes_are_those_of_other_implementations(int length, string expected)
    {
        var hash = new SipHash(Key.AsSpan(0, SipHash.KeyLength)).Hash([.. Enumerable.Range(0, length).Select(static i => (byte)i)]);

        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, hash);
        Convert.ToHexString(bytes).Should().Be(expected);
    }

    [Fact]
    public void Another_key_and_another_purpose_give_other_hashes()
    {
        var other = (byte[])[.. Key.Reverse()];
        new[] { SipHash.Derived(Key, "a"), SipHash.Derived(Key, "b"), SipHash.Derived(other, "a") }.Select(hash => hash.Hash("value"u8)).Should().OnlyHaveUniqueItems();
        SipHash.Derived(Key, "a").Hash("value"u8).Should().Be(SipHash.Derived(Key, "a").Hash("value"u8));
    }

    [Fact]
    public void Key_of_another_length_is_refused() =>
        ((Action)(() => new SipHash(Key))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Texts_of_any_length_hash_apart()
    {
        using var hasher = new RecordHasher(Key);
        Enumerable.Range(0, 5_000).Select(i => hasher.HashText(new string('x', i % 700) + i)).Should().OnlyHaveUniqueItems();
    }
}
