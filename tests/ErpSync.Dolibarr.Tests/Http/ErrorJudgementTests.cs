namespace ErpSync.Dolibarr.Tests;

/// <summary>Refusals that are known from reading Dolibarr's source and not recorded.</summary>
public sealed class ErrorJudgementTests
{
    [Fact]
    public void Firewall_page_is_a_rejection_that_says_so() =>
        Judge(403, "text/html", "Access refused to 10.0.0.1 by SQL or Script injection protection in main.inc.php")!.Code.Should().Be("dolibarr.firewall");

    [Fact]
    public void Bare_401_of_older_versions_is_a_missing_right() =>
        Judge(401, "application/json", """{"error":{"code":401,"message":"Unauthorized"}}""")!.Kind.Should().Be(ProblemKind.Denied);

    [Fact]
    public void Refused_address_of_this_machine_names_the_setting() =>
        Judge(503, "text/html", "APIs are not allowed from the IP 10.0.0.1")!.Remedy.Should().Contain("API_RESTRICT_ON_IP");

    [Fact]
    public void Web_page_is_left_to_the_transport() => Judge(404, "text/html", "<html><title>Not Found</title></html>").Should().BeNull();

    [Fact]
    public void Maintenance_page_is_left_to_the_transport() => Judge(503, "text/html", "<!doctype html><html></html>").Should().BeNull();

    [Fact]
    public void Failure_without_a_known_reason_is_transient() =>
        Judge(500, "application/json", """{"error":{"code":500,"message":"Internal Server Error: Error when retrieve list"}}""")!.Kind.Should().Be(ProblemKind.Unavailable);

    [Fact]
    public void French_duplicate_is_a_duplicate() =>
        Judge(500, "application/json", """{"error":{"code":500,"message":"Internal Server Error: Error creating product","0":"Une référence TS-1 existe déjà"}}""")!.Kind.Should().Be(ProblemKind.Duplicate);

    [Fact]
    public void Missing_table_is_a_module_that_was_never_on() =>
        Judge(503, "application/json", """{"error":{"code":503,"message":"Service Unavailable: Error when retrieve product list : Table 'doli.llx_product_attribute_combination' doesn't exist"}}""")!.Code.Should().Be("dolibarr.module-off");

    [Theory]
    [InlineData(413, "text/html", "<html><head><title>413 Request Entity Too Large</title></head></html>", null)]
    [InlineData(400, "application/json", """{"error":{"code":400,"message":"Bad Request: "}}""", "dolibarr.rejected")]
    [InlineData(500, "application/json", """{"error":{"code":500,"message":"Internal Server Error: Error creating thirdparty","0":"Unknown column 'shopid' in 'INSERT INTO'"}}""", "dolibarr.extra-field-unknown")]
    [InlineData(503, "application/json", """{"error":{"code":503,"message":"Service Unavailable: Error when retrieve thirdparties : Unknown column 't.nothere' in 'WHERE'"}}""", "dolibarr.filter-refused")]
    [InlineData(422, "application/json", """{"error":{"code":422,"message":"Unprocessable Entity: Invalid value"}}""", "dolibarr.rejected")]
    [InlineData(500, "application/json", """{"error":{"code":500,"message":"Internal Server Error: Error creating order","0":"MySQL server has gone away"}}""", "dolibarr.failed")]
    [InlineData(500, "application/json", """{"error":{"code":500,"message":"Internal Server Error: Error creating invoice","0":"Lock wait timeout exceeded; try restarting transaction"}}""", "dolibarr.rolled-back")]
    public void Refusal_that_was_never_recorded_is_judged(int status, string type, string body, string? code)
    {
        var verdict = Judge(status, type, body);
        verdict?.Code.Should().Be(code);
        (verdict is null).Should().Be(code is null);
        verdict?.Message.Should().NotContain(": .", "an empty reason is said to be one");
    }

    [Fact]
    public void Key_in_a_message_is_not_shown()
    {
        var scrubber = new ErpSync.Http.SecretScrubber("k3y-of-the-user");
        scrubber.Scrub("""{"object":{"user":{"api_key":"abcdef123456"}},"x":"k3y-of-the-user"}""").Should().NotContain("abcdef123456").And.NotContain("k3y-of-the-user");
    }

    private static Verdict? Judge(int status, string type, string body) => DolibarrErrors.Judge("GET", "products", status, type, body);
}
