namespace ErpSync.Sandbox.Dolibarr;

/// <summary>What the server prints in HTML when a statement fails outside of production mode.</summary>
internal static class DatabaseErrorPage
{
    public static string Of(DolibarrState state, string url, string table, string column, string bytes) =>
        $"""
        Dolibarr has detected a technical error.<br>
        This information can be useful for diagnostic purposes (you can set option $dolibarr_main_prod to '1' to hide sensitive information):<br>
        <b>Date:</b> {state.LocalNow.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)}<br>
        <b>Dolibarr:</b> {state.Options.Version} - https://www.dolibarr.org<br>
        <b>Requested URL:</b> {url}<br>
        <b>Modules/Applications:</b> {string.Join(", ", state.Modules)}<br>
        <b>Database type manager:</b> mysqli<br>
        <b>Return code for latest database access request error:</b> DB_ERROR_1366<br>
        <b>Information for latest database access request error:</b> Incorrect string value: '{bytes}' for column `doli`.`llx_{table}`.`{column}` at row 1<br>
        <br>

        """.ReplaceLineEndings("\n");
}
