using System.Text;
using System.Text.Json;
using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Json;

public sealed class JsonArrayReaderTests
{
    private static readonly AnswerOrigin Origin = new("shop", "GET", "items", isWrite: false);

    [Theory]
    [InlineData("[1,2,3]", "", "1|2|3")]
    [InlineData("[]", "", "")]
    [InlineData("[]", "products", "")]
    [InlineData("[{\"id\":1}]", "data", "{\"id\":1}")]
    [InlineData("{\"products\":[{\"id\":1},{\"id\":2}]}", "products", "{\"id\":1}|{\"id\":2}")]
    [InlineData("{\"products\":[]}", "products", "")]
    [InlineData("{\"products\":{}}", "products", "")]
    [InlineData("{\"products\":null}", "products", "")]
    [InlineData("null", "products", "")]
    [InlineData("{}", "", "")]
    [InlineData("{\"data\":[{\"id\":1}],\"pagination\":{\"total\":1,\"data\":[9]}}", "data", "{\"id\":1}")]
    [InlineData("{\"meta\":{\"data\":[9]},\"x\":[{\"data\":[8]}],\"data\":[7]}", "data", "7")]
    [InlineData("{\"success\":true,\"result\":{\"deleted\":[\"a\"],\"updated\":[\"b\",\"c\"],\"more\":false}}", "result.updated", "\"b\"|\"c\"")]
    [InlineData("{\"success\":true,\"result\":[]}", "result.updated", "")]
    [InlineData("[[1,[2]],{\"a\":[{}]},null,true,-1.5e3,\"x\\\"]\"]", "", "[1,[2]]|{\"a\":[{}]}|null|true|-1.5e3|\"x\\\"]\"")]
    [InlineData("[1,2]<br />\nWarning: late", "", "1|2")]
    [InlineData("{\"products\":[1]}\n\n garbage", "products", "1")]
    public async Task The_items_of_a_list_are_found_where_it_stands(string body, string place, string items) =>
        (await ReadAsync(body, place)).Should().Equal(items.Length == 0 ? [] : items.Split('|'));

    [Theory]
    [InlineData("{\"products\":{\"id\":1,\"a\":{\"b\":[{}]}},\"more\":{\"x\":1}}", "{\"id\":1,\"a\":{\"b\":[{}]}}")]
    [InlineData("{\"products\":{\"id\":1}}", "{\"id\":1}")]
    [InlineData("{\"products\": {} }", "")]
    [InlineData("{\"products\":[{\"id\":1},{\"id\":2}]}", "{\"id\":1}|{\"id\":2}")]
    [InlineData("[]", "")]
    [InlineData("{\"products\":null}", "")]
    public async Task A_list_of_one_that_collapsed_to_the_one_is_read_where_the_place_says_so(string body, string items)
    {
        for (var piece = 1; piece <= body.Length; piece++)
        {
            var read = new List<string>();
            await foreach (var item in JsonArrayReader.ReadAsync(new ChunkedStream(Encoding.UTF8.GetBytes(body).Chunk(piece)), JsonPlace.At("products").OrOne(), Text, Origin, CancellationToken.None))
                read.Add(item.Value!);
            read.Should().Equal(items.Length == 0 ? [] : items.Split('|'));
        }
    }

    [Theory]
    [InlineData("{\"errors\":[1]}", "products", HttpProblemCodes.ListMissing)]
    [InlineData("{\"result\":{\"deleted\":[]}}", "result.updated", HttpProblemCodes.ListMissing)]
    [InlineData("{\"products\":{\"id\":1}}", "products", HttpProblemCodes.ListMissing)]
    [InlineData("{\"products\":false}", "products", HttpProblemCodes.ListMissing)]
    [InlineData("{\"id\":1}", "", HttpProblemCodes.ListMissing)]
    [InlineData("17", "", HttpProblemCodes.ListMissing)]
    [InlineData("", "", HttpProblemCodes.EmptyBody)]
    [InlineData("[1,,2]", "", HttpProblemCodes.MalformedJson)]
    [InlineData("[1,<br /><b>Fatal error</b>: x", "", HttpProblemCodes.PhpFatal)]
    public async Task A_body_without_the_list_is_refused(string body, string place, string code)
    {
        var act = () => ReadAsync(body, place);
        var problem = (await act.Should().ThrowAsync<ConnectorException>()).Which.Problem;
        (problem.Kind, problem.Code).Should().Be((ProblemKind.Unreadable, code));
    }

    [Fact]
    public async Task A_body_cut_anywhere_gives_its_whole_items_then_says_that_it_was_cut()
    {
        var body = Encoding.UTF8.GetBytes("{\"products\":[{\"id\":1,\"n\":\"é€😀\"},{\"id\":22},[3,4]],\"pagination\":{\"total\":3}}");
        for (var length = 1; length < body.Length; length++)
        {
            var read = new List<string>();
            var act = async () =>
            {
                await foreach (var item in JsonArrayReader.ReadAsync(new MemoryStream(body, 0, length), JsonPlace.At("products"), Text, Origin, CancellationToken.None))
                    read.Add(item.Value!);
            };

            (await act.Should().ThrowAsync<ConnectorException>($"cut after {length} bytes")).Which.Problem.Code.Should().Be(HttpProblemCodes.TruncatedBody);
            new[] { "{\"id\":1,\"n\":\"é€😀\"}", "{\"id\":22}", "[3,4]" }.Should().StartWith(read);
        }
    }

    [Fact]
    public async Task A_faulty_item_is_reported_with_its_place_and_text_and_the_others_are_read()
    {
        var items = await CollectAsync("[1,\"two\",3,{\"password\":\"hunter2\",\"x\":\"" + new string('y', 9000) + "\"}]", JsonPlace.Root, (ref Utf8JsonReader item) => item.GetInt32());

        items.Select(item => item.Index).Should().Equal(0, 1, 2, 3);
        items.Where(item => item.Problem is null).Select(item => item.Value).Should().Equal(1, 3);
        items[1].Problem!.Raw.Should().Be("\"two\"");
        (items[1].Problem!.Kind, items[1].Problem!.Code, items[1].Problem!.Connection).Should().Be((ProblemKind.Unreadable, HttpProblemCodes.ItemUnreadable, "shop"));
        items[3].Problem!.Raw.Should().HaveLength(AnswerOrigin.MaxRawLength).And.NotContain("hunter2");
    }

    [Fact]
    public async Task A_parsers_own_problem_is_kept()
    {
        static int Refuse(ref Utf8JsonReader item) => throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, "shop.no-price", "No price.") { Field = "price" });

        var item = (await CollectAsync("[{\"id\":5}]", JsonPlace.Root, Refuse)).Single();

        (item.Problem!.Code, item.Problem.Field, item.Problem.Raw).Should().Be(("shop.no-price", "price", "{\"id\":5}"));
    }

    [Fact]
    public async Task An_item_much_larger_than_the_buffer_is_read_whole()
    {
        var large = "\"" + new string('é', 300_000) + "\"";
        (await ReadAsync($"[1,{large},2]", "")).Should().Equal("1", large, "2");
    }

    [Fact]
    public async Task A_reader_that_stops_early_reads_no_further()
    {
        var body = new ChunkedStream([Encoding.UTF8.GetBytes("[1,2"), Encoding.UTF8.GetBytes(",3]")], new IOException("must not be reached"));
        await foreach (var item in JsonArrayReader.ReadAsync(body, JsonPlace.Root, Text, Origin, CancellationToken.None))
        {
            item.Value.Should().Be("1");
            break;
        }
    }

    private static string Text(ref Utf8JsonReader item) => JsonElement.ParseValue(ref item).GetRawText();

    private static async Task<List<string>> ReadAsync(string body, string place) =>
        [.. (await CollectAsync(body, JsonPlace.At(place.Length == 0 ? [] : place.Split('.')), Text)).Select(item => item.Value!)];

    private static async Task<List<JsonItem<T>>> CollectAsync<T>(string body, JsonPlace place, JsonItemParser<T> parse)
    {
        var items = new List<JsonItem<T>>();
        await foreach (var item in JsonArrayReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), place, parse, Origin, CancellationToken.None))
            items.Add(item);
        return items;
    }
}
