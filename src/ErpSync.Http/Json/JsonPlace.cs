namespace ErpSync.Http;

/// <summary>
/// Where a list stands in a JSON body. A root that is an array is taken as the list whatever the place says:
/// PrestaShop answers <c>[]</c> for an empty list, older Dolibarr leaves the wrapper out.
/// Null and an empty object in the list's place are an empty list.
/// </summary>
public sealed class JsonPlace
{
    private JsonPlace(string[] path, bool allowsOne = false, string[]? total = null) => (Path, AllowsOne, Total) = (path, allowsOne, total ?? []);

    /// <summary>The root is the list: <c>[…]</c>.</summary>
    public static JsonPlace Root { get; } = new([]);

    /// <summary>The names that lead from the root object to the list.</summary>
    internal string[] Path { get; }

    /// <summary>True when an object in the list's place is its only item.</summary>
    internal bool AllowsOne { get; }

    /// <summary>The names that lead from the root object to the number of all records; empty when none is looked for.</summary>
    internal string[] Total { get; }

    /// <summary>The list is the value of a property of the root object, or deeper: <c>At("data")</c>, <c>At("result", "updated")</c>.</summary>
    /// <param name="path">The property names from the root, at least one; case matters.</param>
    /// <returns>The place.</returns>
    public static JsonPlace At(params string[] path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length == 0 ? Root : new JsonPlace([.. path]);
    }

    /// <summary>The same place, where a list of one may have collapsed to the one: an object with properties in the list's place is then its only item.</summary>
    /// <returns>The place.</returns>
    public JsonPlace OrOne() => new(Path, allowsOne: true, Total);

    /// <summary>The same place, with the number of all records behind the list in the body: <c>Counted("pagination", "total")</c>. See <see cref="Answer.ReadItemsAsync{T}(JsonPlace, JsonItemParser{T}, Action{long}, CancellationToken)"/>.</summary>
    /// <param name="path">The property names from the root, at least one; case matters.</param>
    /// <returns>The place.</returns>
    public JsonPlace Counted(params string[] path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new JsonPlace(Path, AllowsOne, [.. path]);
    }

    /// <summary>The place in the form <c>$.result.updated</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join('.', Path.Prepend("$"));
}
