using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Writes records: checks, coercion, dates, numbers, taxes and prices.</summary>
internal sealed class RecordWriter(VtigerState state)
{
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "id", "createdtime", "modifiedtime", "modifiedby", "source" };

    /// <summary>References must be of the right module.</summary>
    public void CheckReferences(Module module, JsonObject element, VtigerUser user)
    {
        foreach (var field in module.Fields.Where(field => field.Type == "reference" && element.Text(field.Name).Length > 0))
        {
            var prefix = Ids.Split(element.Text(field.Name))?.Prefix ?? element.Text(field.Name);
            var target = state.ModuleOf(prefix) ?? throw VtigerProblem.Denied(" for id");
            if (!field.RefersTo.Contains(target.Name, StringComparer.Ordinal))
                throw new VtigerProblem("REFERENCE_INVALID", "Invalid reference specified for " + field.Name);
            if (user.Hidden.Contains(target.Name))
                throw new VtigerProblem("ACCESS_DENIED", "Permission to access reference type is denied" + target.Name);
        }
    }

    /// <summary>Every mandatory field has a value; the first that has none is told.</summary>
    public static void CheckMandatory(Module module, JsonObject element)
    {
        if (module.Fields.FirstOrDefault(field => field.IsMandatory && element.Text(field.Name).Length == 0) is { } missing)
            throw VtigerProblem.Missing(missing.Name);
    }

    /// <summary>A partial update may leave mandatory fields out, but not empty them.</summary>
    public static void CheckEmptied(Module module, JsonObject element)
    {
        if (module.Fields.FirstOrDefault(field => field.IsMandatory && element.ContainsKey(field.Name) && element.Text(field.Name).Length == 0) is { } emptied)
            throw VtigerProblem.Missing(emptied.Name);
    }

    public void CheckUnique(Module module, JsonObject element, long self)
    {
        foreach (var field in module.Fields.Where(field => field.IsUnique && element.Text(field.Name).Length > 0))
        {
            var key = Collation.Key(element.Text(field.Name));
            if (state.Of(module).Any(record => record.Number != self && !record.IsDeleted && Collation.Key(record[field.Name]) == key))
                throw VtigerProblem.Duplicate();
        }
    }

    public VtigerRecord Create(Module module, JsonObject element, VtigerUser user, long number = 0, string source = "WEBSERVICE")
    {
        var values = Accepted(module, element, user).ToList();
        var record = new VtigerRecord(module.Name, module.Prefix, number > 0 ? number : state.NextNumber());
        state.Reserve(record.Number + 1);
        foreach (var field in module.Fields)
            record[field.Name] = Columns.Initial(module.Name, field);
        foreach (var (name, value) in values)
            record[name] = value;
        if (module.Find("assigned_user_id") is not null && record["assigned_user_id"].Length == 0)
            record["assigned_user_id"] = state.UserId(user);
        record["source"] = element.Text("source") is { Length: > 0 } given ? given : source;
        record["createdtime"] = Values.Instant(state.Now);
        if (module.NumberField is { } numberField)
            record[numberField.Name] = state.NextName(module);
        record.Label = Labels.Of(module, name => element.Text(name), state.Options.Utf8mb4);
        if (module.HasPrices)
            Prices.Write(state, record, element, user, isNew: true);
        state.Records[record.Number] = record;
        Touch(record, user);
        return record;
    }

    public void Update(Module module, VtigerRecord record, JsonObject element, VtigerUser user, bool isDetailView)
    {
        foreach (var (name, value) in Accepted(module, element, user).ToList())
            record[name] = value;
        if (module.LabelFields.Any(element.ContainsKey) || element.ContainsKey("notes_title"))
            record.Label = Labels.Of(module, name => element.ContainsKey(name) ? element.Text(name) : record[name], state.Options.Utf8mb4);
        if (module.HasPrices && isDetailView)
            Prices.WriteUnitPrice(state, record, element, user);
        else if (module.HasPrices)
            Prices.Write(state, record, element, user, isNew: false);
        Touch(record, user);
    }

    public void Touch(VtigerRecord record, VtigerUser user)
    {
        record["modifiedtime"] = Values.Instant(state.Now);
        record["modifiedby"] = state.UserId(user);
    }

    /// <summary>What is stored of an element: known fields that the server does not keep itself.</summary>
    private IEnumerable<(string Name, string Value)> Accepted(Module module, JsonObject element, VtigerUser user)
    {
        foreach (var (name, value) in element)
        {
            if (Own.Contains(name) || name == module.NumberField?.Name || module.Find(name) is not { } field)
                continue;
            if (module.IsInventory && (RecordReader.LineFields.Contains(name) || RecordReader.IsCharge(name)))
                continue;
            yield return (name, Values.Store(state, module, field, value, user));
        }
    }
}
