using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>An answer before it is sent: an object, or some of a list with its total.</summary>
internal sealed record Answer(int Status, JsonNode? Body = null)
{
    public IReadOnlyList<JsonObject>? Items { get; init; }

    public int Total { get; init; }

    public int Pages { get; init; }

    /// <summary>Where a single object lives, for its links; null for none.</summary>
    public string? Self { get; init; }

    public static Answer Problem(RestProblem problem) => new(problem.Status, problem.Body());
}
