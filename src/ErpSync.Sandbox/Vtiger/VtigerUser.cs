namespace ErpSync.Sandbox;

/// <summary>A user of a simulated vtiger CRM and what its profile allows.</summary>
/// <param name="Number">The number behind <c>19x</c>.</param>
/// <param name="Name">The login name.</param>
/// <param name="AccessKey">The access key.</param>
public sealed record VtigerUser(long Number, string Name, string AccessKey)
{
    /// <summary>Whether it is an administrator, who may do everything.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Whether it is active; an inactive one is refused at login like a wrong key.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The family name.</summary>
    public string LastName { get; init; } = "";

    /// <summary>The e-mail address.</summary>
    public string Email { get; init; } = "";

    /// <summary>The number of currency decimals, 0 to 5, to which every price that it writes is rounded; an administrator changes it by revising the record.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>The character that the user's screens show between whole and fraction; of no effect in the API.</summary>
    public char DecimalSeparator { get; init; } = '.';

    /// <summary>The user's date format: <c>yyyy-mm-dd</c>, <c>dd-mm-yyyy</c> or <c>mm-dd-yyyy</c>. Dates are accepted in it too.</summary>
    public string DateFormat { get; init; } = "yyyy-mm-dd";

    /// <summary>The IANA name of the user's time zone; of no effect on the API's times, which are UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Whether its role may use the words of picklists; when not, describe tells none.</summary>
    public bool HasPicklistValues { get; init; } = true;

    /// <summary>The numbers of the groups that it belongs to.</summary>
    public IReadOnlySet<long> Groups { get; init; } = new HashSet<long>();

    /// <summary>Modules that the profile hides: missing in listtypes, ACCESS_DENIED for every call.</summary>
    public IReadOnlySet<string> Hidden { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Modules that the profile lets it read but not create, edit or delete.</summary>
    public IReadOnlySet<string> ReadOnly { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Modules with private sharing: it sees its own records only, without an error.</summary>
    public IReadOnlySet<string> Private { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
