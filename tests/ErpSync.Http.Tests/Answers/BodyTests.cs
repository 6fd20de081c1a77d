using System.Net;
using System.Net.Http.Headers;
using ErpSync.Http.Tests.Support;

namespace ErpSync.Http.Tests.Answers;

public sealed class BodyTests
{
    private const string Warning = "<br />\n<b>Warning</b>:  Undefined array key [0] in <b>/srv/x.php</b> on line <b>12</b><br />\n";

    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("\"CO2611-0001\"")]
    [InlineData("null")]
    [InlineData("  \r\n{\"a\":1}", "{\"a\":1}")]
    [InlineData("\uFEFF{\"a\":1}", "{\"a\":1}")]
    public async Task Json_of_any_shape_is_data(string body, string? data = null)
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Html(body));

        using var answer = await shop.Client.SendAsync(Call.Get("items"), CancellationToken.None);

        answer.Printed.Should().BeNull();
        (await TestConnection.ReadTextAsync(answer, CancellationToken.None)).Should().Be(data ?? body);
    }

    [Theory]
    [InlineData(Warning, "[{\"id\":1}]")]
    [InlineData("\nNotice: Undefined index: x in /srv/x.php on line 3\n", "{\"a\":1}")]
    [InlineData("[22-Nov-2026 10:00:00 UTC] PHP Warning:  foo {main} in /srv/x.php\n", "{\"a\":[1]}")]
    [InlineData("<div style='color:red'>SQL {error}</div>", "{\"a\":1}")]
    public async Task What_php_printed_before_json_is_skipped_and_kept_as_a_fact(string printed, string data)
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Html(printed + data));

        using var answer = await shop.Client.SendAsync(Call.Get("items"), CancellationToken.None);

        answer.Printed.Should().Be(printed.Trim());
        (await TestConnection.ReadTextAsync(answer, CancellationToken.None)).Should().Be(data);
        shop.Log.Lines.Should().Contain(line => line.Id.Id == 2006);
    }

    [Fact]
    public async Task Long_printed_text_is_skipped_too()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Html(string.Concat(Enumerable.Repeat(Warning, 100)) + "{\"a\":1}"));
        (await shop.SendAsync(Call.Get("items"))).Should().Be("{\"a\":1}");
    }

    [Fact]
    public async Task What_php_printed_before_xml_is_skipped()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Html(Warning + "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<prestashop><product><id>5</id></product></prestashop>"));

        var xml = await shop.Client.SendAsync(Call.Get("items") with { Expects = ExpectedBody.Xml }, (answer, token) => answer.ReadXmlAsync(token), CancellationToken.None);

        xml.Root!.Name.LocalName.Should().Be("prestashop");
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><head><title>My shop</title></head><script>var a = {\"b\":1};</script></html>", HttpProblemCodes.WebPage)]
    [InlineData("\n<HTML><body>Hello</body></HTML>", HttpProblemCodes.WebPage)]
    [InlineData("", HttpProblemCodes.EmptyBody)]
    [InlineData(" \n ", HttpProblemCodes.EmptyBody)]
    [InlineData("<br />\n<b>Fatal error</b>:  Allowed memory size of 134217728 bytes exhausted", HttpProblemCodes.PhpFatal)]
    [InlineData("<xml/>", HttpProblemCodes.ContentType)]
    [InlineData("API not found", HttpProblemCodes.ContentType)]
    public async Task What_is_not_data_is_named(string body, string code)
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Html(body));

        var read = await shop.FailAsync(Call.Get("items"));
        (read.Kind, read.Code).Should().Be((ProblemKind.Unreadable, code));

        var written = await shop.FailAsync(Call.Post("items"));
        (written.Kind, written.Code).Should().Be((ProblemKind.OutcomeUnknown, code));
    }

    [Fact]
    public async Task A_web_page_in_the_place_of_a_file_is_named()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Html("<!doctype html><title>Login</title>"));
        (await shop.FailAsync(Call.Get("image") with { Expects = ExpectedBody.File })).Code.Should().Be(HttpProblemCodes.WebPage);
    }

    [Theory]
    [InlineData("{\"a\":[1,2", ExpectedBody.Json, HttpProblemCodes.TruncatedBody)]
    [InlineData("{\"a\":\"caf", ExpectedBody.Json, HttpProblemCodes.TruncatedBody)]
    [InlineData("{\"a\":1,,}", ExpectedBody.Json, HttpProblemCodes.MalformedJson)]
    [InlineData("{\"a\":[1<br />\n<b>Fatal error</b>: x", ExpectedBody.Json, HttpProblemCodes.PhpFatal)]
    [InlineData("<?xml version=\"1.0\"?><a><b>1</b", ExpectedBody.Xml, HttpProblemCodes.TruncatedBody)]
    [InlineData("<?xml version=\"1.0\"?><a><b>1</b>", ExpectedBody.Xml, HttpProblemCodes.TruncatedBody)]
    [InlineData("<a><b>1</c></a>", ExpectedBody.Xml, HttpProblemCodes.MalformedXml)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", ExpectedBody.Xml, HttpProblemCodes.MalformedXml)]
    public async Task A_document_that_breaks_is_told_from_one_that_is_wrong(string body, ExpectedBody expects, string code)
    {
        using var shop = new TestConnection(options => options.Retries = 0);
        shop.System.Then(Reply.Status(200, body));
        var call = Call.Get("items") with { Expects = expects };

        Func<Task> act = expects == ExpectedBody.Json
            ? () => shop.Client.SendAsync(call, (answer, token) => answer.ReadJsonAsync(token), CancellationToken.None)
            : () => shop.Client.SendAsync(call, (answer, token) => answer.ReadXmlAsync(token), CancellationToken.None);

        (await act.Should().ThrowAsync<ConnectorException>()).Which.Problem.Code.Should().Be(code);
    }

    [Fact]
    public async Task A_write_whose_yes_cannot_be_read_has_an_unknown_fate()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Json("{\"id\":"));
        var act = () => shop.Time.DriveAsync(shop.Client.SendAsync(Call.Post("orders"), (answer, token) => answer.ReadJsonAsync(token), CancellationToken.None));

        (await act.Should().ThrowAsync<ConnectorException>()).Which.Problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);
        shop.System.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_file_arrives_byte_for_byte_and_within_bounds()
    {
        using var shop = new TestConnection(options => options.MaxDocumentBytes = 10_000);
        var image = Enumerable.Range(0, 9_999).Select(i => (byte)i).ToArray();
        shop.System.Then(() => File(image)).Then(() => File([.. image, .. image]));
        var call = Call.Get("image") with { Expects = ExpectedBody.File };

        (await shop.Client.SendAsync(call, (answer, token) => answer.ReadBytesAsync(token), CancellationToken.None)).Should().Equal(image);
        (await shop.FailAsync(call)).Code.Should().Be(HttpProblemCodes.BodyTooLarge);

        static HttpResponseMessage File(byte[] bytes) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } } };
    }

    [Fact]
    public async Task An_answer_without_content_is_fine_where_the_status_says_so()
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Status(204)).Then(Reply.Status(200));

        (await shop.SendAsync(Call.Delete("items/1"))).Should().BeEmpty();
        (await shop.SendAsync(Call.Delete("items/1") with { Expects = ExpectedBody.Any })).Should().BeEmpty();
        (await shop.SendAsync(Call.Head("items"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Data_that_begins_near_the_end_of_the_opening_is_found()
    {
        for (var padding = 4080; padding <= 4100; padding++)
        {
            using var shop = new TestConnection();
            shop.System.Then(Reply.Html("<br>" + new string('x', padding - 5) + "\n{\"name\":\"caf\u00e9\",\"b\":[1,2]}"));
            (await shop.SendAsync(Call.Get("items"))).Should().Be("{\"name\":\"caf\u00e9\",\"b\":[1,2]}");
        }
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n<a><b>1</b></a>\n" + Warning)]
    [InlineData("<a><c>\u0002</c><b>1</b></a>")]
    [InlineData("<a><b>1</b></a >PHP Notice: x in /srv/x.php on line 3 </b>")]
    public async Task What_php_printed_behind_whole_xml_and_control_characters_in_it_do_not_spoil_it(string body)
    {
        using var shop = new TestConnection();
        shop.System.Then(Reply.Html(body));

        var xml = await shop.Client.SendAsync(Call.Get("items") with { Expects = ExpectedBody.Xml }, (answer, token) => answer.ReadXmlAsync(token), CancellationToken.None);

        xml.Root!.Element("b")!.Value.Should().Be("1");
    }
}
