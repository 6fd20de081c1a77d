namespace ErpSync.Sandbox.PrestaShop;

/// <summary>What of the rows an answer shows.</summary>
internal sealed record View(PrestaShopState State, Resource Resource, string ApiRoot)
{
    /// <summary>Only ids, as a list without display.</summary>
    public bool IdsOnly { get; init; }

    /// <summary>True when the id is among the shown fields.</summary>
    public bool ShowId { get; init; } = true;

    public required IReadOnlyList<Field> Fields { get; init; }

    public required IReadOnlyList<(Association Association, string[] Columns)> Associations { get; init; }

    public required int[] Languages { get; init; }

    /// <summary>True when the query named the languages: their ids are printed as text then.</summary>
    public bool LanguagesNamed { get; init; }

    /// <summary>A single JSON item without display: falsy values are left out (8.0 and later).</summary>
    public bool DropFalsy { get; init; }

    public int Shop { get; init; } = 1;

    public Edition Edition => State.Edition;

    /// <summary>The node around single fields of an association that shows everything.</summary>
    public static IReadOnlyList<(Association, string[])> All(Resource resource) => [.. resource.Associations.Select(association => (association, association.Columns))];
}
