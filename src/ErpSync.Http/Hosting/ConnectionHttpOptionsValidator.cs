using Microsoft.Extensions.Options;

namespace ErpSync.Http;

/// <summary>Refuses settings that would send keys in clear or make no sense, one sentence per fault.</summary>
internal sealed class ConnectionHttpOptionsValidator(string connection) : IValidateOptions<ConnectionHttpOptions>
{
    public ValidateOptionsResult Validate(string? name, ConnectionHttpOptions options)
    {
        if (!string.Equals(name, connection, StringComparison.Ordinal))
            return ValidateOptionsResult.Skip;

        var faults = AddressFaults(options).Concat(NumberFaults(options)).Select(fault => $"Connection '{connection}': {fault}").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // No fault repeats the address: it may carry a key.
    private static IEnumerable<string> AddressFaults(ConnectionHttpOptions options)
    {
        if (options.BaseAddress is not { } address)
        {
            yield return "BaseAddress is missing.";
            yield break;
        }

        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            yield return "BaseAddress must be an absolute http or https address.";
            yield break;
        }

        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !options.AllowInsecureHttp)
            yield return $"BaseAddress uses plain http to {address.Host}; keys would travel readable. Use https, or set AllowInsecureHttp if the network between is trusted.";
        if (address.UserInfo.Length > 0)
            yield return "BaseAddress must not contain a user or password.";
        if (address.Query.Length > 0 || address.OriginalString.Contains('?', StringComparison.Ordinal))
            yield return "BaseAddress must not contain a query.";
        if (address.Fragment.Length > 0)
            yield return "BaseAddress must not contain a fragment.";
    }

    private static IEnumerable<string> NumberFaults(ConnectionHttpOptions options)
    {
        if (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > TimeSpan.FromHours(1))
            yield return "AttemptTimeout must be more than zero and at most one hour.";
        if (options.MaxConcurrency is < 1 or > 64)
            yield return "MaxConcurrency must be 1 to 64.";
        if (options.RequestsPerSecond is <= 0.0001m or > 1000)
            yield return "RequestsPerSecond must be more than 0.0001 and at most 1,000, or null.";
        if (options.Retries is < 0 or > 10)
            yield return "Retries must be 0 to 10.";
        if (options.RetryDelay <= TimeSpan.Zero || options.RetryDelay > TimeSpan.FromSeconds(30))
            yield return "RetryDelay must be more than zero and at most 30 seconds.";
        if (options.MaxRetryAfter < TimeSpan.Zero || options.MaxRetryAfter > TimeSpan.FromHours(1))
            yield return "MaxRetryAfter must be zero to one hour.";
        if (options.BreakerAttempts is < 2 or > 1000)
            yield return "BreakerAttempts must be 2 to 1,000.";
        if (options.BreakDuration < TimeSpan.FromSeconds(0.5) || options.BreakDuration > TimeSpan.FromHours(1))
            yield return "BreakDuration must be half a second to one hour.";
        if (options.MaxDocumentBytes < 1024)
            yield return "MaxDocumentBytes must be at least 1,024.";
    }
}
