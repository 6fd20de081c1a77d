using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace ErpSync.Dolibarr;

/// <summary>Refuses settings that cannot work, one sentence per fault; never repeats the key.</summary>
internal sealed partial class DolibarrOptionsValidator(string connection) : IValidateOptions<DolibarrOptions>
{
    public ValidateOptionsResult Validate(string? name, DolibarrOptions options)
    {
        if (!string.Equals(name, connection, StringComparison.Ordinal))
            return ValidateOptionsResult.Skip;
        var faults = Access(options).Concat(Values(options)).Concat(Limits(options)).Select(fault => $"Connection '{connection}': {fault}").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Access(DolibarrOptions options)
    {
        if (options.BaseAddress is not { IsAbsoluteUri: true })
            yield return "BaseAddress is missing: set it to the root of the Dolibarr, for example https://erp.example.com/.";
        if (string.IsNullOrWhiteSpace(options.ApiKey))
            yield return "ApiKey is missing: create one on the card of the Dolibarr user.";
        else if (options.ApiKey.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
            yield return "ApiKey contains blanks or control characters.";
        if (options.Entity is < 1)
            yield return "Entity must be 1 or more, or null.";
    }

    private static IEnumerable<string> Values(DolibarrOptions options)
    {
        if (options.Language is { } language && !Locale().IsMatch(language))
            yield return $"Language '{language}' must be a code like fr or fr_FR.";
        if (options.Locales.FirstOrDefault(locale => !FullLocale().IsMatch(locale)) is { } locale)
            yield return $"Locales contains '{locale}': use codes like en_US.";
        if (options.Locales.GroupBy(name => name[..Math.Min(2, name.Length)], StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            yield return $"Locales names the language '{twice.Key}' twice: {string.Join(", ", twice)}.";
        if (options.Multilang != options.Locales.Count > 0)
            yield return "Multilang and Locales belong together: set both or neither.";
        if (options.Currency is { } currency && !(currency.Length == 3 && currency.All(char.IsAsciiLetter)))
            yield return $"Currency '{currency}' is not an ISO 4217 code of three letters.";
        if (options.Country is { } country && !(country.Length == 2 && country.All(char.IsAsciiLetter)))
            yield return $"Country '{country}' is not an ISO 3166 code of two letters.";
        if (options.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            yield return $"TimeZone '{zone}' is not known on this machine: use an IANA name like Europe/Paris.";
        if (options.CustomFields.FirstOrDefault(code => !Code().IsMatch(code)) is { } field)
            yield return $"CustomFields contains '{field}': use the extra field's code (letters, digits, underscore) without options_.";
        if (options.CustomerFields.Concat(options.ContactFields).Concat(options.OrderFields).Concat(options.InvoiceFields).Concat(options.ShipmentFields).FirstOrDefault(code => !Code().IsMatch(code)) is { } other)
            yield return $"An option for extra fields of parties or documents contains '{other}': use the extra field's code (letters, digits, underscore) without options_.";
        if (!Enum.IsDefined(options.NewCustomersAs) || !Enum.IsDefined(options.OrderNumbers) || !Enum.IsDefined(options.FindProductsBy))
            yield return "NewCustomersAs, OrderNumbers or FindProductsBy has a value that does not exist.";
        if (options.PriceLevelNames.FirstOrDefault(level => level.Key is < 1 or > 50 || string.IsNullOrWhiteSpace(level.Value)) is { Key: var level } && options.PriceLevelNames.Any(entry => entry.Key is < 1 or > 50 || string.IsNullOrWhiteSpace(entry.Value)))
            yield return $"PriceLevelNames: level {level} must be 1 to 50 and have a name.";
        if (options.PriceLevelNames.Values.GroupBy(name => name.Trim(), StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } name)
            yield return $"PriceLevelNames gives the name '{name.Key}' twice.";
        if (options.WebhookSecret is { } secret && (secret.Length < 16 || !secret.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')))
            yield return "WebhookSecret must be 16 letters, digits, - or _ at least: it stands in an address.";
        if (options is { StockPerWarehouse: true, StockQuantity: DolibarrStockQuantity.Sellable })
            yield return "StockPerWarehouse and StockQuantity Sellable exclude each other: Dolibarr does not tell per warehouse what is reserved.";
        if (options.Warehouses is { Count: 0 })
            yield return "Warehouses is empty: name at least one, or leave it null for all open ones.";
    }

    private static IEnumerable<string> Limits(DolibarrOptions options)
    {
        if (options.PriceLevel is < 1 or > 50)
            yield return "PriceLevel must be 1 to 50.";
        if (options.PageSize is < 10 or > 1000)
            yield return "PageSize must be 10 to 1,000.";
        if (options.DocumentPageSize is < 10 or > 1000)
            yield return "DocumentPageSize must be 10 to 1,000.";
        if (options.DefaultBankAccount is < 1)
            yield return "DefaultBankAccount must be the id of a bank account, 1 or more, or null.";
        if (options.MaxConcurrency is < 1 or > 16)
            yield return "MaxConcurrency must be 1 to 16.";
        if (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > TimeSpan.FromHours(1))
            yield return "AttemptTimeout must be more than zero and at most one hour.";
    }

    [GeneratedRegex("^[a-z]{2}(_[A-Z]{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Locale();

    [GeneratedRegex("^[a-z]{2}_[A-Z]{2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullLocale();

    [GeneratedRegex("^(?!options_)[A-Za-z0-9_]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
