namespace ErpSync.Dolibarr.Tests;

/// <summary>Recorded refusals become the problem that tells what may be done next.</summary>
public sealed class RecordedRefusalTests
{
    [RecordingTheory]
    [InlineData(Recorded.Newer, "auth-bad-key", ProblemKind.Unauthorized, "dolibarr.key-refused")]
    [InlineData(Recorded.Newer, "auth-none", ProblemKind.Unauthorized, "dolibarr.key-refused")]
    [InlineData(Recorded.Newer, "header-entity-2", ProblemKind.Unauthorized, "dolibarr.key-refused")]
    [InlineData(Recorded.Older, "auth-bad-key", ProblemKind.Unauthorized, "dolibarr.key-refused")]
    [InlineData(Recorded.Older, "auth-none", ProblemKind.Unauthorized, "dolibarr.key-refused")]
    [InlineData(Recorded.Older, "auth-bearer", ProblemKind.Unauthorized, "dolibarr.key-refused")]
    [InlineData(Recorded.Older, "multicurrency-create", ProblemKind.Denied, "dolibarr.right-missing")]
    [InlineData(Recorded.Newer, "no-permission-orders", ProblemKind.Denied, "dolibarr.right-missing")]
    [InlineData(Recorded.Newer, "no-permission-stock", ProblemKind.Denied, "dolibarr.right-missing")]
    [InlineData(Recorded.Newer, "module-disabled", ProblemKind.Denied, "dolibarr.right-missing")]
    [InlineData(Recorded.Newer, "webhook-create", ProblemKind.Denied, "dolibarr.right-missing")]
    [InlineData(Recorded.Newer, "unknown-endpoint", ProblemKind.Misconfigured, "dolibarr.module-off")]
    [InlineData(Recorded.Older, "webhook-endpoint", ProblemKind.Misconfigured, "dolibarr.module-off")]
    [InlineData(Recorded.Older, "payments-endpoint", ProblemKind.Misconfigured, "dolibarr.module-off")]
    [InlineData(Recorded.Newer, "unknown-method", ProblemKind.Unsupported, "dolibarr.no-such-path")]
    [InlineData(Recorded.Older, "thirdparty-by-account", ProblemKind.Unsupported, "dolibarr.no-such-path")]
    [InlineData(Recorded.Newer, "product-404", ProblemKind.NotFound, "dolibarr.not-found")]
    [InlineData(Recorded.Newer, "category-404", ProblemKind.NotFound, "dolibarr.not-found")]
    [InlineData(Recorded.Newer, "warehouse-404", ProblemKind.NotFound, "dolibarr.not-found")]
    [InlineData(Recorded.Newer, "product-by-ref-ext-404", ProblemKind.NotFound, "dolibarr.not-found")]
    [InlineData(Recorded.Newer, "product-delete-again", ProblemKind.NotFound, "dolibarr.not-found")]
    [InlineData(Recorded.Newer, "document-upload-bad-ref", ProblemKind.NotFound, "dolibarr.not-found")]
    [InlineData(Recorded.Newer, "document-download-404", ProblemKind.NotFound, "dolibarr.not-found")]
    [InlineData(Recorded.Newer, "documents-product-empty", ProblemKind.NotFound, "dolibarr.not-found")]
    [InlineData(Recorded.Older, "products-empty", ProblemKind.NotFound, "dolibarr.not-found")]
    [InlineData(Recorded.Older, "products-list-past-end", ProblemKind.NotFound, "dolibarr.not-found")]
    [InlineData(Recorded.Newer, "product-create-duplicate-ref", ProblemKind.Duplicate, "dolibarr.duplicate")]
    [InlineData(Recorded.Older, "product-create-duplicate", ProblemKind.Duplicate, "dolibarr.duplicate")]
    [InlineData(Recorded.Newer, "category-create-duplicate", ProblemKind.Duplicate, "dolibarr.duplicate")]
    [InlineData(Recorded.Newer, "warehouse-create-duplicate", ProblemKind.Duplicate, "dolibarr.duplicate")]
    [InlineData(Recorded.Newer, "multicurrency-duplicate", ProblemKind.Duplicate, "dolibarr.duplicate")]
    [InlineData(Recorded.Newer, "parallel-order-validate-number-race", ProblemKind.Duplicate, "dolibarr.duplicate")]
    [InlineData(Recorded.Newer, "parallel-order-create-deadlock", ProblemKind.OutcomeUnknown, "dolibarr.rolled-back")]
    [InlineData(Recorded.Newer, "webhook-dead-listener", ProblemKind.OutcomeUnknown, "dolibarr.webhook-blocks")]
    [InlineData(Recorded.Newer, "webhook-failing-type0-blocking", ProblemKind.OutcomeUnknown, "dolibarr.webhook-blocks")]
    [InlineData(Recorded.Newer, "product-delete-used", ProblemKind.Rejected, "dolibarr.in-use")]
    [InlineData(Recorded.Newer, "product-create-emoji", ProblemKind.Rejected, "dolibarr.charset")]
    [InlineData(Recorded.Older, "product-create-emoji", ProblemKind.Rejected, "dolibarr.charset")]
    [InlineData(Recorded.Newer, "category-create-emoji-utf8-db", ProblemKind.Rejected, "dolibarr.charset")]
    [InlineData(Recorded.Newer, "product-create-long-label", ProblemKind.Rejected, "dolibarr.too-long")]
    [InlineData(Recorded.Newer, "product-create-long-ref", ProblemKind.Rejected, "dolibarr.too-long")]
    [InlineData(Recorded.Newer, "product-create-missing", ProblemKind.Rejected, "dolibarr.field-missing")]
    [InlineData(Recorded.Newer, "product-create-empty-body", ProblemKind.Rejected, "dolibarr.field-missing")]
    [InlineData(Recorded.Newer, "product-create-malformed", ProblemKind.Rejected, "dolibarr.rejected")]
    [InlineData(Recorded.Newer, "category-create-missing-type", ProblemKind.Rejected, "dolibarr.field-missing")]
    [InlineData(Recorded.Newer, "variant-create-missing", ProblemKind.Rejected, "dolibarr.field-missing")]
    [InlineData(Recorded.Newer, "stockmovement-missing", ProblemKind.Rejected, "dolibarr.field-missing")]
    [InlineData(Recorded.Newer, "warehouse-create-missing-label", ProblemKind.Rejected, "dolibarr.field-missing")]
    [InlineData(Recorded.Newer, "product-update-parent-price", ProblemKind.Rejected, "dolibarr.price-below-minimum")]
    [InlineData(Recorded.Newer, "product-update-stock-refused", ProblemKind.Rejected, "dolibarr.rejected")]
    [InlineData(Recorded.Newer, "stockmovement-negative-stock", ProblemKind.Rejected, "dolibarr.stock-negative")]
    [InlineData(Recorded.Newer, "stockmovement-service", ProblemKind.Rejected, "dolibarr.stock-refused")]
    [InlineData(Recorded.Newer, "stockmovement-zero", ProblemKind.Rejected, "dolibarr.stock-refused")]
    [InlineData(Recorded.Newer, "products-list-filter-bad-field", ProblemKind.Rejected, "dolibarr.filter-refused")]
    [InlineData(Recorded.Newer, "products-list-filter-bad-syntax", ProblemKind.Rejected, "dolibarr.filter-refused")]
    [InlineData(Recorded.Newer, "products-list-filter-parenthesis", ProblemKind.Rejected, "dolibarr.filter-refused")]
    [InlineData(Recorded.Newer, "products-list-sort-bad", ProblemKind.Rejected, "dolibarr.filter-refused")]
    [InlineData(Recorded.Newer, "products-list-bad-limit", ProblemKind.Rejected, "dolibarr.rejected")]
    [InlineData(Recorded.Newer, "document-upload-category", ProblemKind.Unsupported, "dolibarr.no-such-path")]
    [InlineData(Recorded.Newer, "invoice-delete-validated", ProblemKind.Rejected, "dolibarr.rejected")]
    [InlineData(Recorded.Newer, "order-validate-again", ProblemKind.Rejected, "dolibarr.not-modified")]
    public async Task Recorded_refusal_becomes_its_problem(string folder, string name, ProblemKind kind, string code)
    {
        var problem = await Recorded.ProblemAsync(folder, name);
        problem.Kind.Should().Be(kind, problem.ToString());
        problem.Code.Should().Be(code, problem.ToString());
        problem.HttpStatus.Should().Be(Recorded.Get(folder, name).Response!.Status);
    }

    [RecordingFact]
    public async Task Missing_right_names_module_and_right()
    {
        var problem = await Recorded.ProblemAsync(Recorded.Newer, "no-permission-stock");
        problem.Message.Should().Contain("create and modify stock movements").And.Contain("Stocks");
        problem.Remedy.Should().Contain("Permissions");
    }

    [RecordingFact]
    public async Task Too_long_value_names_its_column() =>
        (await Recorded.ProblemAsync(Recorded.Newer, "product-create-long-label")).Field.Should().Be("label");

    [RecordingFact]
    public void Html_in_front_of_the_json_tells_the_reason()
    {
        var response = Recorded.Get(Recorded.Newer, "category-update").Response!;
        var verdict = DolibarrErrors.Judge("PUT", "categories/1", response.Status, response.MediaType, response.Body!);
        verdict!.Code.Should().Be("dolibarr.charset");
        verdict.Remedy.Should().Contain("utf8mb4");
    }

    [RecordingFact]
    public void Error_behind_html_is_the_last_top_level_object()
    {
        var body = ErrorBody.Read(Recorded.Get(Recorded.Newer, "parallel-order-validate-number-race").Response!.Body!);
        body.IsOwn.Should().BeTrue();
        body.Message.Should().StartWith("Error when validating Order: Duplicate entry");
        body.Printed.Should().Contain("DB_ERROR_RECORD_ALREADY_EXISTS");
    }
}
