using System.Text.Json;
using System.Xml.Linq;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>One recorded exchange as a call, and what is in its answer.</summary>
/// <param name="Call">The call.</param>
/// <param name="Resource">The resource, for example <c>products</c>; empty for the root.</param>
/// <param name="IsCut">True when the recording holds only the beginning of the body.</param>
/// <param name="IsSchema">True when a schema was asked for instead of records.</param>
internal sealed record RecordedExchange(Call Call, string Resource, bool IsCut, bool IsSchema)
{
    private const string CutMark = "...(truncated, ";
    private const string Dispatcher = "/webservice/dispatcher.php";

    /// <summary>A recorded body without the mark that says where it was cut.</summary>
    public static string? WithoutMark(string? body) =>
        body is not null && body.EndsWith("chars in all)", StringComparison.Ordinal) && body.LastIndexOf(CutMark, StringComparison.Ordinal) is var at and >= 0 ? body[..at] : body;

    /// <summary>True for the webservice's addresses, the long form without rewriting included.</summary>
    public static bool IsWebservice(string path) =>
        path.Split('/').Contains("api") || path.EndsWith(Dispatcher, StringComparison.Ordinal);

    /// <summary>The call that would have been sent, expecting what the answer's type says.</summary>
    public static RecordedExchange Of(string method, string pathAndQuery, IReadOnlyDictionary<string, string> headers, string? body)
    {
        var address = Uri.EscapeDataString(pathAndQuery.Split('?')[0]).Replace("%2F", "/", StringComparison.Ordinal);
        var type = headers.FirstOrDefault(header => string.Equals(header.Key, "Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? "";
        var expected = string.IsNullOrEmpty(body) ? ExpectedBody.Any
            : type.Contains("json", StringComparison.Ordinal) ? ExpectedBody.Json
            : type.Contains("xml", StringComparison.Ordinal) ? ExpectedBody.Xml
            : type.StartsWith("image/", StringComparison.Ordinal) ? ExpectedBody.File
            : pathAndQuery.Contains("_format=JSON", StringComparison.OrdinalIgnoreCase) ? ExpectedBody.Json
            : ExpectedBody.Xml;
        var call = method switch
        {
            "POST" => Call.Post(address),
            "PUT" => Call.Put(address),
            "PATCH" => Call.Patch(address),
            "DELETE" => Call.Delete(address),
            "HEAD" => Call.Head(address),
            _ => Call.Get(address),
        };
        return new RecordedExchange(call with { Expects = expected }, ResourceOf(pathAndQuery), !ReferenceEquals(body, WithoutMark(body)), pathAndQuery.Contains("schema=", StringComparison.Ordinal));
    }

    /// <summary>Reads the answer.</summary>
    public async Task<WireOutcome> ReadAsync(Answer answer, CancellationToken cancellationToken)
    {
        switch (Call.Expects)
        {
            case ExpectedBody.File:
                var bytes = await answer.ReadBytesAsync(cancellationToken);
                return new WireOutcome.Read(1, $"a picture, {bytes.Length} bytes", []);
            case ExpectedBody.Json or ExpectedBody.Xml when IsSchema:
                var schema = await answer.ReadBytesAsync(cancellationToken);
                return new WireOutcome.Read(0, $"the schema of {Resource}, {schema.Length} bytes", []);
            case ExpectedBody.Json:
                return RecordedRecords.Read(Resource, await JsonRowsAsync(answer, cancellationToken), answer.Origin.Connection);
            case ExpectedBody.Xml:
                return FromXml(await answer.ReadXmlAsync(cancellationToken), answer.Origin.Connection);
            default:
                return new WireOutcome.Read(0, Call.Method == HttpMethod.Delete ? "deleted" : "an answer without a body", []);
        }
    }

    private static string ResourceOf(string pathAndQuery)
    {
        var (path, query) = pathAndQuery.Split('?', 2) is [var before, var after] ? (before, after) : (pathAndQuery, "");
        var target = path.EndsWith(Dispatcher, StringComparison.Ordinal)
            ? "api/" + query.Split('&').Where(part => part.StartsWith("url=", StringComparison.Ordinal)).Select(part => Uri.UnescapeDataString(part[4..])).FirstOrDefault()
            : path;
        return target.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(segment => segment != "api").Skip(1).FirstOrDefault() ?? "";
    }

    private WireOutcome FromXml(XDocument document, string connection)
    {
        if (Resource.Length == 0)
        {
            var rights = KeyRights.Read(document) ?? throw NotUnderstood(connection);
            return new WireOutcome.Read(rights.Resources, $"rights on {rights.Resources} resources of '{rights.ShopName}'", []);
        }

        var rows = WireXml.Rows(document);
        if (rows.Count > 0)
            return RecordedRecords.Read(Resource, rows, connection);
        if (document.Root?.Name.LocalName != "prestashop")
            throw NotUnderstood(connection);
        return new WireOutcome.Read(0, "an empty list", []);
    }

    private async Task<List<WireRow>> JsonRowsAsync(Answer answer, CancellationToken cancellationToken)
    {
        if (!IsCut)
            return JsonRows(await answer.ReadBytesAsync(cancellationToken), answer.Origin.Connection);
        var rows = new List<WireRow>();
        try
        {
            await foreach (var item in answer.ReadItemsAsync(JsonPlace.At(ResourceNames.List(Resource)), WireJson.Parser, cancellationToken))
                rows.Add(item.Value ?? throw new ConnectorException(item.Problem!));
        }
        catch (ConnectorException end) when (end.Problem.Code is HttpProblemCodes.TruncatedBody or HttpProblemCodes.MalformedJson)
        {
            // The recording ends here; what came before was read.
        }

        return rows;
    }

    // A list stands under its resource, a single record under its own name, an empty list is a bare array.
    private static List<WireRow> JsonRows(byte[] body, string connection)
    {
        var rows = new List<WireRow>();
        var reader = new Utf8JsonReader(body);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return rows;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    var row = WireJson.Row(ref reader);
                    if (row.Count > 0 && row.Lists.Count == row.Count)
                        rows.AddRange(row.Lists.SelectMany(list => list));
                    else
                        rows.Add(row);
                }
                else if (reader.TokenType == JsonTokenType.StartArray)
                {
                    while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                        rows.Add(WireJson.Row(ref reader));
                }
            }

            return rows;
        }
        catch (JsonException fault)
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, HttpProblemCodes.MalformedJson, "The JSON breaks.") { Connection = connection }, fault);
        }
    }

    private static ConnectorException NotUnderstood(string connection) =>
        new(new SyncProblem(ProblemKind.Unreadable, PrestaShopCodes.NotPrestaShop, "The XML is not an answer of the webservice.") { Connection = connection });
}
