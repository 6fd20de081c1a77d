using System.Text;
using System.Text.Json;
using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Json;

public sealed class JsonArrayReaderSplitTests
{
    private static readonly AnswerOrigin Origin = new("shop", "GET", "items", isWrite: false);

    private static readonly string[] Items =
    [
        "{\"id\":\"1\",\"name\":\"Crème brûlée — 日本語 😀\",\"tags\":[\"a\\u00e9\\\\\",\"]}\"]}",
        "\"\\ud83d\\ude00 é\"",
        "-12.5e-3",
        "[[],{},[{\"x\":null}]]",
        "true",
    ];

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{ \"é\" : {\"products\":[0]},\n\"products\" : [ " + string.Join(" , ", Items) + " ] , \"pagination\":{\"total\":5} }\n");

    [Fact]
    public async Task Cut_in_two_at_any_byte_the_items_are_the_same()
    {
        for (var at = 0; at <= Body.Length; at++)
            (await ReadAsync([Body[..at], Body[at..]])).Should().Equal(Items, $"cut at {at}");
    }

    [Fact]
    public async Task Given_in_pieces_of_any_size_the_items_are_the_same()
    {
        for (var size = 1; size < 40; size++)
            (await ReadAsync(Body.Chunk(size))).Should().Equal(Items, $"pieces of {size}");
    }

    [Fact]
    public async Task Number_of_all_records_is_told_behind_the_items_wherever_the_body_is_cut()
    {
        for (var at = 0; at <= Body.Length; at++)
            (await TotalAsync([Body[..at], Body[at..]], JsonPlace.At("products").Counted("pagination", "total"))).Should().Be(5, $"cut at {at}");
        (await TotalAsync([Body], JsonPlace.At("products").OrOne())).Should().BeNull("it was not asked for");
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("{\"products\":[1]}")]
    [InlineData("{\"products\":[1],\"total\":7}")]
    [InlineData("{\"products\":[1],\"pagination\":{\"page\":7}}")]
    [InlineData("{\"products\":[{\"pagination\":{\"total\":7}}]}")]
    [InlineData("{\"products\":[1],\"pagination\":{\"total\":\"many\"}}")]
    [InlineData("{\"products\":[1],\"pagination\":{\"other\":{\"total\":7}}}")]
    public async Task Body_without_a_number_of_all_records_tells_none(string body) =>
        (await TotalAsync([Encoding.UTF8.GetBytes(body)], JsonPlace.At("products").Counted("pagination", "total"))).Should().BeNull();

    private static async Task<long?> TotalAsync(IEnumerable<byte[]> pieces, JsonPlace place)
    {
        long? total = null;
        await foreach (var _ in JsonArrayReader.ReadAsync(new ChunkedStream(pieces), place, static (ref Utf8JsonReader item) => 0, Origin, number => total = number, CancellationToken.None))
            total.Should().BeNull("it comes behind the items");
        return total;
    }

    [Fact]
    public async Task A_listing_larger_than_the_buffer_in_random_pieces_is_the_same()
    {
        var random = new Random(20260115);
        var items = Enumerable.Range(0, 2000).Select(i => $"{{\"id\":{i},\"name\":\"{new string((char)('à' + (i % 20)), random.Next(60))}\"}}").ToList();
        var body = Encoding.UTF8.GetBytes("{\"products\":[" + string.Join(',', items) + "]}");
        for (var round = 0; round < 10; round++)
        {
            var pieces = new List<byte[]>();
            for (var at = 0; at < body.Length;)
            {
                var length = Math.Min(random.Next(1, 5000), body.Length - at);
                pieces.Add(body[at..(at + length)]);
                at += length;
            }

            (await ReadAsync(pieces)).Should().Equal(items);
        }
    }

    [Fact]
    public async Task Reading_costs_less_than_a_kilobyte_of_memory_per_item()
    {
        const int count = 20_000;
        var item = "{\"id\":1,\"name\":\"" + new string('n', 1400) + "\"}";
        var body = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat(item, count)) + "]");
        await CountAsync(body);

        var before = GC.GetAllocatedBytesForCurrentThread();
        (await CountAsync(body)).Should().Be(count);
        var perItem = (GC.GetAllocatedBytesForCurrentThread() - before) / (decimal)count;

        perItem.Should().BeLessThan(64);
    }

    private static async Task<List<string>> ReadAsync(IEnumerable<byte[]> pieces)
    {
        var items = new List<string>();
        await foreach (var item in JsonArrayReader.ReadAsync(new ChunkedStream(pieces), JsonPlace.At("products"), Text, Origin, CancellationToken.None))
            items.Add(item.Value!);
        return items;
    }

    private static async Task<int> CountAsync(byte[] body)
    {
        var count = 0;
        await foreach (var item in JsonArrayReader.ReadAsync(new MemoryStream(body), JsonPlace.Root, Number, Origin, CancellationToken.None))
            count += item.Value;
        return count;
    }

    private static string Text(ref Utf8JsonReader item) => JsonElement.ParseValue(ref item).GetRawText();

    private static int Number(ref Utf8JsonReader item) => item.TokenType == JsonTokenType.StartObject ? 1 : 0;
}
