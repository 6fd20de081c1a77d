using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>A request to <c>wc/v3</c>.</summary>
internal sealed record ApiCall(string Method, string[] Path, IQueryCollection Query, JsonObject Body)
{
    public bool IsRead => Method is "GET" or "HEAD" or "OPTIONS";

    public bool IsUpdate => Method is "PUT" or "PATCH" or "POST";

    public string? this[string name] => Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public bool Flag(string name) => this[name] is "true" or "1" || Body[name]?.ToJsonString() is "true" or "1" or "\"true\"";

    public IReadOnlyList<string>? List(string name) =>
        this[name] is { } text ? [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : null;

    public int Whole(string name, int least, int most, int fallback)
    {
        if (this[name] is not { } text)
            return fallback;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw RestProblem.Invalid(name, $"{name} is not of type integer.");
        if (number < least || number > most)
        {
            throw RestProblem.Invalid(
                name,
                most == int.MaxValue ? $"{name} must be greater than or equal to {least}" : $"{name} must be between {least} (inclusive) and {most} (inclusive)",
                "rest_out_of_bounds");
        }

        return number;
    }

    public void OneOf(string name, params string[] words)
    {
        if (this[name] is { } text && text.Split(',').Any(word => !words.Contains(word, StringComparer.Ordinal)))
            throw RestProblem.Invalid(name, $"{name} is not one of {string.Join(", ", words[..^1])}, and {words[^1]}.", "rest_not_in_enum");
    }
}
