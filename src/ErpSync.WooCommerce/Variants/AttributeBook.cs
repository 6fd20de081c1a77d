using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Global attributes by name, made on demand. Their terms come by themselves when an unknown option is sent.</summary>
internal sealed class AttributeBook(WooSession session)
{
    private const int LongestSlug = 28;

    private readonly Lazily<Dictionary<string, long>> _known = new(async token =>
    {
        var known = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in (await session.Client.GetAsync("products/attributes", token, Http.RequestPurpose.Reference)).Items())
            known.TryAdd(Texts.Plain(row.Text("name")), row.Whole("id") ?? 0);
        return known;
    });

    /// <summary>The number of the attribute of a name, made when there is none.</summary>
    public async Task<long> EnsureAsync(string name, CancellationToken cancellationToken)
    {
        var known = await _known.GetAsync(cancellationToken);
        if (known.TryGetValue(name.Trim(), out var id))
            return id;
        var body = new JsonObject { ["name"] = name.Trim(), ["slug"] = Slug(name.Trim()) };
        try
        {
            id = (await session.Client.PostAsync("products/attributes", body, cancellationToken)).Whole("id") ?? 0;
            _known.Forget();
            return id;
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Rejected or ProblemKind.OutcomeUnknown)
        {
            // Somebody else made it meanwhile, or it was made and the answer got lost: its slug is taken then.
            _known.Forget();
            if ((await _known.GetAsync(cancellationToken)).TryGetValue(name.Trim(), out id))
                return id;
            throw;
        }
    }

    // Slugs are at most 28 characters, and two names must not get the same one.
    private static string Slug(string name)
    {
        var plain = string.Concat(name.ToLowerInvariant().Where(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));
        return plain.Length == name.Length && plain.Length is > 0 and <= LongestSlug ? plain : $"{plain[..Math.Min(plain.Length, LongestSlug - 9)]}-{Prints.Of(name)[..8]}".TrimStart('-');
    }
}
