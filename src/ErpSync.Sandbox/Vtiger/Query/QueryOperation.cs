using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Runs VTQL: at most 100 rows a page; orders that are asked for fields of their lines are joined with them before the limit counts.</summary>
internal sealed partial class QueryOperation(VtigerState state)
{
    private const int Cap = 100;
    private readonly RowSource _source = new(state);

    public JsonNode Run(string text, VtigerUser user)
    {
        // The module is looked up before the query is parsed.
        if (From().Match(text) is { Success: true } from)
            Access.Module(state, user, from.Groups["module"].Value, " for name : " + from.Groups["module"].Value);
        var query = VtqlParser.Parse(text);
        var module = Access.Module(state, user, query.Module, " for name : " + query.Module);
        Check(module, query);
        var withLines = module.IsInventory && (query.IsStar || query.Columns.Concat(query.Conditions.Select(condition => condition.Field)).Concat(query.OrderBy).Any(RowSource.IsOfLine));
        foreach (var condition in query.Conditions.Where(condition => condition.Values.Any(value => !value.IsQuoted && !Values.IsNumeric(value.Text))))
            throw new VtigerProblem("DATABASE_QUERY_ERROR", "Database error while performing required operation");
        var rows = _source.Rows(module, user, withLines).Where(Comparing.Compile(module, query.Conditions));
        if (query.IsCount)
            return new JsonArray(new JsonObject { ["count"] = rows.Count().ToString(CultureInfo.InvariantCulture) });
        var page = Page(query, Sort(module, query, rows));
        return new JsonArray([.. Collapse(page).Select(row => Show(module, query, row))]);
    }

    private void Check(Module module, Vtql query)
    {
        if (!query.IsStar && !query.IsCount && query.Columns.FirstOrDefault(column => !IsColumn(module, column)) is { } unknown)
            throw new VtigerProblem("ACCESS_DENIED", $"Permission to access '.{unknown}.' attribute denied.");
        if (query.Conditions.FirstOrDefault(condition => !IsColumn(module, condition.Field)) is { } other)
            throw new VtigerProblem("ACCESS_DENIED", $"Permission to access {other.Field} attribute denied.");
        if (query.OrderBy.Any(field => !IsColumn(module, field)))
            throw new VtigerProblem("DATABASE_QUERY_ERROR", "Database error while performing required operation");
    }

    private bool IsColumn(Module module, string name) =>
        module.Find(name) is { Type: not "password" } field ? field.Name != "accesskey" : module.Name == "LineItem" && LineReader.LaterTaxes(state, module).Contains(name, StringComparer.Ordinal);

    private static IEnumerable<QueryRow> Sort(Module module, Vtql query, IEnumerable<QueryRow> rows)
    {
        if (query.OrderBy.Count == 0 || (query.OrderBy is ["id"] && !query.IsDescending))
            return rows; // they come by their numbers
        var fields = query.OrderBy.Select(name => module.Find(name) ?? ModuleField.Custom(name, "", "double")).ToList();
        var comparer = Comparer<QueryRow>.Create((left, right) => fields.Select(field => Comparing.Order(field, left, right)).FirstOrDefault(order => order != 0));

        // One direction holds for the last field only; the others ascend, as the database reads the statement.
        var last = fields[^1];
        var others = Comparer<QueryRow>.Create((left, right) => fields.Take(fields.Count - 1).Select(field => Comparing.Order(field, left, right)).FirstOrDefault(order => order != 0));
        return query.IsDescending
            ? rows.Order(others).ThenByDescending(row => row, Comparer<QueryRow>.Create((left, right) => Comparing.Order(last, left, right)))
            : rows.Order(comparer);
    }

    private static IEnumerable<QueryRow> Page(Vtql query, IEnumerable<QueryRow> rows)
    {
        if ((query.Count ?? 0) < 0 || (query.Offset ?? 0) < 0)
            return [];
        return rows.Skip(query.Offset ?? 0).Take(Math.Min(query.Count ?? Cap, Cap));
    }

    /// <summary>Rows of one order become one, which carries the last line.</summary>
    private static IEnumerable<QueryRow> Collapse(IEnumerable<QueryRow> rows)
    {
        var last = new List<QueryRow>();
        var places = new Dictionary<long, int>();
        foreach (var row in rows)
        {
            if (places.TryGetValue(row.Number, out var place))
            {
                last[place] = row;
            }
            else
            {
                places[row.Number] = last.Count;
                last.Add(row);
            }
        }

        return last;
    }

    private JsonObject Show(Module module, Vtql query, QueryRow row)
    {
        var item = new JsonObject();
        foreach (var name in query.IsStar ? Star(module) : query.Columns)
            item[Column(module, name)] = row.Shown(query.IsStar ? Column(module, name) : name);
        if (!query.IsStar && !item.ContainsKey("id"))
            item["id"] = row.Shown("id");
        if (row.Record is { } record && (query.IsStar || query.Columns.Contains("filename", StringComparer.Ordinal)))
            RecordReader.Attachments(item, module, record);
        return item;
    }

    /// <summary>The header's discounts share their columns' names with those of the lines, whose names win.</summary>
    public static string Column(Module module, string name) => !module.IsInventory ? name : name switch
    {
        "hdnDiscountPercent" => "discount_percent",
        "hdnDiscountAmount" => "discount_amount",
        _ => name,
    };

    [GeneratedRegex(@"from\s+(?<module>[^\s;]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();

    private IEnumerable<string> Star(Module module)
    {
        foreach (var field in module.Fields.Where(field => field.Type != "password" && field.Name != "accesskey" && !RecordReader.IsCharge(field.Name)))
        {
            if (module.IsInventory && field.Name is "discount_amount" or "discount_percent")
                continue;
            yield return field.Name;
            if (module.Name == "LineItem" && field.Name == "comment")
                yield return "description";
            if (!module.IsInventory || field.Name != "hdnS_H_Percent")
                continue;
            yield return "image";
            if (module.Name == "PurchaseOrder")
                continue;
            yield return "purchase_cost";
            yield return "margin";
        }

        if (module.Name != "LineItem")
            yield break;
        foreach (var tax in LineReader.LaterTaxes(state, module))
            yield return tax;
    }
}
