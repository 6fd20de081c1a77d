using Microsoft.Extensions.Options;

namespace ErpSync.Vtiger;

/// <summary>Refuses settings that cannot work, one sentence per fault; never repeats a key. What only the CRM knows (fields, picklists) is checked by the probe.</summary>
internal sealed class VtigerOptionsValidator(string connection) : IValidateOptions<VtigerOptions>
{
    public ValidateOptionsResult Validate(string? name, VtigerOptions options)
    {
        if (!string.Equals(name, connection, StringComparison.Ordinal))
            return ValidateOptionsResult.Skip;
        var faults = Access(options).Concat(Fields(options)).Concat(Texts(options)).Concat(Limits(options)).Select(fault => $"Connection '{connection}': {fault}").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Access(VtigerOptions options)
    {
        if (options.BaseAddress is not { IsAbsoluteUri: true })
            yield return "BaseAddress is missing: set it to the address of the CRM, for example https://crm.example.com/.";
        if (string.IsNullOrWhiteSpace(options.UserName))
            yield return "UserName is missing: the name that the user logs in with.";
        if (string.IsNullOrWhiteSpace(options.AccessKey))
            yield return "AccessKey is missing: it stands in the user's preferences and is not the password.";
        if (options.Owner is { } owner && RecordNumber.Parse(owner) is null)
            yield return $"Owner '{owner}' is no id of a user or group, for example 19x5.";
    }

    private static IEnumerable<string> Fields(VtigerOptions options)
    {
        var names = options.ExternalKeys.Values.Concat(options.CustomFields.Values.SelectMany(list => list)).Concat(new[] { options.VatNumberField, options.OrderDateField, options.ServiceCodeField }.OfType<string>());
        foreach (var field in names.Where(field => !IsName(field)))
            yield return $"'{field}' is no name of a field, for example cf_901.";
        foreach (var module in options.ExternalKeys.Keys.Concat(options.CustomFields.Keys).Where(module => !IsName(module)))
            yield return $"'{module}' is no name of a module, for example SalesOrder.";
        foreach (var key in options.Defaults.Keys.Where(key => key.Split('.') is not [var module, var field] || !IsName(module) || !IsName(field)))
            yield return $"'{key}' in Defaults is not of the form Module.field, for example Leads.company.";
    }

    private static IEnumerable<string> Texts(VtigerOptions options)
    {
        if (!(options.Language is { Length: 2 } language && language.All(char.IsAsciiLetter)))
            yield return $"Language '{options.Language}' is not an ISO 639-1 code of two letters.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.ServerTimeZone, out _))
            yield return $"ServerTimeZone '{options.ServerTimeZone}' is not known on this machine.";
        foreach (var (name, prefix) in new[] { (nameof(options.OrderPrefix), options.OrderPrefix), (nameof(options.InvoicePrefix), options.InvoicePrefix), (nameof(options.DealPrefix), options.DealPrefix ?? "") })
        {
            if (prefix.StartsWith(' ') || !prefix.All(character => char.IsAsciiLetterOrDigit(character) || " #[]_-".Contains(character, StringComparison.Ordinal)))
                yield return $"{name} '{prefix}' may hold letters and digits without accents, blanks, # [ ] _ and -, and may not begin with a blank.";
        }

        if (string.IsNullOrWhiteSpace(options.CancelledInvoice))
            yield return "CancelledInvoice needs a status of invoices, for example Cancel.";
        if (options.OrderStatuses.Count == 0 || options.InvoiceStatuses.Count == 0)
            yield return "OrderStatuses and InvoiceStatuses need at least one status each.";
        if (new[] { options.LineServices.Shipping, options.LineServices.Wrapping, options.LineServices.Discount, options.LineServices.Fee } is var services
            && (services.Any(string.IsNullOrWhiteSpace) || services.Distinct(StringComparer.OrdinalIgnoreCase).Count() != services.Length))
            yield return "LineServices needs four different names, none empty.";
    }

    private static IEnumerable<string> Limits(VtigerOptions options)
    {
        if (options.MaxConcurrency is < 1 or > 16)
            yield return "MaxConcurrency must be 1 to 16.";
        if (options.Overlap < TimeSpan.FromSeconds(1) || options.Overlap > TimeSpan.FromDays(1))
            yield return "Overlap must be one second to one day.";
        if (options.FullListing < TimeSpan.Zero)
            yield return "FullListing must not be negative.";
        if (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > TimeSpan.FromHours(1))
            yield return "AttemptTimeout must be more than zero and at most one hour.";
    }

    private static bool IsName(string text) => text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
