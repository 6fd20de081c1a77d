using System.Collections.Concurrent;
using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>The modules as <c>describe</c> tells them, each asked for once per run.</summary>
internal sealed class SchemaBook(VtigerClient client)
{
    private readonly ConcurrentDictionary<string, Lazily<Described>> _modules = new(StringComparer.Ordinal);

    /// <summary>The module; null when the user has no access to it, or it is not active.</summary>
    public async ValueTask<ModuleSchema?> FindAsync(string module, CancellationToken cancellationToken) =>
        (await _modules.GetOrAdd(module, name => new Lazily<Described>(token => LoadAsync(name, token))).GetAsync(cancellationToken)).Schema;

    /// <exception cref="ConnectorException">The user has no access to the module.</exception>
    public async ValueTask<ModuleSchema> GetAsync(string module, CancellationToken cancellationToken) =>
        await FindAsync(module, cancellationToken) ?? throw new ConnectorException(Missing(module));

    /// <summary>The module that ids with a prefix belong to, among some.</summary>
    public async ValueTask<ModuleSchema?> OfAsync(RecordNumber? number, IEnumerable<string> modules, CancellationToken cancellationToken)
    {
        if (number is null)
            return null;
        foreach (var module in modules)
        {
            if (await FindAsync(module, cancellationToken) is { } schema && schema.IdPrefix == number.Value.Prefix)
                return schema;
        }

        return null;
    }

    public void Take(ModuleSchema schema) => _modules[schema.Name] = new Lazily<Described>(_ => Task.FromResult(new Described(schema)));

    /// <summary>The prefix of a module that was described in this run; null for others.</summary>
    public string? PrefixOf(string module) => _modules.TryGetValue(module, out var known) ? known.Loaded?.Schema?.IdPrefix : null;

    public SyncProblem Missing(string module) => new(ProblemKind.Denied, VtigerCodes.ModuleMissing, $"The module {module} is not active in vtiger, or the user has no access to it.")
    {
        Connection = client.Connection,
        Remedy = "Activate it under Settings, Module Management, and allow it in the profile of the user.",
    };

    private async Task<Described> LoadAsync(string module, CancellationToken cancellationToken)
    {
        try
        {
            JsonElement json = await client.DescribeAsync(module, cancellationToken);
            return new Described(ModuleSchema.Read(json));
        }
        catch (ConnectorException fault) when (fault.Problem.Code is VtigerCodes.AccessDenied or VtigerCodes.WrongModule)
        {
            return new Described(null);
        }
    }

    private sealed record Described(ModuleSchema? Schema);
}
