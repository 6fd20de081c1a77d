namespace ErpSync.PrestaShop.Tests;

public sealed class RecordedErrorTests
{
    public static TheoryData<string, string, ProblemKind, string> Errors
    {
        get
        {
            (string File, ProblemKind Kind, string Code)[] errors =
            [
                ("auth-missing", ProblemKind.Unauthorized, "prestashop.key-not-received"),
                ("auth-malformed-key", ProblemKind.Unauthorized, "prestashop.key-malformed"),
                ("auth-unknown-key", ProblemKind.Unauthorized, "prestashop.key-unknown"),
                ("auth-unknown-key-json", ProblemKind.Unauthorized, "prestashop.key-unknown"),
                ("auth-inactive-key", ProblemKind.Unauthorized, "prestashop.key-unknown"),
                ("auth-no-permission-resource", ProblemKind.Denied, "prestashop.permission-missing"),
                ("auth-no-permission-method", ProblemKind.Denied, "prestashop.permission-missing"),
                ("auth-no-permission-method-json", ProblemKind.Denied, "prestashop.permission-missing"),
                ("auth-webservice-disabled", ProblemKind.Misconfigured, "prestashop.webservice-off"),
                ("auth-webservice-disabled-json", ProblemKind.Misconfigured, "prestashop.webservice-off"),
                ("products-id-shop-missing", ProblemKind.Misconfigured, "http.redirected"),
                ("products-id-group-shop-missing", ProblemKind.Misconfigured, "prestashop.shop-unknown"),
                ("products-get-missing", ProblemKind.NotFound, "http.not-found"),
                ("products-get-missing-json", ProblemKind.NotFound, "http.not-found"),
                ("combinations-get-missing", ProblemKind.NotFound, "http.not-found"),
                ("products-update-put-missing", ProblemKind.NotFound, "prestashop.not-found"),
                ("products-delete-bulk-partly-missing", ProblemKind.NotFound, "prestashop.not-found"),
                ("multishop-not-associated", ProblemKind.NotFound, "prestashop.not-in-shop"),
                ("images-products-download-missing", ProblemKind.NotFound, "prestashop.not-found"),
                ("products-create-bad-ean", ProblemKind.Rejected, "prestashop.field-invalid"),
                ("products-create-bad-price", ProblemKind.Rejected, "prestashop.field-invalid"),
                ("products-create-name-too-long", ProblemKind.Rejected, "prestashop.field-invalid"),
                ("products-create-name-forbidden-chars", ProblemKind.Rejected, "prestashop.field-invalid"),
                ("products-create-iframe-description", ProblemKind.Rejected, "prestashop.field-invalid"),
                ("stock-availables-patch-bad", ProblemKind.Rejected, "prestashop.field-invalid"),
                ("products-update-put-roundtrip", ProblemKind.Rejected, "prestashop.field-read-only"),
                ("categories-update-readonly", ProblemKind.Rejected, "prestashop.field-read-only"),
                ("combinations-create-missing-product", ProblemKind.Rejected, "prestashop.field-required"),
                ("products-create-malformed-xml", ProblemKind.Rejected, "prestashop.xml-refused"),
                ("images-products-upload-raw", ProblemKind.Rejected, "prestashop.image-refused"),
                ("images-categories-upload-again", ProblemKind.Duplicate, "prestashop.duplicate"),
                ("products-filter-unknown-field", ProblemKind.Unsupported, "prestashop.query-refused"),
                ("products-list-fields-unknown", ProblemKind.Unsupported, "prestashop.query-refused"),
                ("products-list-sort-bad", ProblemKind.Unsupported, "prestashop.query-refused"),
                ("unknown-resource", ProblemKind.Unsupported, "prestashop.resource-unknown"),
                ("method-forbidden-stock-availables-post", ProblemKind.Unsupported, "prestashop.method-unsupported"),
                ("products-language-missing", ProblemKind.Misconfigured, "prestashop.language-unknown"),
                ("categories-create-missing-name", ProblemKind.OutcomeUnknown, "prestashop.php-warning"),
                ("products-create-bulk-partial-error", ProblemKind.OutcomeUnknown, "prestashop.php-warning"),
                ("products-filter-uri-too-long", ProblemKind.Rejected, "http.rejected"),
                ("root-json", ProblemKind.Unavailable, "http.server-error"),
            ];
            var data = new TheoryData<string, string, ProblemKind, string>();
            foreach (var version in Recorded.Versions)
            {
                foreach (var (file, kind, code) in errors)
                    data.Add(version, file, kind, code);
            }

            return data;
        }
    }

    [RecordingsTheory]
    [MemberData(nameof(Errors))]
    public async Task A_recorded_error_becomes_the_right_problem(string version, string file, ProblemKind kind, string code)
    {
        var outcome = await Recorded.ReadAsync(Recorded.One(version, file));

        var problem = outcome.Should().BeOfType<WireOutcome.Classified>().Subject.Problem;
        problem.Kind.Should().Be(kind);
        problem.Code.Should().Be(code);
        problem.Message.Should().NotBeEmpty();
    }

    [RecordingsTheory]
    [InlineData("products-create-bad-ean", "ean13")]
    [InlineData("products-create-name-too-long", "name")]
    [InlineData("products-create-name-forbidden-chars", "name")]
    [InlineData("products-update-put-roundtrip", "manufacturer_name")]
    [InlineData("stock-availables-patch-bad", "quantity")]
    [InlineData("combinations-create-missing-product", "id_product")]
    public async Task A_refused_value_names_its_field(string file, string field)
    {
        foreach (var version in Recorded.Versions)
        {
            var outcome = await Recorded.ReadAsync(Recorded.One(version, file));

            outcome.Should().BeOfType<WireOutcome.Classified>().Which.Problem.Field.Should().Be(field);
        }
    }

    [RecordingsTheory]
    [InlineData("auth-no-permission-resource", "orders")]
    [InlineData("auth-no-permission-method", "POST is not allowed for the resource products")]
    public async Task A_missing_right_names_resource_and_method(string file, string named)
    {
        foreach (var version in Recorded.Versions)
        {
            var outcome = await Recorded.ReadAsync(Recorded.One(version, file));

            outcome.Should().BeOfType<WireOutcome.Classified>().Which.Problem.Message.Should().Contain(named);
        }
    }
}
