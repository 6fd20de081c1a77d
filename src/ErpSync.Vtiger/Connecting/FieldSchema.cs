using System.Globalization;
using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>One field as <c>describe</c> tells it.</summary>
/// <param name="Name">Its name, for example <c>cf_901</c>.</param>
/// <param name="Label">What people see.</param>
/// <param name="Type">Its type: <c>string</c>, <c>text</c>, <c>picklist</c>, <c>reference</c>, <c>owner</c>, <c>date</c>, <c>boolean</c>, <c>currency</c>, <c>double</c>, <c>integer</c>…</param>
internal sealed record FieldSchema(string Name, string Label, string Type)
{
    public bool IsMandatory { get; init; }

    public bool IsEditable { get; init; }

    /// <summary>True when the administrator prevents duplicates on it.</summary>
    public bool IsUnique { get; init; }

    public IReadOnlyList<string> Picklist { get; init; } = [];

    public IReadOnlyList<string> RefersTo { get; init; } = [];

    /// <summary>What vtiger fills in by itself; empty for nothing.</summary>
    public string Default { get; init; } = "";

    /// <summary>Fields that were appended (taxes, currencies) have texts where others have booleans.</summary>
    public static FieldSchema Read(JsonElement field)
    {
        var type = field.Get("type");
        return new FieldSchema(field.Text("name") ?? "", field.Text("label") ?? "", type.Text("name") ?? "string")
        {
            IsMandatory = field.Flag("mandatory"),
            IsEditable = field.Get("editable").ValueKind == JsonValueKind.Undefined || field.Flag("editable"),
            IsUnique = field.Flag("isunique"),
            Picklist = [.. type.Get("picklistValues").Items().Select(value => value.Text("value")).OfType<string>()],
            RefersTo = [.. type.Get("refersTo").Items().Select(value => value.AsText()).OfType<string>()],
            Default = field.Text("default") ?? "",
        };
    }

    /// <summary>Why a value cannot stand in the field; null when it can. vtiger itself stores almost anything.</summary>
    public string? Refusal(string value, Func<string, string?> prefixOf) => Type switch
    {
        "picklist" or "multipicklist" when Picklist.Count > 0 && !Picklist.Contains(value, StringComparer.Ordinal) => $"'{value}' is not in the picklist ({string.Join(", ", Picklist.Take(12))})",
        "boolean" when value is not ("0" or "1") => $"'{value}' is not 0 or 1",
        "date" when JsonValues.Day(value) is null => $"'{value}' is not a day of the form yyyy-mm-dd",
        "time" when !TimeOnly.TryParse(value, CultureInfo.InvariantCulture, out _) => $"'{value}' is not a time of day",
        "datetime" when JsonValues.Instant(value, TimeZoneInfo.Utc) is null => $"'{value}' is not of the form yyyy-mm-dd hh:mm:ss",
        "integer" when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => $"'{value}' is not a whole number",
        "double" or "currency" or "percentage" when !JsonValues.TryNumber(value, out _) => $"'{value}' is not a number with a point",
        "email" when !value.Contains('@', StringComparison.Ordinal) => $"'{value}' is not an e-mail address",
        "reference" or "owner" when RecordNumber.Parse(value) is not { } number => $"'{value}' is not an id of a record, for example 11x30",
        "reference" when RefersTo.Select(prefixOf).OfType<string>().ToList() is { Count: > 0 } prefixes && !prefixes.Contains(RecordNumber.Parse(value)!.Value.Prefix, StringComparer.Ordinal) =>
            $"'{value}' is not an id of {string.Join(" or ", RefersTo)}",
        _ => null,
    };
}
