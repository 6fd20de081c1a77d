using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Recorded records with one field after the other made nonsense of: each is read, or parked with its reason, and never stops the others.</summary>
public sealed class GarbledRecordingTests
{
    private static readonly string[] Nonsense = ["\"x\"", "-1", "99999999999999999999", "1e300", "\"1e29\"", "79228162514264337593543950335", "253402300800", "\"0000-00-00\"", "\"12,5\"", "{}", "[]", "[[]]", "{\"0\":null}", "true", "\"\\u0000\"", "\"12€\"", "null"];

    public static TheoryData<string> Names =>
    [
        "product-get-stock", "variant-child-clean", "thirdparty-get", "contact-get", "order-get-contacts", "invoice-get-draft", "invoice-after-payment", "creditnote-get", "shipment-get-validated", "invoice-payments", "categories-list", "variants-list",
        "purchase-prices-of-product", "setup-vat-fr", "stockmovements-list", "documents-product-list", "warehouse-get", "bankaccount-get", "localtax-order-ca-get", "multicurrencies-list", "products-list-stock",
    ];

    [RecordingTheory]
    [MemberData(nameof(Names))]
    public void Field_that_is_nonsense_parks_its_record_at_most(string name)
    {
        var recording = Recorded.Get(Recorded.Newer, name);
        var path = recording.Request.PathAndQuery[(recording.Request.PathAndQuery.IndexOf("index.php/", StringComparison.Ordinal) + 10)..].Split('?')[0];
        var whole = JsonNode.Parse(recording.Response!.Body!)!;
        foreach (var place in Places(whole).ToList())
        {
            foreach (var nonsense in Nonsense)
            {
                using var document = JsonDocument.Parse(With(whole, place, nonsense));
                var read = FluentActions.Invoking(() => RecordedRecords.Read(recording.Request.Method, path, document.RootElement, "erp")).Should().NotThrow($"{place} = {nonsense}").Subject;
                (read is WireOutcome.Read or WireOutcome.Classified).Should().BeTrue();
                if (read is WireOutcome.Read { Problems: { Count: > 0 } problems })
                    problems.Should().OnlyContain(problem => problem.Kind == ProblemKind.Unreadable && problem.Message.Length > 0, $"{place} = {nonsense}");
            }
        }
    }

    // The fields of the first record, and those of its first line.
    private static IEnumerable<string> Places(JsonNode whole)
    {
        var (record, prefix) = whole is JsonArray list ? (list[0] as JsonObject, "0.") : (whole as JsonObject, "");
        foreach (var (field, value) in record ?? [])
        {
            yield return prefix + field;
            if (value is JsonArray { Count: > 0 } inner && inner[0] is JsonObject line)
            {
                foreach (var (lineField, _) in line)
                    yield return $"{prefix}{field}.0.{lineField}";
            }
        }
    }

    private static string With(JsonNode whole, string place, string value)
    {
        var copy = whole.DeepClone();
        var steps = place.Split('.');
        var at = steps[..^1].Aggregate(copy, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        at[steps[^1]] = JsonNode.Parse(value);
        return copy.ToJsonString();
    }
}
