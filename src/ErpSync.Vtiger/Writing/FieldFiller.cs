using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Completes new records: owner, lead source, defaults. vtiger names only the first missing field and refuses the record; so they are looked for before.</summary>
internal sealed class FieldFiller(VtigerRun run)
{
    /// <summary>Fields that vtiger reckons or numbers itself, or takes out of the lines.</summary>
    private static readonly HashSet<string> Given = ["id", "productid", "quantity", "listprice", "createdtime", "modifiedtime", "modifiedby", "hdnGrandTotal", "hdnSubTotal", "pre_tax_total"];

    /// <exception cref="ConnectorException">A mandatory field has neither value nor default, or a default does not fit.</exception>
    public async Task CompleteAsync(string module, JsonObject body, CancellationToken cancellationToken)
    {
        var schema = await run.Schema.GetAsync(module, cancellationToken);
        if (!schema.MayCreate)
            throw new ConnectorException(new SyncProblem(ProblemKind.Denied, VtigerCodes.RightMissing, $"The user may not create records of {module}.") { Remedy = "Allow it in the profile of the user." });
        if (schema["assigned_user_id"] is not null && IsEmpty(body, "assigned_user_id"))
            body["assigned_user_id"] = run.Options.Owner ?? run.Setup.UserId;
        if (run.Options.LeadSource is { } source && schema["leadsource"] is not null && IsEmpty(body, "leadsource"))
            body["leadsource"] = source;
        foreach (var (key, value) in run.Options.Defaults)
        {
            if (key.Split('.') is not [var owner, var name] || owner != module || !IsEmpty(body, name))
                continue;
            if (await RefusalAsync(schema, name, value, cancellationToken) is { } refusal)
                throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, VtigerCodes.Default, $"The default of {key} does not fit: {refusal}.") { Field = name, Remedy = "Correct the option Defaults." });
            body[name] = value;
        }

        foreach (var field in schema.Fields.Values.Where(field => field.IsMandatory && !Given.Contains(field.Name) && IsEmpty(body, field.Name)).OrderBy(field => field.Name, StringComparer.Ordinal))
            body[field.Name] = Filling(field) ?? throw new ConnectorException(Missing(module, field));
    }

    /// <summary>Whether a new record of the module gets the field from somewhere; null where it does, else what is missing.</summary>
    public SyncProblem? Lacking(string module, FieldSchema field, IEnumerable<string> sources) =>
        Given.Contains(field.Name) || field.Name == "assigned_user_id" || sources.Contains(field.Name, StringComparer.Ordinal) || run.Options.Defaults.ContainsKey($"{module}.{field.Name}") || Filling(field) is not null ? null : Missing(module, field);

    /// <summary>Why a default cannot stand in its field; null when it can.</summary>
    public async Task<string?> RefusalAsync(ModuleSchema schema, string name, string value, CancellationToken cancellationToken)
    {
        if (schema[name] is not { } field)
            return $"{schema.Name} has no field {name}";
        foreach (var module in field.RefersTo)
            await run.Schema.FindAsync(module, cancellationToken);
        return field.Refusal(value, run.Schema.PrefixOf);
    }

    private string? Filling(FieldSchema field) => field.Type switch
    {
        "string" or "text" => run.Options.TextDefault,
        "picklist" when run.Options.TextDefault is { } text && field.Picklist.Contains(text, StringComparer.Ordinal) => text,
        _ => null,
    };

    private static SyncProblem Missing(string module, FieldSchema field) => new(ProblemKind.Rejected, VtigerCodes.FieldMissing, $"{module}.{field.Name} ({field.Label:label}) is mandatory in vtiger and has neither a value nor a default.")
    {
        Field = field.Name,
        Remedy = $"Set Defaults[\"{module}.{field.Name}\"] to a value of the type {field.Type}.",
    };

    private static bool IsEmpty(JsonObject body, string name) => body[name] is not { } value || value.ToString().Length == 0;
}
