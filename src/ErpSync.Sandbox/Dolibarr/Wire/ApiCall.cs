using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>A request after its key was checked.</summary>
/// <param name="Method">The method in upper case.</param>
/// <param name="Segments">The path behind <c>index.php</c>, decoded.</param>
/// <param name="Query">The query.</param>
/// <param name="Body">The body.</param>
/// <param name="Rights">What the user of the key may do.</param>
internal sealed record ApiCall(string Method, string[] Segments, IQueryCollection Query, RequestBody Body, DolibarrRights Rights)
{
    public string? Parameter(string name) => Query.TryGetValue(name, out var values) ? values.ToString() : null;

    public bool Flag(string name) => Parameter(name) is { Length: > 0 } text && text != "0" && !string.Equals(text, "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole number from the query.</summary>
    /// <exception cref="RestException">400 when it is not one.</exception>
    public int Int(string name, int otherwise)
    {
        if (Parameter(name) is not { Length: > 0 } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Invalid(name);
    }

    /// <summary>A row id from the path.</summary>
    /// <exception cref="RestException">400 when it is not a number.</exception>
    public int Id(int segment, string name = "id") =>
        int.TryParse(Segments[segment], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Invalid(name);

    /// <summary>Refuses a body without a field that the endpoint declares.</summary>
    public void Need(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!Body.Has(name))
                throw new RestException(400, $"`{name}` is required.") { Stage = RestStage.Validate, Place = "Validator.php:436" };
        }
    }

    private static RestException Invalid(string name) =>
        new(400, $"Invalid value specified for `{name}`. Expecting integer value") { Stage = RestStage.Validate, Place = "Validator.php:718" };
}
