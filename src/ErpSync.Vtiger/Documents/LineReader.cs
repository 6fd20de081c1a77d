using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>Fetches the lines of documents in bulk: no query of the documents themselves gives them.</summary>
internal static class LineReader
{
    private const int Parents = 100;

    /// <summary>The lines by document, in order. Documents with a charge for shipping in their header are read one by one, because only so its tax is told.</summary>
    public static async Task<IReadOnlyList<InventoryRow>> ReadAsync(VtigerRun run, IReadOnlyList<JsonElement> headers, CancellationToken cancellationToken)
    {
        var client = run.Session.Client;
        var lines = new Dictionary<string, List<JsonElement>>(StringComparer.Ordinal);
        var wholes = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var wanted = headers.Where(header => !InventoryRow.HasLines(header)).Select(header => header.Text("id")).OfType<string>().ToList();
        foreach (var header in headers.Where(header => !InventoryRow.HasLines(header) && header.Number("hdnS_H_Amount") is not (null or 0)))
        {
            if (header.Text("id") is { } id && await client.RetrieveAsync(id, cancellationToken) is { } whole && InventoryRow.HasLines(whole))
                wholes[id] = whole;
        }

        foreach (var part in wanted.Where(id => !wholes.ContainsKey(id)).Chunk(Parents))
        {
            for (var offset = 0; ; offset += Vtql.PageSize)
            {
                var rows = await client.QueryAsync(Vtql.Select(Modules.LineItem, ["*"], Vtql.In("parent_id", part), null, Vtql.PageSize, offset), cancellationToken);
                foreach (var row in rows)
                    (lines.TryGetValue(row.Text("parent_id") ?? "", out var own) ? own : lines[row.Text("parent_id") ?? ""] = []).Add(row);
                if (rows.Count < Vtql.PageSize)
                    break;
            }
        }

        return [.. headers.Select(header => InventoryRow.HasLines(header) ? InventoryRow.Of(header)
            : header.Text("id") is not { } id ? new InventoryRow(header, [])
            : wholes.TryGetValue(id, out var whole) ? InventoryRow.Of(whole)
            : new InventoryRow(header, [.. lines.GetValueOrDefault(id, []).DistinctBy(line => line.Text("id") ?? line.GetRawText()).OrderBy(line => line.Number("sequence_no"))]))];
    }
}
