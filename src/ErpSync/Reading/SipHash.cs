using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace ErpSync.Reading;

/// <summary>
/// SipHash-2-4 with a 64-bit result (Aumasson and Bernstein, 2012): a keyed hash made for short values. Without the key nobody can tell which value has which hash; for the values of fields it takes
/// a small part of the time that a keyed SHA-256 takes.
/// </summary>
internal readonly struct SipHash
{
    public const int KeyLength = 16;

    private readonly ulong _key0;
    private readonly ulong _key1;

    /// <param name="key">16 bytes.</param>
    public SipHash(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyLength, nameof(key));
        (_key0, _key1) = (BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..]));
    }

    /// <summary>A hash with a key of its own, derived from a longer one.</summary>
    public static SipHash Derived(ReadOnlySpan<byte> key, string purpose)
    {
        Span<byte> derived = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose), derived);
        return new SipHash(derived[..KeyLength]);
    }

    public ulong Hash(ReadOnlySpan<byte> value)
    {
        var state = new State
        {
            A = _key0 ^ 0x736f6d6570736575,
            B = _key1 ^ 0x646f72616e646f6d,
            C = _key0 ^ 0x6c7967656e657261,
            D = _key1 ^ 0x7465646279746573,
        };
        var rest = value;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
            state.Take(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        var last = (ulong)value.Length << 56;
        for (var i = 0; i < rest.Length; i++)
            last |= (ulong)rest[i] << (8 * i);
        state.Take(last);
        state.C ^= 0xff;
        for (var round = 0; round < 4; round++)
            state.Round();
        return state.A ^ state.B ^ state.C ^ state.D;
    }

    private struct State
    {
        public ulong A;
        public ulong B;
        public ulong C;
        public ulong D;

        public void Take(ulong word)
        {
            D ^= word;
            Round();
            Round();
            A ^= word;
        }

        public void Round()
        {
            A += B;
            C += D;
            B = BitOperations.RotateLeft(B, 13) ^ A;
            D = BitOperations.RotateLeft(D, 16) ^ C;
            A = BitOperations.RotateLeft(A, 32);
            C += B;
            A += D;
            B = BitOperations.RotateLeft(B, 17) ^ C;
            D = BitOperations.RotateLeft(D, 21) ^ A;
            C = BitOperations.RotateLeft(C, 32);
        }
    }
}
