using Microsoft.Extensions.Options;

namespace ErpSync.WooCommerce;

/// <summary>Refuses settings that cannot work, one sentence per fault; never repeats a key.</summary>
internal sealed class WooCommerceOptionsValidator(string connection) : IValidateOptions<WooCommerceOptions>
{
    public ValidateOptionsResult Validate(string? name, WooCommerceOptions options)
    {
        if (!string.Equals(name, connection, StringComparison.Ordinal))
            return ValidateOptionsResult.Skip;
        var faults = Access(options).Concat(Values(options)).Concat(Limits(options)).Select(fault => $"Connection '{connection}': {fault}").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Access(WooCommerceOptions options)
    {
        if (options.BaseAddress is not { IsAbsoluteUri: true })
            yield return "BaseAddress is missing: set it to the root of the site, for example https://shop.example.com/.";
        if (!IsKey(options.ConsumerKey, "ck_"))
            yield return "ConsumerKey is missing or malformed: create a key under WooCommerce, Settings, Advanced, REST API; it begins with ck_.";
        if (!IsKey(options.ConsumerSecret, "cs_"))
            yield return "ConsumerSecret is missing or malformed: it begins with cs_ and is shown once, when the key is made.";
        if (string.IsNullOrEmpty(options.ApplicationUser) != string.IsNullOrEmpty(options.ApplicationPassword))
            yield return "ApplicationUser and ApplicationPassword belong together: set both or neither.";
        if (options.WebhookSecret is { Length: < 8 })
            yield return "WebhookSecret is too short: use at least 8 characters.";
    }

    private static IEnumerable<string> Values(WooCommerceOptions options)
    {
        if (options.Language is { } language && !(language.Length == 2 && language.All(char.IsAsciiLetter)))
            yield return $"Language '{language}' is not an ISO 639-1 code of two letters.";
        if (options.Currency is { } currency && !(currency.Length == 3 && currency.All(char.IsAsciiLetter)))
            yield return $"Currency '{currency}' is not an ISO 4217 code of three letters.";
        if (options.InactiveStatus is not ("draft" or "private" or "pending"))
            yield return "InactiveStatus must be draft, private or pending.";
        if (options.CustomFields.Any(string.IsNullOrWhiteSpace))
            yield return "CustomFields contains an empty key.";
        if (options.VatNumberKeys.Count == 0 || options.VatNumberKeys.Any(string.IsNullOrWhiteSpace))
            yield return "VatNumberKeys needs at least one key, none empty.";
    }

    private static IEnumerable<string> Limits(WooCommerceOptions options)
    {
        if (options.BatchSize is < 1 or > 100)
            yield return "BatchSize must be 1 to 100.";
        if (options.PageSize is < 10 or > 100)
            yield return "PageSize must be 10 to 100.";
        if (options.MaxConcurrency is < 1 or > 16)
            yield return "MaxConcurrency must be 1 to 16.";
        if (options.Overlap < TimeSpan.FromSeconds(1) || options.Overlap > TimeSpan.FromDays(1))
            yield return "Overlap must be one second to one day.";
        if (options.FullListing < TimeSpan.Zero || options.SweepEvery < TimeSpan.Zero)
            yield return "FullListing and SweepEvery must not be negative.";
        if (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > TimeSpan.FromHours(1))
            yield return "AttemptTimeout must be more than zero and at most one hour.";
    }

    private static bool IsKey(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal) && key.Length > prefix.Length && key.Skip(prefix.Length).All(char.IsAsciiLetterOrDigit);
}
