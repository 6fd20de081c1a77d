using System.Globalization;

namespace ErpSync.Dolibarr;

/// <summary>Reads constants of Dolibarr's setup, one small request each; each is asked for once. A plain user may not read any: the first refusal ends the asking.</summary>
internal sealed class Constants(DolibarrClient client)
{
    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>False once a constant was refused.</summary>
    public bool MayRead { get; private set; } = true;

    /// <summary>The value of a constant; null when it is not set or constants may not be read.</summary>
    public async Task<string?> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(name, out var known) || !MayRead)
            return known;
        try
        {
            return _known[name] = (await client.GetAsync($"setup/conf/{name}", cancellationToken, Http.RequestPurpose.Reference)).AsText();
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported)
        {
            MayRead = false;
            return null;
        }
        catch (ConnectorException fault) when (DolibarrClient.IsMissing(fault) || fault.Problem.Message.Contains("unknown value", StringComparison.OrdinalIgnoreCase))
        {
            return _known[name] = null;
        }
    }

    /// <summary>True when the constant is set to anything but 0.</summary>
    public async Task<bool> IsOnAsync(string name, CancellationToken cancellationToken) => await GetAsync(name, cancellationToken) is { Length: > 0 } value && value != "0";

    /// <summary>The constant as whole number within limits; the default when it is none.</summary>
    public async Task<int> WholeAsync(string name, int otherwise, int highest, CancellationToken cancellationToken) =>
        int.TryParse(await GetAsync(name, cancellationToken), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? Math.Min(value, highest) : otherwise;
}
