using System.Globalization;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>The record of a user with the settings that a new user has.</summary>
internal static class UserRows
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["activity_view"] = "This Week",
        ["lead_view"] = "Today",
        ["end_hour"] = "23:00",
        ["start_hour"] = "00:00",
        ["is_owner"] = "0",
        ["currency_id"] = "21x1",
        ["currency_grouping_pattern"] = "123,456,789",
        ["currency_symbol_placement"] = "$1.0",
        ["internal_mailer"] = "1",
        ["theme"] = "alphagrey",
        ["language"] = "en_us",
        ["reminder_interval"] = "1 Minute",
        ["truncate_trailing_zeros"] = "1",
        ["dayoftheweek"] = "Sunday",
        ["callduration"] = "5",
        ["othereventduration"] = "5",
        ["calendarsharedtype"] = "public",
        ["default_record_view"] = "Summary",
        ["leftpanelhide"] = "0",
        ["defaulteventstatus"] = "Planned",
        ["defaultactivitytype"] = "Call",
        ["defaultcalendarview"] = "MyCalendar",
        ["defaultlandingpage"] = "Home",
    };

    public static VtigerRecord Row(Module module, VtigerUser user)
    {
        var row = new VtigerRecord("Users", module.Prefix, user.Number);
        foreach (var field in module.Fields)
            row[field.Name] = Settings.GetValueOrDefault(field.Name, "");
        (row["user_name"], row["last_name"], row["email1"], row["userlabel"]) = (user.Name, user.LastName, user.Email, user.LastName);
        (row["is_admin"], row["status"], row["roleid"]) = (user.IsAdmin ? "on" : "off", user.IsActive ? "Active" : "Inactive", "H2");
        (row["date_format"], row["time_zone"], row["hour_format"]) = (user.DateFormat, user.TimeZone, user.IsAdmin ? "12" : "24");
        (row["currency_decimal_separator"], row["currency_grouping_separator"]) = (user.DecimalSeparator.ToString(), user.DecimalSeparator == ',' ? "." : ",");
        row["no_of_currency_decimals"] = user.Decimals.ToString(CultureInfo.InvariantCulture);
        row["is_owner"] = user.Number == 1 ? "1" : "0";
        return row;
    }
}
