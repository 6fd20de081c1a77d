using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Parts of bodies that orders and invoices share.</summary>
internal static class DocumentBodies
{
    /// <summary>Lines and currency of a new document. The lines go in company currency: a foreign price beside it is ignored at this place, so it is reckoned with ten decimals.</summary>
    public static void WriteLines(JsonObject body, DocumentPlan plan, int sign, ServiceBook services, DolibarrSetup setup)
    {
        var lines = new JsonArray();
        foreach (var line in plan.Lines)
            lines.Add((JsonNode)LineMapping.Write(line, sign, services, setup));
        body["lines"] = lines;
        if (!plan.IsForeign)
            return;
        body["multicurrency_code"] = plan.Currency.Value;
        body["multicurrency_tx"] = JsonValues.Invariant(plan.Rate);
    }

    public static void WritePointer(JsonObject body, string column, Ref? pointer) => body[column] = pointer is { IsForeign: false } given && Numbers.Of(given.Id) is { } id ? id : 0;

    public static IEnumerable<string> Texts(IEnumerable<DocumentLine> lines, params ReadOnlySpan<string?> more)
    {
        var texts = new List<string>();
        foreach (var text in more)
        {
            if (text is not null)
                texts.Add(text);
        }

        texts.AddRange(lines.SelectMany(line => new[] { line.Label, line.Description }).OfType<string>());
        return texts;
    }

    /// <summary>Compares what was stored with what was planned.</summary>
    /// <exception cref="ConnectorException">Dolibarr made something else of the document.</exception>
    public static void Check(JsonElement stored, DocumentPlan plan, EntityKind kind, int sign, DolibarrSetup setup)
    {
        var head = DocumentHead.Read(stored, kind, setup, sign);
        if (head.Currency == plan.Currency && head.Gross == plan.Gross && head.Net == plan.Net)
            return;
        var lines = stored.Get("lines").Items().ToList();
        var first = lines.Count == plan.Lines.Count
            ? plan.Lines.Select((line, place) => (line, place)).FirstOrDefault(pair => Number(lines[pair.place], head.IsForeign ? "multicurrency_total_ht" : "total_ht") * sign != pair.line.Net || Number(lines[pair.place], head.IsForeign ? "multicurrency_total_ttc" : "total_ttc") * sign != pair.line.Net + pair.line.Tax).line
            : null;
        var taxes = first is { Rate: { Local1: not null } or { Local2: not null } }
            ? " Local taxes of this country are taken from the customer and stay off at documents made by the API: use a row of the VAT dictionary that includes them in its rate."
            : "";
        throw new ConnectorException(new SyncProblem(
            ProblemKind.Rejected,
            DocumentCodes.TotalsStored,
            $"Dolibarr stored {head.TotalNet} + {head.TotalTax} = {head.TotalGross} of a document of {JsonValues.Invariant(plan.Net)} + {JsonValues.Invariant(plan.Tax)} = {JsonValues.Invariant(plan.Gross)} {plan.Currency}{(first is null ? "" : $", first at the line '{first.Source.Label ?? first.Source.Reference ?? first.Kind.ToString()}'")}.{taxes}")
        {
            EntityKind = kind,
            Field = nameof(Order.TotalGross),
            Remedy = "Check MAIN_MAX_DECIMALS_TOT, MAIN_ROUNDING_RULE_TOT and MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND (Home, Setup, Limits and accuracy) and the row of the VAT dictionary.",
        });
    }

    private static decimal Number(JsonElement line, string name) => line.Text(name) is { } text && JsonValues.TryNumber(text, out var number) ? number : 0;
}
