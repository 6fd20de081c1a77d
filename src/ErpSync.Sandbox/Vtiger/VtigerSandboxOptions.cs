namespace ErpSync.Sandbox;

/// <summary>How a simulated vtiger CRM is set up.</summary>
public sealed class VtigerSandboxOptions
{
    /// <summary>The simulated version; <c>8.2.0</c> (the recorded one) unless told. Versions before 8 run on PHP 7: logout, convertlead, retrieve_inventory, files_retrieve and wsapp_register work, a text where a number belongs is coerced instead of ending the call, and a change of an order or a quote without its lines loses them unless <c>ajxaction=DETAILVIEW</c> comes along.</summary>
    public string Version { get; set; } = "8.2.0";

    /// <summary>
    /// True when somebody repaired the server as it was for most recordings: every operation is called by position, and <c>sync</c> has its third parameter. False unless told: <c>sync</c> answers
    /// HTTP 500 with an empty body, on versions from 8 also <c>convertlead</c>, <c>logout</c>, <c>retrieve_inventory</c>, <c>files_retrieve</c> and <c>wsapp_register</c>.
    /// </summary>
    public bool IsRepaired { get; set; }

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The clock of the simulated server; null means the machine's clock.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>The login name of the administrator.</summary>
    public string UserName { get; set; } = "admin";

    /// <summary>The access key of the administrator, as shown in the user's preferences.</summary>
    public string AccessKey { get; set; } = "AdminAccessKey01";

    /// <summary>How many decimals the administrator's currency fields have: 0 to 5. 2 unless told; 0 is what a fresh installation has, and rounds every price to a whole number.</summary>
    public int Decimals { get; set; } = 2;

    /// <summary>How long a session lives without use before PHP's session files are collected; 24 minutes unless told.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromSeconds(1440);

    /// <summary>The ISO 4217 code of the base currency; EUR unless told.</summary>
    public string BaseCurrency { get; set; } = "EUR";

    /// <summary>Other id prefixes by module, as on servers whose modules were installed in another order; those of a fresh installation unless told.</summary>
    public IDictionary<string, string> Prefixes { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the server stores characters outside the basic plane (emoji); false unless told, they become <c>????</c>.</summary>
    public bool Utf8mb4 { get; set; }
}
