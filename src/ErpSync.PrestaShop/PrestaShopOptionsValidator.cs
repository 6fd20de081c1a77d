using Microsoft.Extensions.Options;

namespace ErpSync.PrestaShop;

/// <summary>Refuses settings that cannot work, one sentence per fault, never repeating the key.</summary>
internal sealed class PrestaShopOptionsValidator(string connection) : IValidateOptions<PrestaShopOptions>
{
    public ValidateOptionsResult Validate(string? name, PrestaShopOptions options)
    {
        if (!string.Equals(name, connection, StringComparison.Ordinal))
            return ValidateOptionsResult.Skip;
        var faults = Faults(options).Select(fault => $"Connection '{connection}': {fault}").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(PrestaShopOptions options)
    {
        if (options.BaseAddress is null)
            yield return "BaseAddress is missing: the shop's address, for example https://shop.example/.";
        if (string.IsNullOrWhiteSpace(options.ApiKey))
            yield return "ApiKey is missing: the key from the back office (Advanced Parameters, Webservice).";
        else if (options.ApiKey.Length != 32)
            yield return $"ApiKey has {options.ApiKey.Length} characters; a PrestaShop key has exactly 32.";
        else if (!options.ApiKey.All(char.IsAsciiLetterOrDigit))
            yield return "ApiKey holds other characters than letters and digits.";
        if (options.RetryStates.Any(state => state < 1))
            yield return "RetryStates holds a number below 1; ids of order states are 1 or more.";
        if (options.RetryDays is < 1 or > 365)
            yield return $"RetryDays is {options.RetryDays}; 1 to 365 days are possible.";
        if (options.OrdersFromId is < 1)
            yield return "OrdersFromId must be 1 or more, or null.";
        if (options.BackOffice is { IsAbsoluteUri: false })
            yield return "BackOffice must be a whole address, for example https://shop.example/admin123/, or null.";
        if (options.ShopId is < 1)
            yield return "ShopId must be 1 or more, or null.";
        if (options.TaxCountry is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetter)))
            yield return "TaxCountry must be a country code of two letters, for example FR, or null.";
        if (options.PageSize is < 1 or > 1000)
            yield return "PageSize must be 1 to 1,000.";
        if (options.WriteBatch is < 1 or > 500)
            yield return "WriteBatch must be 1 to 500.";
        if (options.PriceBatch is < 1 or > 1000)
            yield return "PriceBatch must be 1 to 1,000.";
        if (options.StockBatch is < 1 or > 1000)
            yield return "StockBatch must be 1 to 1,000.";
        foreach (var field in options.CustomFields.Where(field => field.Length == 0 || !field.All(IsColumn)))
            yield return $"CustomFields holds '{field}', which is not the name of a column (lower-case letters, digits, underscores).";
        foreach (var field in options.CustomFields.Where(Products.ProductRow.Columns.Contains))
            yield return $"CustomFields holds '{field}', which already travels as a field of its own.";
    }

    private static bool IsColumn(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_';
}
