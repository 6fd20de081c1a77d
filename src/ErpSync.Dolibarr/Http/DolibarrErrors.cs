using System.Text.RegularExpressions;

namespace ErpSync.Dolibarr;

/// <summary>
/// Judges error answers by status and text. Statuses alone mislead: business refusals come as 500 and 503, a missing right as 401 before version 20,
/// a module that is off as 403, 404 or 501.
/// </summary>
internal static partial class DolibarrErrors
{
    private static readonly string[] KeyTexts = ["user not valid", "Failed to login", "Authentication KO", "Token not valid", "fetch user", "api key", "bad status", "login to API"];

    /// <summary>Judges an answer that is not 2xx.</summary>
    /// <returns>The verdict, or null when the status says it all (a web page, an empty body).</returns>
    public static Verdict? Judge(string method, string path, int status, string? contentType, string body)
    {
        var error = ErrorBody.Read(body);
        if (status == 304)
            return new Verdict(ProblemKind.Rejected, DolibarrCodes.NotModified, "Dolibarr changed nothing: the record is in that state already.");
        if (!error.IsOwn)
            return Foreign(path, status, contentType, error.Printed);
        return status switch
        {
            401 => Refused(method, path, error),
            403 => Forbidden(method, path, error),
            404 => Missing(error),
            405 => new Verdict(ProblemKind.Unsupported, DolibarrCodes.NoSuchPath, $"Dolibarr has no {method} here."),
            409 => Conflict(error),
            >= 500 => Failed(method, path, status, error),
            _ => Business(path, error) ?? BadRequest(error),
        };
    }

    private static Verdict? Foreign(string path, int status, string? contentType, string text)
    {
        if (text.Contains("injection protection", StringComparison.OrdinalIgnoreCase))
            return new Verdict(ProblemKind.Rejected, DolibarrCodes.Firewall, "Dolibarr's input filter refused the address: it looks like SQL or script to it.");
        if (text.Contains("API not found", StringComparison.OrdinalIgnoreCase))
            return ModuleOff(path);
        if (status is 503 or 403 && text.Contains("IP", StringComparison.Ordinal) && text.Contains("not allowed", StringComparison.OrdinalIgnoreCase))
            return new Verdict(ProblemKind.Denied, DolibarrCodes.IpRefused, "Dolibarr does not allow its API to this machine's address.") { Remedy = "Add the address to API_RESTRICT_ON_IP." };
        if (status == 501)
            return contentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true || text.Length < 500 ? ModuleOff(path) : null;
        return status >= 500 ? Database(new ErrorBody(false, "", [], text)) : null;
    }

    private static Verdict ModuleOff(string path) =>
        new(ProblemKind.Misconfigured, DolibarrCodes.ModuleOff, $"Dolibarr has no endpoint '{DolibarrResources.Of(path)}': its module ({DolibarrResources.Module(path)}) is off, or this version lacks it.")
        {
            Remedy = "Switch the module on under Home, Setup, Modules, or check API_ENDPOINT_RULES.",
        };

    private static Verdict Refused(string method, string path, ErrorBody error)
    {
        if (!KeyTexts.Any(error.Says))
            return RightMissing(method, path, error);
        var entity = error.Says("entity)") || error.Says("wrong entity") ? " The key may belong to another company (Entity)." : "";
        return new Verdict(ProblemKind.Unauthorized, DolibarrCodes.KeyRefused, "Dolibarr refuses the API key: unknown, or its user is switched off or expired." + entity)
        {
            Remedy = "Copy the key from the user's card in Dolibarr, and check that the web server passes the header DOLAPIKEY on.",
        };
    }

    private static Verdict Forbidden(string method, string path, ErrorBody error)
    {
        var isAboutRights = error.Message.Length == 0 || Rights().IsMatch(error.Message);
        return isAboutRights ? RightMissing(method, path, error) : new Verdict(ProblemKind.Rejected, DolibarrCodes.Rejected, $"Dolibarr refuses: {error.Text}.");
    }

    private static Verdict RightMissing(string method, string path, ErrorBody error) =>
        new(ProblemKind.Denied, DolibarrCodes.RightMissing, $"The key's user may not {DolibarrResources.Right(method, path)}, or the module ({DolibarrResources.Module(path)}) is off.{(error.Text.Length > 0 ? $" Dolibarr says: {error.Text}" : "")}")
        {
            Remedy = $"Give the user the right to {DolibarrResources.Right(method, path)} (user card, tab Permissions).",
        };

    private static Verdict Missing(ErrorBody error) => error.Text.Length == 0
        ? new Verdict(ProblemKind.Unsupported, DolibarrCodes.NoSuchPath, "This version of Dolibarr has no such endpoint.")
        : new Verdict(ProblemKind.NotFound, DolibarrCodes.NotFound, $"Dolibarr has no such record: {error.Text}.");

    private static Verdict Conflict(ErrorBody error) => error.Says("already exist")
        ? new Verdict(ProblemKind.Duplicate, DolibarrCodes.Duplicate, $"Dolibarr has it already: {error.Text}.")
        : new Verdict(ProblemKind.Rejected, DolibarrCodes.InUse, $"Dolibarr refuses because the record is used elsewhere: {error.Text}.") { Remedy = "Switch it off instead of deleting it." };

    private static Verdict BadRequest(ErrorBody error) => RequiredField().Match(error.Message) is { Success: true } match
        ? new Verdict(ProblemKind.Rejected, DolibarrCodes.FieldMissing, $"Dolibarr misses the field {match.Groups["field"].Value}.") { Field = match.Groups["field"].Value }
        : error.Says("sqlfilters")
            ? new Verdict(ProblemKind.Rejected, DolibarrCodes.Filter, "Dolibarr does not understand the filter.")
            : new Verdict(ProblemKind.Rejected, DolibarrCodes.Rejected, error.Text.Length > 0 ? $"Dolibarr refuses: {error.Text}." : "Dolibarr refuses without a reason, as it does for the lines of a document that is validated already.");

    private static Verdict Failed(string method, string path, int status, ErrorBody error) =>
        Business(path, error) ?? Database(error) ?? Unknown(method, path, status, error);

    private static Verdict? Business(string path, ErrorBody error)
    {
        // A constant that is not set is answered like a failure.
        if (error.Says("unknown value for const"))
            return Missing(error);
        if (error.Says("WebHook for") || error.Says("failed to get URL"))
        {
            return new Verdict(ProblemKind.Unavailable, DolibarrCodes.WebhookBlocks, "A blocking webhook target of Dolibarr failed, and Dolibarr took the operation back.")
            {
                Remedy = "Set the target's type to non-blocking, or repair its listener.",
            };
        }

        if (error.Says("negative stocks") || error.Says("enough stock"))
        {
            return new Verdict(ProblemKind.Rejected, DolibarrCodes.StockNegative, $"Dolibarr does not allow the stock to become negative: {error.Text}.")
            {
                Remedy = "Correct the quantity, or allow negative stock in the setup of the warehouse or of the module Stocks.",
            };
        }

        if (error.Says("PriceCantBeLowerThanMinPrice"))
            return new Verdict(ProblemKind.Rejected, DolibarrCodes.PriceBelowMinimum, "The price is below the product's minimum price.") { Field = nameof(Product.PriceNet) };
        if (Duplicate(path, error) is { } duplicate)
            return duplicate;
        return DolibarrResources.Of(path) == "stockmovements" && error.Says("stock movement")
            ? new Verdict(ProblemKind.Rejected, DolibarrCodes.StockRefused, $"Dolibarr refuses the movement (a service, an unknown product, or quantity 0 have no stock): {error.Text}.")
            : null;
    }

    private static Verdict? Duplicate(string path, ErrorBody error)
    {
        var isCategory = DolibarrResources.Of(path) == "categories" && error.Message.StartsWith("Error when creating category", StringComparison.Ordinal) && error.Details.Count > 0;
        if (isCategory && error.Text.EnumerateRunes().Any(rune => !rune.IsBmp))
            return CharsetVerdict("The name holds an emoji or another character that the database connection may not store; or a category of that name exists.");
        return isCategory || Exists().IsMatch(error.Text) || Exists().IsMatch(error.Printed)
            ? new Verdict(ProblemKind.Duplicate, DolibarrCodes.Duplicate, $"Dolibarr has a record with this reference, label or barcode already: {error.Text}.")
            : null;
    }

    private static Verdict? Database(ErrorBody error)
    {
        if (error.Says("Incorrect string value"))
            return CharsetVerdict("The database connection of Dolibarr cannot store an emoji or another character of four bytes.");
        if (TooLong().Match(error.Text + error.Printed) is { Success: true } match)
            return new Verdict(ProblemKind.Rejected, DolibarrCodes.TooLong, $"The value of {match.Groups["field"].Value} is too long for Dolibarr.") { Field = match.Groups["field"].Value };
        if (error.Says("Deadlock found") || error.Says("Lock wait timeout"))
            return new Verdict(ProblemKind.Unavailable, DolibarrCodes.RolledBack, "Two writes met in the database and Dolibarr took this one back; it can be repeated.");
        if (error.Says("doesn't exist") && error.Says("Table "))
            return new Verdict(ProblemKind.Misconfigured, DolibarrCodes.ModuleOff, $"A table is missing in Dolibarr's database, as for a module that was never switched on: {error.Text}.");
        if (error.Says("foreign key constraint"))
            return new Verdict(ProblemKind.Rejected, DolibarrCodes.Rejected, $"The record points to something that Dolibarr does not have: {error.Text}.");
        if (WrittenColumn().Match(error.Text + error.Printed) is { Success: true } column)
        {
            return new Verdict(ProblemKind.Misconfigured, DocumentCodes.ExtraFieldUnknown, $"Dolibarr has no extra field '{column.Groups["field"].Value}' at this kind of record; nothing was stored.")
            {
                Field = nameof(Product.Custom),
                Remedy = "Create the field in the setup of the module (tab Complementary attributes), or take it out of the options.",
            };
        }

        return error.Says("Unknown column") ? new Verdict(ProblemKind.Rejected, DolibarrCodes.Filter, $"Dolibarr does not know a column of the filter or order: {error.Text}.") : null;
    }

    private static Verdict Unknown(string method, string path, int status, ErrorBody error)
    {
        // An endpoint that says "not implemented" will not do it next time either; everything else may have been half done.
        if (error.Says("not implemented"))
            return new Verdict(ProblemKind.Unsupported, DolibarrCodes.NoSuchPath, $"Dolibarr cannot do this: {error.Text}.");
        return new Verdict(ProblemKind.Unavailable, DolibarrCodes.Failed, $"Dolibarr failed ({status}) at {method} {DolibarrResources.Of(path)}{(error.Text.Length > 0 ? $": {error.Text}" : "")}.");
    }

    internal static Verdict CharsetVerdict(string message) => new(ProblemKind.Rejected, DolibarrCodes.Charset, message)
    {
        Remedy = "Set $dolibarr_main_db_character_set='utf8mb4' (and a utf8mb4 collation) in Dolibarr's conf.php and convert the tables, or remove the character.",
    };

    [GeneratedRegex(@"^`?(?<field>[A-Za-z_]+)`?( field missing| is required\.?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RequiredField();

    [GeneratedRegex("Data too long for column '(?<field>[A-Za-z_0-9]+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TooLong();

    [GeneratedRegex("Unknown column '(?<field>[A-Za-z_0-9]+)' in '(INSERT INTO|field list|SET)'", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WrittenColumn();

    [GeneratedRegex("already ?exists?|already_(added|exists?)|AlreadyExist|AlreadyUsed|already used|Duplicate (entry|value)|existe d", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Exists();

    [GeneratedRegex("access|allowed|right|permission|denied|not authorized|login", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Rights();
}
