namespace ErpSync.Http.Tests.Answers;

public sealed class SecretScrubberTests
{
    private const string Secret = "s3cr3t/Value+1=";

    [Theory]
    [InlineData("https://h/api?ws_key=ABC123DEF&x=1", "https://h/api?ws_key=***&x=1")]
    [InlineData("GET /x?api_key=abc&DOLAPIKEY=def", "GET /x?api_key=***&DOLAPIKEY=***")]
    [InlineData("?consumer_key=ck_1&consumer_secret=cs_2&oauth_signature=a%2Fb%3D&oauth_nonce=9", "?consumer_key=***&consumer_secret=***&oauth_signature=***&oauth_nonce=***")]
    [InlineData("operation=query&sessionName=4f5e&accessKey=d41d8", "operation=query&sessionName=***&accessKey=***")]
    [InlineData("{\"sessionName\":\"4f5e\",\"userId\":\"19x1\"}", "{\"sessionName\":\"***\",\"userId\":\"19x1\"}")]
    [InlineData("{\"password\": \"hunter2\"}", "{\"password\": \"***\"}")]
    [InlineData("{\\\"api_key\\\":\\\"abc\\\"}", "{\\\"api_key\\\":\\\"***\\\"}")]
    [InlineData("DOLAPIKEY: 77aa88bb", "DOLAPIKEY: ***")]
    [InlineData("Authorization: Basic QUJDREVGR0g6\r\nHost: h", "Authorization: ***\r\nHost: h")]
    [InlineData("header Bearer abcdefghijklmnop1234", "header Bearer ***")]
    [InlineData("https://user:pass@h.example/x", "https://***@h.example/x")]
    [InlineData("<passwd><![CDATA[$2y$10$abc]]></passwd><id>1</id>", "<passwd>***</passwd><id>1</id>")]
    [InlineData("<secure_key>77</secure_key>", "<secure_key>***</secure_key>")]
    public void Values_behind_known_names_are_removed(string text, string scrubbed) => new SecretScrubber().Scrub(text).Should().Be(scrubbed);

    [Theory]
    [InlineData("The api key is empty")]
    [InlineData("Basic products: 5")]
    [InlineData("contact a@b.example // see ws_key")]
    [InlineData("monkey=5&donkey_key=7")]
    public void Harmless_texts_stay(string text) => new SecretScrubber(Secret).Scrub(text).Should().Be(text);

    [Fact]
    public void A_configured_secret_is_removed_in_each_of_its_forms()
    {
        var scrubber = new SecretScrubber(Secret);
        string[] forms =
        [
            Secret,
            Secret.ToUpperInvariant(),
            Uri.EscapeDataString(Secret),
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Secret)),
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Secret + ":")),
        ];

        foreach (var form in forms)
            scrubber.Scrub($"before {form} after").Should().Be("before *** after");
    }

    [Fact]
    public void A_secret_that_becomes_known_later_is_removed_from_then_on()
    {
        var scrubber = new SecretScrubber();
        scrubber.Add("4f5e6d7c8b");
        scrubber.Scrub("session 4f5e6d7c8b").Should().Be("session ***");
    }

    [Fact]
    public void A_secret_within_another_does_not_leave_the_rest_readable()
    {
        var scrubber = new SecretScrubber("abcd", "abcd-efgh-ijkl");
        scrubber.Scrub("x abcd-efgh-ijkl y").Should().Be("x *** y");
    }

    [Fact]
    public void Very_short_words_are_no_secrets() => new SecretScrubber("a", "", "abc").Scrub("a fabulous abc").Should().Be("a fabulous abc");

    [Fact]
    public void A_secret_across_the_end_of_a_fragment_is_not_cut_in_two()
    {
        var origin = new AnswerOrigin("shop", "GET", "x", isWrite: false, new SecretScrubber(Secret));
        for (var padding = AnswerOrigin.MaxRawLength - 30; padding < AnswerOrigin.MaxRawLength + 5; padding++)
        {
            var fragment = origin.Fragment(System.Text.Encoding.UTF8.GetBytes(new string('x', padding) + Secret + new string('y', 100)));
            fragment.Should().NotContain("s3cr").And.Subject.Length.Should().BeLessThanOrEqualTo(AnswerOrigin.MaxRawLength);
        }
    }
}
