using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>
/// Walks a module in order of ids, a hundred at a time, each page beginning behind the last id: nothing moves when records are deleted meanwhile. Rows that the user may not
/// see may be dropped after the limit, so that only an empty page is the end; an administrator sees all, and a short page is the end.
/// </summary>
internal static class ModulePager
{
    public static async IAsyncEnumerable<IReadOnlyList<JsonElement>> ReadAsync(
        VtigerRun run, string module, IReadOnlyList<string> columns, string? where, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var behind = after is null ? null : $"id > {Vtql.Quote(after)}";
            var rows = await run.Session.Client.QueryAsync(Vtql.Select(module, columns, Vtql.And(where, behind), "id", Vtql.PageSize), cancellationToken);
            if (rows.Count == 0)
                yield break;
            yield return rows;
            var last = rows.Select(row => RecordNumber.Parse(row.Text("id"))).OfType<RecordNumber>().OrderBy(number => number.Number).LastOrDefault();
            if (last == default || last.ToString() == after)
                throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.Unreadable, $"A page of {module} has no ids to go on from.") { Connection = run.Session.Client.Connection });
            after = last.ToString();
            if (run.Setup.IsAdmin && rows.Count < Vtql.PageSize)
                yield break;
        }
    }

    /// <summary>The rows whose field has one of some values, in as few requests as the limits allow.</summary>
    /// <param name="run">The run.</param>
    /// <param name="module">The module.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="field">The field.</param>
    /// <param name="values">The values.</param>
    /// <param name="isUnique">True when a value cannot occur twice: then one page holds them all.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    public static async IAsyncEnumerable<IReadOnlyList<JsonElement>> FindAsync(
        VtigerRun run, string module, IReadOnlyList<string> columns, string field, IEnumerable<string> values, bool isUnique, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in Vtql.Parts(values))
        {
            if (isUnique)
            {
                yield return await run.Session.Client.QueryAsync(Vtql.Select(module, columns, Vtql.In(field, part), "id", Vtql.PageSize), cancellationToken);
                continue;
            }

            await foreach (var page in ReadAsync(run, module, columns, Vtql.In(field, part), null, cancellationToken))
                yield return page;
        }
    }
}
