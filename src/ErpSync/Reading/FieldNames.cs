using System.Collections.Concurrent;
using System.Text;

namespace ErpSync.Reading;

/// <summary>The names of fields, which are few: each is made once. Records of a kind name their fields in one order, so that a name is mostly the one that was last met at its place.</summary>
internal static class FieldNames
{
    private const int MostNames = 10_000;

    private static readonly ConcurrentDictionary<string, Known> Names = new(StringComparer.Ordinal);

    // Written by any thread: an entry never changes, so that any of them is right when its bytes are the same.
    private static readonly Known?[] LastAt = new Known?[byte.MaxValue + 1];

    /// <summary>The name in UTF-8 bytes, met at a place from 0 to 255 of a record.</summary>
    public static string At(int place, ReadOnlySpan<byte> bytes)
    {
        if (LastAt[place] is { } last && bytes.SequenceEqual(last.Bytes))
            return last.Name;
        Span<char> chars = stackalloc char[byte.MaxValue];
        chars = chars[..Encoding.UTF8.GetChars(bytes, chars)];
        if (!Names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(chars, out var known))
        {
            var name = chars.ToString();
            if (Names.Count >= MostNames)
                return name;
            Names[name] = known = new Known(string.Intern(name), bytes.ToArray()); // the shape's own text, so that comparing the two is quick
        }

        LastAt[place] = known;
        return known.Name;
    }

    private sealed record Known(string Name, byte[] Bytes);
}
