using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop;

/// <summary>Values that the shop may refuse, checked before they are sent.</summary>
internal static class Values
{
    /// <summary>An amount in the shop's currency, six decimals; 0 for none.</summary>
    public static decimal Amount(Money? money, ShopData shop, string field, bool mayBeNegative)
    {
        if (money is not { } value)
            return 0;
        if (value.Currency != shop.Currency)
            throw Refused(PrestaShopCodes.CurrencyForeign, $"The amount is in {value.Currency}; the shop's prices are in {shop.Currency}.", field, "Convert the amount with a policy of the pair; it is never converted silently.");
        if (value.Amount < 0 && !mayBeNegative)
            throw Refused(PrestaShopCodes.PriceNegative, $"PrestaShop takes no negative price ({value.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture)}).", field, null);
        return value.Round(6).Amount;
    }

    /// <summary>A barcode of digits; the empty text for none.</summary>
    public static string Barcode(string? barcode, ShopData shop) =>
        barcode is null || TextRules.IsBarcode(barcode, shop.BarcodeLength)
            ? barcode ?? ""
            : throw Refused(PrestaShopCodes.BarcodeInvalid, $"'{barcode}' is not a barcode that PrestaShop takes: at most {shop.BarcodeLength} digits.", nameof(Product.Barcode), null);

    /// <summary>A UPC of digits; the empty text for none.</summary>
    public static string Upc(string? upc) => upc is null || TextRules.IsBarcode(upc, 12)
        ? upc ?? ""
        : throw Refused(PrestaShopCodes.BarcodeInvalid, $"'{upc}' is not a UPC that PrestaShop takes: at most 12 digits.", nameof(Product.Upc), null);

    /// <summary>An ISBN; the empty text for none.</summary>
    public static string Isbn(string? isbn) => isbn is null || (isbn.Length <= 32 && isbn.All(character => char.IsAsciiDigit(character) || character is '-' or 'X'))
        ? isbn ?? ""
        : throw Refused(PrestaShopCodes.BarcodeInvalid, $"'{isbn}' is not an ISBN that PrestaShop takes: at most 32 digits and hyphens.", nameof(Product.Isbn), null);

    private static ConnectorException Refused(string code, string message, string field, string? remedy) =>
        new(new SyncProblem(ProblemKind.Rejected, code, message) { Field = field, Remedy = remedy });
}
