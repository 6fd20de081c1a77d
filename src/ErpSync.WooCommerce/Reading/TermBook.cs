using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Tags or brands by name: known ones by a listing of the run, new ones made on demand.</summary>
internal sealed class TermBook(WooSession session, string path)
{
    private readonly Lazily<ConcurrentDictionary<string, long>> _known = new(async token =>
    {
        var known = new ConcurrentDictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in await session.Client.ListAsync($"{path}?_fields=id,name&orderby=id&order=desc", token, Http.RequestPurpose.Reference))
            known[Texts.Plain(row.Text("name"))] = row.Whole("id") ?? 0;
        return known;
    });

    /// <summary>The number of the term of a name, made when there is none.</summary>
    public async Task<long> EnsureAsync(string name, CancellationToken cancellationToken)
    {
        var known = await _known.GetAsync(cancellationToken);
        if (known.TryGetValue(name, out var id))
            return id;
        try
        {
            id = (await session.Client.PostAsync(path, new JsonObject { ["name"] = Texts.Encode(name) }, cancellationToken)).Whole("id") ?? 0;
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Duplicate or ProblemKind.OutcomeUnknown)
        {
            // Somebody else made it meanwhile, or it was made and the answer got lost.
            _known.Forget();
            known = await _known.GetAsync(cancellationToken);
            if (!known.TryGetValue(name, out id))
                throw;
        }

        return known[name] = id;
    }
}
