using System.Collections.Frozen;
using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>One module as <c>describe</c> tells it to the user: fields and rights.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IdPrefix">What its ids begin with; differs between installations.</param>
internal sealed record ModuleSchema(string Name, string IdPrefix)
{
    public string Label { get; init; } = "";

    public bool MayCreate { get; init; }

    public bool MayUpdate { get; init; }

    public bool MayDelete { get; init; }

    public bool MayRead { get; init; }

    public FrozenDictionary<string, FieldSchema> Fields { get; init; } = FrozenDictionary<string, FieldSchema>.Empty;

    public FieldSchema? this[string field] => Fields.GetValueOrDefault(field);

    public static ModuleSchema Read(JsonElement json)
    {
        var prefix = json.Text("idPrefix") ?? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.Unreadable, $"describe({json.Text("name"):module}) tells no idPrefix."));
        return new ModuleSchema(json.Text("name") ?? "", prefix)
        {
            Label = json.Text("label") ?? "",
            MayCreate = json.Flag("createable"),
            MayUpdate = json.Flag("updateable"),
            MayDelete = json.Flag("deleteable"),
            MayRead = json.Flag("retrieveable"),
            Fields = json.Get("fields").Items().Select(FieldSchema.Read).Where(field => field.Name.Length > 0).DistinctBy(field => field.Name).ToFrozenDictionary(field => field.Name, StringComparer.Ordinal),
        };
    }

    /// <summary>Those of some fields that the user can see: a query that names another is refused as a whole.</summary>
    public IReadOnlyList<string> Known(IEnumerable<string> fields) => [.. fields.Where(field => field == "id" || Fields.ContainsKey(field)).Distinct(StringComparer.Ordinal)];
}
