using System.Text.Json.Serialization;

namespace ErpSync;

/// <summary>One element of a saved plan: the header, or an entry. Short forms, so that a large plan stays small.</summary>
internal sealed class PlanRow
{
    public PlanHeader? Plan { get; set; }

    public string? Kind { get; set; }

    public string? Action { get; set; }

    public string? First { get; set; }

    public string? Second { get; set; }

    public string? Target { get; set; }

    public string? Label { get; set; }

    public string? Reason { get; set; }

    public string? Why { get; set; }

    public string[]? Fields { get; set; }

    public string?[][]? Changes { get; set; }

    public string[][]? MassChanges { get; set; }

    public string[]? Candidates { get; set; }

    public string[][]? DependsOn { get; set; }

    public string? FirstBasis { get; set; }

    public string? SecondBasis { get; set; }

    public string? Content { get; set; }
}

/// <summary>The first element of a saved plan.</summary>
internal sealed class PlanHeader
{
    public int Format { get; set; }

    public string? Pair { get; set; }

    public string? First { get; set; }

    public string? Second { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public string? Salt { get; set; }

    public Dictionary<string, long>? Requests { get; set; }

    public Dictionary<string, string>? Options { get; set; }

    /// <summary>For readers of the file; not read back.</summary>
    public Dictionary<string, long>? Counts { get; set; }
}

/// <summary>The generated serializer of saved plans.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanRow))]
internal sealed partial class PlanRows : JsonSerializerContext;
